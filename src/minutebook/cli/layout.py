"""Commands that put files in order without changing more than is certain: fmt, fix."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from minutebook.cli.options import FOLDER, NOTES, PROBLEMS, USAGE, shown

_files = click.argument(
    "files",
    nargs=-1,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="[FILE]...",
)


@click.command("fmt")
@_files
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 if it would.")
@click.option(
    "--like",
    type=FOLDER,
    help="The notes as they were before: files stay as they stood there, but for what"
    " they say now.",
)
@NOTES
def fmt_command(
    files: Sequence[Path], like: Path | None, notes: Path, *, check: bool
) -> None:
    """Put the fields of files in their order, and their values in one form.

    FILE is a file of the notes; without one, it is all of them. What a file says stays
    the same, and so do its comments and its text. A file that cannot be read is left.

    Exits with 0 when all is in order, with 1 when a file cannot be read or, with --check,
    would be changed, and with 2 when the command itself is wrong.
    """
    from minutebook.changing.change import Changed, make
    from minutebook.contributing.layout.files import lay_out
    from minutebook.report import tell
    from minutebook.words import count

    laid_out = lay_out(notes, paths_in(notes, files), like)
    changed = laid_out.change.edited
    tell(laid_out.problems)
    if not check:
        try:
            make(notes, laid_out.change)
        except Changed as error:
            click.echo(f"{error} was changed meanwhile. Nothing was done.", err=True)
            sys.exit(USAGE)
    for path in changed:
        click.echo(f"{'Not in order' if check else 'In order'}: {shown(notes / path)}")
    looked = f"{count(laid_out.seen, 'file')} looked at"
    click.echo(f"{looked}, {len(changed):,} {'to change' if check else 'changed'}.")
    if laid_out.problems or (check and changed):
        sys.exit(PROBLEMS)


@click.command("fix")
@_files
@click.option("--check", is_flag=True, help="Change nothing; say what would be done.")
@NOTES
def fix_command(files: Sequence[Path], notes: Path, *, check: bool) -> None:
    """Put right the mistakes that can be put right in one way only.

    FILE is a file of the notes; without one, it is all of them. A day in another form, a
    word in capitals, a missing pair of quotes: what is certain is done and said. What
    could be meant in two ways is left to you.

    Exits with 0 when nothing is left that forbids to publish, with 1 when something is
    or, with --check, would be changed, and with 2 when the command itself is wrong.
    """
    from minutebook.changing.change import Changed, make
    from minutebook.contributing.mending.mend import mend
    from minutebook.problems import is_fatal
    from minutebook.report import summary
    from minutebook.words import count

    mended = mend(notes, paths_in(notes, files))
    if not check:
        try:
            make(notes, mended.change)
        except Changed as error:
            click.echo(f"{error} was changed meanwhile. Nothing was done.", err=True)
            sys.exit(USAGE)
    for place, said in mended.said:
        click.echo(f"{shown(notes / place.path)}:{place.line}: {said}")
    done = f"{count(len(mended.said), 'mistake')} {'to mend' if check else 'mended'}"
    left = f" {summary(mended.left)} left: `minutebook check` tells all."
    click.echo(f"{done}.{left if mended.left else ''}")
    if is_fatal(mended.left, strict=False) or (check and mended.said):
        sys.exit(PROBLEMS)


def paths_in(notes: Path, files: Sequence[Path]) -> tuple[str, ...] | None:
    """Give the paths of files in the notes; None if none is named."""
    root = notes.absolute()
    for file in files:
        if not file.absolute().is_relative_to(root):
            click.echo(f"{shown(file.absolute())} does not stand in {notes}.", err=True)
            sys.exit(USAGE)
    paths = tuple(file.absolute().relative_to(root).as_posix() for file in files)
    return paths or None
