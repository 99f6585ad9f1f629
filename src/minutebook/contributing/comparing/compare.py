"""Two versions of the notes, compared: what changes, and what may not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from minutebook.book import Book
from minutebook.contributing.comparing.attachments import attachments
from minutebook.contributing.comparing.kinds import KINDS, Kind
from minutebook.contributing.comparing.pages import changed_pages
from minutebook.contributing.comparing.pairs import Paired, pair
from minutebook.contributing.comparing.remarks import Comparison, Pages, Remark, Section
from minutebook.contributing.comparing.versions import Version
from minutebook.contributing.sealing.seal import broken_seals
from minutebook.edition import Edition
from minutebook.make import Checked, check_notes, make_of
from minutebook.problems import Problem, in_order
from minutebook.reading import Source
from minutebook.records import Record


def compare(
    before: Version,
    after: Version,
    today: dt.date,
    edition: Edition,
    notices: Sequence[str] = (),
) -> Comparison:
    """Compare two versions of the notes, and the sites that they make on one day."""
    old, new = check_notes(before.notes), check_notes(after.notes)
    paired = {name: pair(old.book, new.book, kind.shelf) for name, kind in KINDS.items()}
    sections = [
        _section(name, KINDS[name], records, old.book, new.book)
        for name, records in paired.items()
    ]
    files = attachments(before, after, old.book, new.book)
    problems, standing = _told_apart(old, new)
    return Comparison(
        before=before.name,
        after=after.name,
        sections=tuple(part for part in (*sections, files) if part.remarks),
        layout=tuple(sorted(set(_laid_out_otherwise(paired.values())))),
        pages=_pages(old, new, today, edition),
        refused=in_order(broken_seals(old.book, new.book)),
        problems=problems,
        standing=standing,
        notices=tuple(notices),
    )


def _section(
    name: str, kind: Kind, records: Paired[Record], old: Book, new: Book
) -> Section:
    """Tell of all records of a kind."""
    remarks = [_remark(kind.added(one, new), one, new) for one in records.new]
    changed = 0
    for both in records.both:
        said = list(kind.changed(both)) if both.was != both.now else []
        changed += bool(said)
        about = kind.named(both.now, new)
        remarks += (_remark(words, both.now, new, about) for words in said)
    remarks += (_remark(_gone(kind, one, old, new), one, old) for one in records.removed)
    return Section(
        kind=name,
        title=kind.title,
        new=len(records.new),
        changed=changed,
        removed=len(records.removed),
        remarks=tuple(remarks),
    )


def _gone(kind: Kind, record: Record, old: Book, new: Book) -> str:
    """Tell of a record that is no longer there, or can no longer be read."""
    is_unread = old.entry(record).source.path in new.unread
    how = "Can no longer be read" if is_unread else "Removed"
    return f"{how}: {kind.named(record, old)}"


def _remark(says: str, record: Record, book: Book, about: str = "") -> Remark:
    path = book.entry(record).source.path
    return Remark(record=record.id, path=path, says=says, about=about)


def _laid_out_otherwise(kinds: Iterable[Paired[Record]]) -> Iterator[str]:
    """List the files of records that say the same and are written otherwise."""
    for records in kinds:
        for both in records.both:
            was, now = both.entry_before.source, both.entry_after.source
            if both.was == both.now and not was.root and _text(was) != _text(now):
                yield now.path


def _text(source: Source) -> tuple[str, str | None, str]:
    return source.above, source.body, source.below


def _pages(old: Checked, new: Checked, today: dt.date, edition: Edition) -> Pages | None:
    """Compare the pages of both, if both can be published."""
    before = make_of(old, today, edition).site
    after = make_of(new, today, edition).site
    if before is None or after is None:
        return None
    return changed_pages(before, after, edition.address)


def _told_apart(
    old: Checked, new: Checked
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Tell problems that are new from those that were there."""
    known = {(p.code, p.place.path, p.summary) for p in old.problems}
    there = [(p.code, p.place.path, p.summary) in known for p in new.problems]
    both = list(zip(new.problems, there, strict=True))
    return (
        tuple(problem for problem, old in both if not old),
        tuple(problem for problem, old in both if old),
    )
