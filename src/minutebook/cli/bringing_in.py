"""Commands that bring notes in: import documents, accept drafts, track bare lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from minutebook.cli.concluding import tell_what_was_done
from minutebook.cli.options import NOTES_TO_BE, PROBLEMS, USAGE, progress, shown

_documents = click.Path(path_type=Path)
"""One that is not there is a problem like any other, and stops nobody."""

_note = click.Path(exists=True, path_type=Path)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=_documents, metavar="FILE...")
@click.option("--group", metavar="ID", help="The group whose meetings these are.")
@click.option("--json", "print_json", is_flag=True, help="Print it, and write nothing.")
@NOTES_TO_BE
def import_command(
    files: Sequence[Path], group: str | None, notes: Path, *, print_json: bool
) -> None:
    """Make drafts of notes you already have: Word, PDF, OpenDocument, HTML or text.

    FILE is a document, or a folder of documents. Each meeting gets a folder in the inbox
    of the notes, with a page review.md that says what was recognised, and how sure that
    is. Nothing is published until somebody has reviewed the draft and accepted it.

    Exits with 0 when every document was read, with 1 when one was not, or its meeting was
    there already, and with 2 when the command itself is wrong.
    """
    from minutebook.importing import documents_in, import_files

    paths = tuple(documents_in(files))
    if not paths:
        click.echo("There is no document in this folder.", err=True)
        sys.exit(USAGE)
    if print_json:
        from minutebook.importing.as_json import as_json

        imported = tuple(import_files(paths))
        click.echo(as_json(imported))
        sys.exit(PROBLEMS if any(not one.parts for one in imported) else 0)
    sys.exit(_write_drafts(paths, group, notes))


def _write_drafts(paths: Sequence[Path], group: str | None, notes: Path) -> int:
    from minutebook.importing import import_files
    from minutebook.importing.accepting.inbox import Inbox
    from minutebook.make import check_notes
    from minutebook.problems import Problem
    from minutebook.report import tell
    from minutebook.words import count

    book = check_notes(notes).book if notes.is_dir() else None
    if group and not (book and book.groups.get(group)):
        click.echo(f"The book has no group `{group}`.", err=True)
        return USAGE
    inbox = Inbox(notes=notes, book=book, group=group)
    drafts: list[Path] = []
    failed: list[Problem] = []
    with progress("Reading documents", "documents") as told:
        for done, imported in enumerate(import_files(paths), 1):
            told(done, len(paths))
            failed += imported.problems if not imported.parts else ()
            for taken in inbox.take(imported):
                if isinstance(taken, Problem):
                    failed.append(taken)
                else:
                    drafts.append(taken)
    tell(failed)
    for draft in drafts:
        click.echo(f"Review {shown(draft / 'review.md')}")
    click.echo(
        f"{count(len(drafts), 'draft')} from {count(len(paths), 'document')}."
        + (" Nothing is published until you accept them." if drafts else "")
    )
    return PROBLEMS if failed else 0


@click.command("accept")
@click.argument("draft", metavar="ID")
@click.option(
    "--again",
    multiple=True,
    metavar="CONCERN",
    help="This concern of the draft was raised before: record it as raised again.",
)
@click.option(
    "--new",
    multiple=True,
    metavar="CONCERN",
    help="This concern of the draft is new, although it looks like an earlier one.",
)
@NOTES_TO_BE
def accept_command(
    draft: str, again: Sequence[str], new: Sequence[str], notes: Path
) -> None:
    """Move a reviewed draft from the inbox into the book.

    ID is the name of its folder in the inbox. People and organisations that the registers
    do not know are added to them. Nothing that stands in the book is overwritten, and if
    anything is wrong, nothing is changed at all.
    """
    from minutebook.importing.accepting.accept import accept
    from minutebook.importing.accepting.before import Answers

    answers = Answers(again=frozenset(again), new=frozenset(new))
    tell_what_was_done(accept(notes, draft, answers), notes)


@click.command("track")
@click.argument("file", type=_note, metavar="FILE")
@NOTES_TO_BE
def track_command(file: Path, notes: Path) -> None:
    """Make records of the bare `Action:` lines and labelled points of a note.

    FILE is a note of the book. A link takes the place of each line; all else stays as it
    was typed.
    """
    from minutebook.importing.accepting.track import track

    path = file.absolute()
    if not path.is_relative_to(notes.absolute()):
        click.echo(
            f"{shown(path)} does not stand in {shown(notes.absolute())}.", err=True
        )
        sys.exit(USAGE)
    tell_what_was_done(track(notes, path.relative_to(notes.absolute()).as_posix()), notes)
