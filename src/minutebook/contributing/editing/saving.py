"""What was saved in an editor, to a change of the notes that is tried and then made."""

from __future__ import annotations

import hashlib
from pathlib import Path

from minutebook.changing.change import Change, Changed, make, new_among, tried
from minutebook.contributing.editing.paths import text_of
from minutebook.contributing.editing.refused import Refused, refuse_errors, sentence
from minutebook.contributing.sealing.seal import broken_seals
from minutebook.make import Checked, check_notes
from minutebook.reading import write_record, write_register
from minutebook.reading.read import read_bytes
from minutebook.reading.record_text import keeping

_CHANGED = (
    "{} was changed on disk since it was opened here. Nothing was saved: copy what you"
    " wrote, load the page again, and put it in once more."
)
_OPENLY = (
    "In this form, that is one more entry under Addenda, or one under Corrections beside"
    " the change."
)
_NEVER_SEEN = "There is a record of that name already: {}. Give yours another title."


def digest_of(text: str) -> str:
    """Tell one state of a file from another."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def laid_out(before: str | None, saved: str, path: str) -> str:
    """Lay out what an editor has saved: as the file was, wherever it says the same.

    Raises Refused if it is no record.
    """
    read = read_bytes(saved.encode("utf-8", "replace"), path)
    refuse_errors(read.problems, path)
    records = [entry.record for entry in read.entries]
    text = write_record(records[0]) if path.endswith(".md") else write_register(records)
    return text if before is None else keeping(before, text, path)


def save(notes: Path, path: str, saved: str, seen: str | None) -> str:
    """Put what an editor has saved into the notes; give the file as it is now.

    `seen` is the digest of the file that the editor was given, None if there was none.

    Raises Refused when it brings a new error, or the file is not as the editor saw it.
    """
    before = text_of(notes, path)
    if before is None and seen is not None:
        raise Refused(_CHANGED.format(path))
    if before is not None and seen is None:
        raise Refused(_NEVER_SEEN.format(path))
    if before is not None and seen != digest_of(before):
        raise Refused(_CHANGED.format(path))
    after = laid_out(before, saved, path)
    if before is None:
        carry_out(notes, Change(added={path: after}), path)
    elif before != after:
        carry_out(notes, Change(edited={path: (before, after)}), path)
    return after


def remove(notes: Path, path: str) -> None:
    """Take a record out of the notes. Raises Refused when others refer to it."""
    before = text_of(notes, path)
    if before is None:
        raise Refused(f"There is no {path}.")
    carry_out(notes, Change(removed={path: before}), path)


def refuse_what_is_wrong(before: Checked, after: Checked, path: str) -> None:
    """Refuse a change that brings a new error, or breaks the seal of an agreed note."""
    refuse_errors(new_among(after.problems, before.problems), path)
    broken = list(broken_seals(before.book, after.book))
    if broken:
        raise Refused(*(sentence(one, path) for one in broken), _OPENLY)


def carry_out(notes: Path, change: Change, path: str) -> None:
    """Try a change and make it. Raises Refused, and changes nothing, if it is wrong."""
    refuse_what_is_wrong(check_notes(notes), tried(notes, change), path)
    try:
        make(notes, change)
    except (Changed, FileNotFoundError):
        raise Refused(_CHANGED.format(path)) from None
    except OSError as error:
        raise Refused(f"{path} could not be written: {error.strerror}.") from error
