"""Commands about the forms that people without git fill in."""

from __future__ import annotations

import datetime as dt
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from minutebook.cli.concluding import conclude
from minutebook.cli.options import NOTES, PROBLEMS, Day, today

if TYPE_CHECKING:
    from minutebook.contributing.forms.events import Issue
    from minutebook.contributing.proposal import Proposal
    from minutebook.contributing.proposing import Completing

_SENT = "form"
"""What messages call a form that does not come in a file of its own."""


@click.command("apply-form")
@click.argument("file", type=click.File("rb"), required=False, metavar="[FILE]")
@click.option(
    "--event",
    type=click.File("rb"),
    metavar="JSON",
    help="What the git host tells of the issue that was sent, in place of FILE.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="With --event: write here what a workflow needs, and change nothing.",
)
@NOTES
@click.option(
    "--today",
    type=Day(),
    default=today,
    help="The day on which it is taken in.  [default: today]",
)
def apply_form_command(
    file: BinaryIO | None,
    event: BinaryIO | None,
    out: Path | None,
    notes: Path,
    today: dt.date,
) -> None:
    """Make the change of a form that somebody has filled in.

    FILE is the form as it was sent: an issue, or a file that came by e-mail. With -, it
    is read from the standard input.

    Exits with 0 when the change was made, or can be proposed; with 1 when something has
    to be mended first; and with 2 when the command itself is wrong.
    """
    if (file is None) == (event is None):
        raise click.UsageError("Name the form, or else the event it came with.")
    if event is None and out is not None:
        raise click.UsageError("What a workflow needs is made of an event: use --event.")
    if event is not None and out is not None:
        sys.exit(_hand_over(_issue(event), out, notes, today))
    if event is not None:
        _apply(_issue(event).body, _SENT, notes, today)
    if file is not None:
        _apply(_read(file), _name_of(file), notes, today)


def _apply(data: bytes, name: str, notes: Path, day: dt.date) -> None:
    """Make the change, or say what has to be mended."""
    from minutebook.contributing.forms.working_out import work_out

    conclude(work_out(data, name, notes, day, _with_what_follows(notes)), notes)


def _hand_over(issue: Issue, out: Path, notes: Path, day: dt.date) -> int:
    """Write what a workflow needs to propose the change, or to answer."""
    from minutebook.contributing.forms.outbox import put_answer, put_change
    from minutebook.contributing.forms.working_out import work_out
    from minutebook.contributing.proposal import Proposal

    worked = work_out(issue.body, _SENT, notes, day, _with_what_follows(notes))
    if isinstance(worked, Proposal):
        put_change(out, worked, issue, notes.as_posix())
        return 0
    put_answer(out, worked, _SENT)
    return PROBLEMS


def _with_what_follows(notes: Path) -> Completing:
    """Let a note that is sent bring its organisations and its actions."""
    from minutebook.importing.accepting.noted import with_what_follows

    def complete(proposal: Proposal) -> Proposal:
        for path in proposal.change.added:
            if path.startswith("meetings/"):
                noted = with_what_follows(notes, proposal.change, path)
                notices = (*proposal.notices, *noted.notices)
                return replace(proposal, change=noted.change, notices=notices)
        return proposal

    return complete


def _issue(event: BinaryIO) -> Issue:
    from minutebook.contributing.forms.events import MOST_BYTES, NotAnIssue, issue_of

    try:
        return issue_of(event.read(MOST_BYTES + 1))
    except NotAnIssue as wrong:
        raise click.BadParameter(f"this is no event of an issue: {wrong}") from None


def _name_of(file: BinaryIO) -> str:
    """Name a form as whoever named it would; what was piped in has no name."""
    name = getattr(file, "name", None)
    return Path(name).name if isinstance(name, str) and name != "<stdin>" else _SENT


def _read(file: BinaryIO) -> bytes:
    """Read a form, and no more of it than tells that it is too long."""
    from minutebook.contributing.forms.sent import MOST_BYTES

    return file.read(MOST_BYTES + 1)


@click.command("forms", hidden=True)
@click.argument(
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".github/ISSUE_TEMPLATE",
)
def forms_command(folder: Path) -> None:
    """Write the issue forms of a git host."""
    from minutebook.contributing.forms.templates import template_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in template_files().items():
        (folder / name).write_text(text, "utf-8")
