"""Bytes to text: UTF-8 with or without a mark, any line ending, nothing unseen."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from functools import cached_property

from minutebook.problems import Place, Problem, Severity

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2060\u2066-\u2069"
    "\ufeff\ufffe\uffff]"
)
"""Control signs, and those that hide in a word or turn the direction of reading."""

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a sign: what a command line makes of bytes that are no text."""

_SEEN = bytes((*b"\t\n\r", *range(0x20, 0x7F)))
"""The plain signs, which most texts consist of, but for a few others."""

_MARKERS = ("<<<<<<<", ">>>>>>>", "|||||||")
_MERGE_MARKERS = re.compile(
    rf"^(?:{'|'.join(map(re.escape, _MARKERS))})(?= )", re.MULTILINE
)


@dataclass(frozen=True, kw_only=True)
class NoteText:
    """The text of one file, lines ending in a line feed."""

    path: str
    """Relative to the notes folder, with forward slashes."""

    text: str

    @property
    def stem(self) -> str:
        """The file name without its ending: the id of the record in it."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def folder(self) -> str:
        """The folder it stands in; empty for a register."""
        return self.path.rpartition("/")[0]

    def line(self, number: int) -> str | None:
        """Give one line, counted from one."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else None

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    def problem(
        self,
        code: str,
        place: Place,
        summary: str,
        hint: str,
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """Make a problem that shows the line it is about."""
        return Problem(
            code=code,
            place=place,
            summary=summary,
            hint=hint,
            excerpt=self.line(place.line),
            severity=severity,
        )

    def place_of(self, index: int) -> Place:
        """Tell line and column of a position in the text."""
        before = self.text[:index]
        start = before.rfind("\n") + 1
        return Place(self.path, before.count("\n") + 1, index - start + 1)


def text_from_bytes(data: bytes, path: str) -> NoteText | Problem:
    """Decode a file, or say where it cannot be read as text."""
    try:
        note = text_seen_before(data, path)
    except UnicodeDecodeError:
        shown = NoteText(path=path, text=data.decode("utf-8", "replace"))
        return shown.problem(
            "not-utf-8",
            shown.place_of(shown.text.find("\ufffd")),
            "this file is not UTF-8 text",
            "in your editor choose Save as, with the encoding UTF-8",
        )
    others = data.removeprefix(BOM_UTF8).translate(None, _SEEN)
    return _conflict(note) or (_unseen(note, others) if others else None) or note


def unseen_sign(text: str) -> str | None:
    """Find the first sign that no file of notes may hold, if a text has one."""
    found = _UNSEEN.search(text) or _SURROGATE.search(text)
    return found[0] if found else None


def text_seen_before(data: bytes, path: str) -> NoteText:
    """Decode a file of which `text_from_bytes` has made a text before.

    Raises UnicodeDecodeError for any other that is not UTF-8.
    """
    text = data.removeprefix(BOM_UTF8).decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return NoteText(path=path, text=text)


def _conflict(note: NoteText) -> Problem | None:
    if not any(marker in note.text for marker in _MARKERS):
        return None  # soon told, and true of most texts
    match = _MERGE_MARKERS.search(note.text)
    if match is None:
        return None
    return note.problem(
        "merge-conflict",
        note.place_of(match.start()),
        "two versions of this text were never brought together",
        "keep the lines that are right, and remove the others and the three marker lines",
    )


def _unseen(note: NoteText, others: bytes) -> Problem | None:
    """Look through a text for unseen signs; only if one of `others` is one."""
    if _UNSEEN.search(others.decode()) is None:
        return None
    match = _UNSEEN.search(note.text)
    if match is None:
        return None
    return note.problem(
        "unseen-character",
        note.place_of(match.start()),
        f"there is a character here that cannot be seen (U+{ord(match[0]):04X})",
        "put a space or a new line in its place; it came along when text was pasted",
    )
