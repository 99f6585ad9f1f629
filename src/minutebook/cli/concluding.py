"""What came of a change, told alike by every command that makes one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from minutebook.cli.options import PROBLEMS, shown
from minutebook.words import sentence

if TYPE_CHECKING:
    from minutebook.changing.outcome import Accepted
    from minutebook.contributing.proposing.desk import Worked
    from minutebook.problems import Problem


def conclude(worked: Worked, notes: Path, *, dry_run: bool = False) -> None:
    """Make a change and say in one sentence what it was, or say why it was not made."""
    from minutebook.cli.difference import difference
    from minutebook.contributing.proposing import apply

    if isinstance(worked, tuple):
        refuse(worked)
    elif dry_run:
        click.echo(f"{_stopped(worked.title)}\n\n{difference(worked.change)}")
        click.echo("This is what would change. Nothing was changed.")
    else:
        tell_what_was_done(apply(worked, notes), notes, worked.title)


def tell_what_was_done(accepted: Accepted, notes: Path, title: str = "") -> None:
    """Say what was changed; or that nothing was and why, and end the command."""
    from minutebook.report import tell

    if not accepted.is_done:
        refuse(accepted.problems)
    if title:
        click.echo(_stopped(title))
    for notice in accepted.notices:
        click.echo(_stopped(sentence(notice)))
    for path in accepted.added:
        click.echo(f"New: {shown(notes / path)}")
    for path in accepted.edited:
        click.echo(f"Changed: {shown(notes / path)}")
    tell(accepted.problems)


def refuse(problems: tuple[Problem, ...]) -> NoReturn:
    """Say what stands in the way of a change, and end the command."""
    from minutebook.report import tell

    tell(problems)
    click.echo("Nothing was changed.")
    sys.exit(PROBLEMS)


def _stopped(text: str) -> str:
    """End a sentence, if it does not end already."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."
