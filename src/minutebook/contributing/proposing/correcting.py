"""Other words in the place of some; in a note that was agreed, an addendum says so."""

from __future__ import annotations

from minutebook.changing.escaping import escape
from minutebook.contributing import limits
from minutebook.contributing.proposal import Proposal
from minutebook.contributing.proposing.adding import with_addendum
from minutebook.contributing.proposing.anywhere import find_anywhere
from minutebook.contributing.proposing.desk import Desk, Worked, edit
from minutebook.contributing.proposing.folded import folded
from minutebook.contributing.proposing.passages import Passage, passages
from minutebook.contributing.proposing.replacing import Replacing
from minutebook.contributing.proposing.wording import Wording
from minutebook.contributing.requests import CorrectText
from minutebook.problems import Place, Problem
from minutebook.reading import Entry
from minutebook.reading.write import fields_of
from minutebook.records import Addendum, Meeting, Record, When

_STAYS = "this note was agreed: its words stay, and an addendum says what they should be"


def correct(request: CorrectText, desk: Desk) -> Worked:
    """Put other words in the place of those that are quoted, which stand there once."""
    record = find_anywhere(desk.book, request.record)
    if isinstance(record, Problem):
        return (record,)
    asked, problems = _worded(request, desk.place_of(record))
    if problems:
        return problems
    found = list(passages(fields_of(record), asked.words))
    sealed = record if isinstance(record, Meeting) and record.status.is_sealed else None
    times = sum(one.times for one in found)
    if sealed and not times:
        times = _times_shown(desk.book.entry(sealed), asked.words)
    if times != 1:
        place = desk.place_of(record)
        return (_often(asked.words, times, place) if times else _nowhere(asked, place),)
    if sealed:
        return _addendum(sealed, asked, desk)
    return _in_place(record, asked, found[0], desk)


def _times_shown(entry: Entry[Meeting], words: str) -> int:
    """Count words as a page shows them: whoever copies from it copies no marks."""
    texts = (prose.words for prose in (entry.prose, *entry.addenda))
    return sum(1 for text in texts for _ in folded(text).find(words))


def _worded(
    request: CorrectText, place: Place
) -> tuple[CorrectText, tuple[Problem, ...]]:
    wording = Wording(place=place)
    asked = CorrectText(
        record=request.record,
        words=wording.text("what stands there", request.words, limits.NOTE),
        instead=wording.text("what it should say", request.instead, limits.NOTE),
        reason=wording.maybe_text("the reason", request.reason, limits.NOTE),
        by=wording.maybe_line("who says so", request.by),
    )
    if asked.words and asked.words.split() == asked.instead.split():
        wording.problems.append(_the_same(place))
    return asked, tuple(wording.problems)


def _in_place(record: Record, asked: CorrectText, where: Passage, desk: Desk) -> Worked:
    entry = desk.book.entry(record)
    path = entry.source.path
    before = desk.text_of(path)
    after = Replacing(
        entry=entry,
        text=before,
        where=where,
        words=asked.words,
        instead=asked.instead,
    ).done()
    if after is None:
        return (_by_hand(asked.words, entry.source.start),)
    return Proposal(
        change=edit(path, before, after), title=f"Correction: {title_of(record)}"
    )


def _addendum(meeting: Meeting, asked: CorrectText, desk: Desk) -> Proposal:
    """Leave the words of an agreed note, and say beside them what they should be."""
    reason = f"\n\n{_plain(asked.reason)}" if asked.reason else ""
    text = (
        f"The note says:\n\n{_quoted(asked.words)}\n\n"
        f"It should say:\n\n{_quoted(asked.instead)}{reason}"
    )
    new = Addendum(title="Correction", text=text, date=When(date=desk.today), by=asked.by)
    return Proposal(
        change=with_addendum(meeting, new, desk),
        title=f"Correction to {meeting.title}, {meeting.date}",
        notices=(_STAYS,),
    )


def title_of(record: Record) -> str:
    """Name a record in a line."""
    return getattr(record, "title", None) or getattr(record, "name", None) or record.id


def _quoted(words: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _plain(words).split("\n"))


def _plain(words: str) -> str:
    return "\n".join(escape(line.strip()) for line in words.split("\n"))


def _nowhere(asked: CorrectText, place: Place) -> Problem:
    return Problem(
        code="change-words-missing",
        place=place,
        summary=f"these words do not stand in this record: {_shortly(asked.words)}",
        hint="copy them as they stand in its file, or give fewer of them: where words are"
        " a link or stand out, the file has signs between them that a page does not show",
    )


def _often(words: str, times: int, place: Place) -> Problem:
    return Problem(
        code="change-words-twice",
        place=place,
        summary=f"these words stand {times} times in this record: {_shortly(words)}",
        hint="give more of the words around them, so that only one place can be meant",
    )


def _the_same(place: Place) -> Problem:
    return Problem(
        code="change-says-nothing",
        place=place,
        summary="what it should say is what stands there",
        hint="write what the words should be instead",
    )


def _by_hand(words: str, place: Place) -> Problem:
    return Problem(
        code="change-by-hand",
        place=place,
        summary=f"these words cannot be changed for you: {_shortly(words)}",
        hint="change them in the file itself: with the new ones, it could not be read",
    )


def _shortly(words: str) -> str:
    line = " ".join(words.split())
    return f"`{line}`" if len(line) <= limits.SHOWN else f"`{line[: limits.SHOWN]}…`"
