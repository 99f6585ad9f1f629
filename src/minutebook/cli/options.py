"""What several commands share: folders, exit codes, how paths are shown."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., object])

PROBLEMS, USAGE = 1, 2
"""Exit codes: problems stood in the way; the command itself was wrong."""

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def _notes(folder: click.Path) -> Callable[[_Command], _Command]:
    return click.option(
        "--notes",
        type=folder,
        default="notes",
        help="The folder of notes.",
        show_default=True,
    )


NOTES = _notes(FOLDER)
"""Where the notes are."""

NOTES_TO_BE = _notes(click.Path(file_okay=False, path_type=Path))
"""Where the notes are, or will be: the folder need not be there yet."""


class Day(click.ParamType[dt.date]):
    """A day, written year-month-day."""

    name = "date"

    def convert(
        self,
        value: str | dt.date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> dt.date:
        """Read a day, or say how one is written."""
        if isinstance(value, dt.date):
            return value
        from minutebook.records import date_from_text

        try:
            return date_from_text(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as in 2026-03-31", param, ctx)


def today() -> dt.date:
    """Tell the day, where somebody sits at this computer."""
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def at_terminal() -> bool:
    """Whether a person is there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def shown(path: Path) -> str:
    """Name a file as somebody here would."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


@contextmanager
def progress(what: str, unit: str) -> Iterator[Callable[[int, int], None]]:
    """Show how far the work has come, when a terminal is watching."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn(f"{{task.completed}}/{{task.total}} {unit}"),
        console=Console(stderr=True),
        transient=True,
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
