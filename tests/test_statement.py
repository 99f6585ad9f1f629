"""The statement on accessibility says what is tested, and every page leads to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from browser.matrix import AXE_VERSION, MODES
from browser.pages import PAGES
from browser.states import OTHERS
from site_folder import ROOT
from statement import statement, tasks, what_is_tested

PAGE = ROOT / "docs" / "accessibility.md"

Golden = Callable[[Path, str], None]


def test_its_last_part_is_written_by_the_tests(golden: Golden) -> None:
    golden(PAGE, statement(PAGE.read_text("utf-8")))


def test_it_names_every_page_every_mode_and_every_task() -> None:
    text = " ".join(what_is_tested().split())
    said = [
        *PAGES,
        *OTHERS,
        *(mode.says for mode in MODES),
        *tasks(),
        f"axe-core {AXE_VERSION}",
    ]
    assert [words for words in said if words not in text] == []
    assert len(tasks()) > len(("tracker", "menu", "colours", "contents"))


def test_every_page_links_to_it(demo: Path) -> None:
    for address in ("index.html", "about/index.html", "themes/funding/index.html"):
        foot = (demo / address).read_text("utf-8").partition("<footer")[2]
        assert 'accessibility/">Accessibility</a>' in foot, address
    missing = (demo / "404.html").read_text("utf-8").partition("<footer")[2]
    assert '/minutebook/accessibility/">Accessibility</a>' in missing
