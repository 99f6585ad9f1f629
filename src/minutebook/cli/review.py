"""Commands for those who look after changes: compare them, and let them be checked."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minutebook.cli.concluding import conclude
from minutebook.cli.options import FOLDER, NOTES_TO_BE, PROBLEMS, USAGE, Day, shown, today

if TYPE_CHECKING:
    from minutebook.contributing.comparing.asked import Asked
    from minutebook.contributing.comparing.remarks import Comparison
    from minutebook.edition import Edition

_day = click.option(
    "--today",
    "on",
    type=Day(),
    default=today,
    help="The day it is.  [default: today]",
)


@click.command("diff")
@click.argument("named", nargs=-1, metavar="[BASE [HEAD]]")
@click.option("--before", type=FOLDER, help="A folder of notes, instead of BASE.")
@click.option(
    "--merged",
    is_flag=True,
    help="Compare BASE with what comes of merging HEAD into it.",
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="For people, for a comment of a pull request, or for programs.",
)
@click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    help="The settings of the site.",
)
@NOTES_TO_BE
@_day
def diff_command(
    named: tuple[str, ...],
    before: Path | None,
    layout: str,
    config: Path,
    notes: Path,
    on: dt.date,
    *,
    merged: bool,
) -> None:
    """Say what changes for readers, from one version of the notes to another.

    BASE and HEAD are branches, tags or commits of git. Without HEAD, the notes are taken
    as they stand here. Nothing is checked out, and nothing of the notes is run.

    Exits with 0, with 1 when something is not allowed or the later notes have errors, and
    with 2 when the command itself is wrong.
    """
    from minutebook.contributing.comparing.asked import Asked

    base, head, *more = (*named, None, None)
    if (base is None) == (before is None) or (merged and head is None) or any(more):
        raise click.UsageError(
            "say what to compare with: a branch, tag or commit, or --before FOLDER;"
            " and with --merged, what is to be merged"
        )
    asked = Asked(notes=notes, base=base, head=head, before=before, merged=merged)
    comparison = _compared(asked, config, on)
    click.echo(_written(comparison, layout), nl=False)
    sys.exit(0 if comparison.is_fine else PROBLEMS)


def _compared(asked: Asked, config: Path, on: dt.date) -> Comparison:
    from minutebook.contributing.comparing.asked import versions
    from minutebook.contributing.comparing.compare import compare
    from minutebook.contributing.comparing.git import CannotCompare
    from minutebook.publish import CannotPublish

    try:
        edition = _edition(config)
        with versions(asked) as two:
            return compare(two.before, two.after, on, edition, two.notices)
    except (CannotCompare, CannotPublish, OSError) as error:
        click.echo(f"Nothing was compared: {error}.", err=True)
        sys.exit(USAGE)


def _edition(config: Path) -> Edition:
    """Read for whom the site is, and where; as if nobody had said, without settings."""
    from minutebook.edition import Edition
    from minutebook.publish import renderer_named

    if not config.is_file():
        return Edition()
    return renderer_named("mkdocs").settings(config.absolute()).edition


def _written(comparison: Comparison, layout: str) -> str:
    from minutebook.contributing.comparing.as_json import as_json
    from minutebook.contributing.comparing.as_markdown import as_markdown
    from minutebook.contributing.comparing.as_text import as_text

    write = {"text": as_text, "markdown": as_markdown, "json": as_json}[layout]
    return write(comparison)


@click.command("reseal")
@click.argument("meeting")
@click.option(
    "--reason",
    required=True,
    help="What was wrong and who says so, in a sentence. Readers see it.",
)
@NOTES_TO_BE
@_day
def reseal_command(meeting: str, reason: str, notes: Path, on: dt.date) -> None:
    """Let an agreed note be corrected, with a reason that its page shows.

    MEETING is its id, its file, the address of its page, or its day. The words themselves
    are changed in the file, before or afterwards; without a reason, the change would be
    refused. Where it is enough to add something, an addendum is the better way.
    """
    from minutebook.contributing.proposing import propose
    from minutebook.contributing.requests import Reseal

    conclude(propose(Reseal(meeting=meeting, reason=reason), notes, on), notes)


@click.command("hook")
@NOTES_TO_BE
def hook_command(notes: Path) -> None:
    """Have git check the notes before each commit, as they are staged.

    Writes the hook `pre-commit` of the repository here. A hook of your own stays as it
    is: you are told what to add to it.
    """
    from minutebook.contributing.comparing.git import CannotCompare
    from minutebook.contributing.hooking import install

    try:
        installed = install(notes, sys.executable)
    except (CannotCompare, OSError) as error:
        click.echo(f"No hook was written: {error}.", err=True)
        sys.exit(USAGE)
    if installed.own:
        click.echo(
            f"There is a hook of your own at {shown(installed.path)}, which stays as it"
            f" is. Add this line to it:\n\n    {installed.command}",
            err=True,
        )
        sys.exit(PROBLEMS)
    click.echo(
        f"Written: {shown(installed.path)}. Notes are checked before each commit;"
        " `git commit --no-verify` does without."
    )
