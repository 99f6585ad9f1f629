"""The page of all commands is made from what the commands say, and never goes stale."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from commands import commands_page
from site_folder import ROOT

PAGE = ROOT / "docs" / "commands.md"

Golden = Callable[[Path, str], None]


def test_the_page_is_made_from_what_the_commands_say(golden: Golden) -> None:
    golden(PAGE, commands_page())


def test_each_command_that_is_offered_has_a_part_and_says_what_it_does() -> None:
    page = commands_page()
    for name in ("build", "check", "import", "accept", "track"):
        assert f"## `minutebook {name}`\n" in page
    assert "forms`" not in page, (
        "a command for those who change the program is not offered"
    )
