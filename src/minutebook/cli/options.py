"""What several commands share: folders, exit codes, how paths are shown."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

PROBLEMS, USAGE = 1, 2
"""Exit codes: problems stood in the way; the command itself was wrong."""

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


class _Day(click.ParamType[dt.date]):
    """A day, written year-month-day."""

    name = "date"

    def convert(
        self,
        value: str | dt.date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        from minutebook.records import date_from_text

        try:
            return date_from_text(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as in 2026-03-31", param, ctx)


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).astimezone().date()


def today(what: str) -> Callable[[Any], Any]:
    """Make the option `--today`, which a command is given as `day`."""
    return click.option(
        "--today", "day", type=_Day(), default=_today, help=f"{what}  [default: today]"
    )


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
