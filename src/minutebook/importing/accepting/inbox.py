"""Drafts into the inbox: each in a folder of its own, none in the place of another."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from minutebook.book import Book
from minutebook.book.names import PartyKind
from minutebook.changing.naming import unused
from minutebook.changing.paths import path_of
from minutebook.importing.accepting.before import same_meeting
from minutebook.importing.drafting.draft import REVIEW, Draft
from minutebook.importing.drafting.drafting import draft_of
from minutebook.importing.importer import Imported
from minutebook.importing.recognising.part import Part
from minutebook.problems import Place, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """The inbox of a folder of notes, and the book that stands beside it."""

    notes: Path
    book: Book | None
    """None where there are no notes yet."""

    group: str | None = None
    """The id of the group whose meetings these are, if a person has said so."""

    def take(self, imported: Imported) -> Iterator[Path | Problem]:
        """Write a draft for each meeting; give its folder, or why there is none."""
        for part in imported.parts:
            draft = draft_of(part, self.group or self._known_group(part))
            yield self._exists(part, draft) or self._write(draft)

    def _known_group(self, part: Part) -> str | None:
        named = part.found.group
        party = self.book.names.find(named) if self.book and named else None
        return party.id if party and party.kind is PartyKind.GROUP else None

    def _exists(self, part: Part, draft: Draft) -> Problem | None:
        """Report a meeting that the book or the inbox has already."""
        name = part.document.name
        other = same_meeting(draft.meeting, self.book) if self.book else None
        if other:
            return Problem(
                code="import-meeting-exists",
                place=Place(name),
                summary=f"the book has this meeting already: `{path_of(other)}`",
                hint="correct the note there; nothing was imported",
            )
        folder = self.notes / "inbox" / draft.id
        if folder.exists() and (part.found.date or _is_same(folder, draft)):
            return Problem(
                code="import-draft-exists",
                place=Place(name),
                summary=f"the inbox has a draft of this meeting already: `{draft.id}`",
                hint="review and accept that one; or remove"
                f" `inbox/{draft.id}`, and import again",
            )
        return None

    def _write(self, draft: Draft) -> Path:
        """Put a finished folder in its place in one step."""
        inbox = self.notes / "inbox"
        inbox.mkdir(parents=True, exist_ok=True)
        name = unused(draft.id, lambda wanted: (inbox / wanted).exists())
        scratch = Path(tempfile.mkdtemp(dir=inbox, prefix="."))
        try:
            for path, text in draft.files.items():
                file = scratch / path
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, "utf-8", newline="\n")
            scratch.chmod(0o755)
            os.rename(scratch, inbox / name)  # noqa: PTH104 - never in the place of another
        except BaseException:
            shutil.rmtree(scratch, ignore_errors=True)
            raise
        return inbox / name


def _is_same(folder: Path, draft: Draft) -> bool:
    """Whether a draft of the same text stands there."""
    review = folder / REVIEW
    return review.exists() and review.read_text("utf-8") == draft.files[REVIEW]
