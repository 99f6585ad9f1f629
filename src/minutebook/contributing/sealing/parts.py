"""Which parts of a note a seal holds, and which of them differ between two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutebook.book import Book
from minutebook.contributing.sealing.visible import visible
from minutebook.reading import Entry
from minutebook.records import Addendum, Meeting, NoteStatus

_FIELDS = {
    "title": "title",
    "date": "date",
    "start": "start",
    "end": "end",
    "timezone": "time zone",
    "venue": "venue",
    "kind": "kind",
    "chair": "chair",
    "minute_taker": "minute taker",
    "attendees": "list of attendees",
    "officials": "list of officials",
    "apologies": "list of apologies",
}
"""Fields whose values are compared as they are, and what a reader calls them."""

_LIFE = tuple(NoteStatus)
"""Draft, agreed, published, withdrawn: the way of a note is forward."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a note that is sealed and has changed."""

    field: str
    name: str
    """What a reader calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A note as one version of a book has it."""

    book: Book
    entry: Entry[Meeting]

    @property
    def meeting(self) -> Meeting:
        """The record."""
        return self.entry.record


def changed_parts(before: Version, after: Version) -> Iterator[Part]:
    """List the sealed parts that differ between two versions of a note."""
    was, now = before.meeting, after.meeting
    for field, name in _FIELDS.items():
        if getattr(was, field) != getattr(now, field):
            yield Part(field, name)
    if _group(after.book, was.group) != _group(after.book, now.group):
        yield Part("group", "group")
    if NoteStatus.DRAFT is not now.status and _comes_before(now.status, was.status):
        yield Part("status", "status")
    if visible(before.entry.prose) != visible(after.entry.prose):
        yield Part("text", "text")
    if not _are_all_in(_addenda(before.entry), _addenda(after.entry)):
        yield Part("addenda", "list of addenda")


def added_addenda(before: Version, after: Version) -> Iterator[tuple[int, Addendum]]:
    """List the addenda that the later version has more, with their places."""
    there = _addenda(before.entry)
    for number, words in enumerate(_addenda(after.entry)):
        if words in there:
            there.remove(words)
        else:
            yield number, after.meeting.addenda[number]


def _comes_before(one: NoteStatus, other: NoteStatus) -> bool:
    return _LIFE.index(one) < _LIFE.index(other)


def _group(book: Book, reference: str | None) -> str | None:
    """Name a group by the id it has now: it may have had another one."""
    found = book.groups.get(reference)
    return found.id if found else reference


def _addenda(entry: Entry[Meeting]) -> list[tuple[object, ...]]:
    """Lay out addenda as readers see them."""
    return [
        (addendum.title, addendum.date, addendum.by, visible(prose))
        for addendum, prose in zip(entry.record.addenda, entry.addenda, strict=True)
    ]


def _are_all_in(some: Sequence[object], others: Sequence[object]) -> bool:
    """Whether some things stand among others, in their order."""
    rest = iter(others)
    return all(one in rest for one in some)
