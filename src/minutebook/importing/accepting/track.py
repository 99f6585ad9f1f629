"""Bare `Action:` lines and labelled points of a note to records, with links instead.

Everything else in the note stays byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from minutebook.book import Book
from minutebook.changing.change import Change, make, new_problems
from minutebook.changing.links import action_link
from minutebook.changing.naming import numbered, unused
from minutebook.changing.outcome import Accepted
from minutebook.changing.paths import path_of
from minutebook.importing.accepting.parties import Parties
from minutebook.importing.accepting.plan import register
from minutebook.importing.document import Block
from minutebook.importing.drafting.links import begins_with_mark, concern_line
from minutebook.importing.drafting.records import actions_of, concerns_of
from minutebook.importing.findings import Confidence, FoundMeeting
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.recognising.part import Part
from minutebook.importing.recognising.recognise import part_of
from minutebook.make import check_notes
from minutebook.problems import Place, Problem, is_fatal
from minutebook.reading import Source, write_record
from minutebook.records import Action, Concern, Meeting, Record

_TRACKED = re.compile(r"\]\(<?(?:\.\./)?(?:actions|concerns)/")
"""A line that leads to a record already."""

_MARK_AND_WORDS = re.compile(r"(?P<mark>[^:\[\]]{1,40}:[*_]*\s*)(?P<words>[^\[\]]+?)\s*")
"""`- **Action:** Ben to ask for quotes`, with no link in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tracked:
    """A record, and the line of Markdown that leads to it, in place of a block."""

    record: Action | Concern
    block: Block
    line: str


def track(notes: Path, path: str, *, concerns: bool = True) -> Accepted:
    """Make records of what a note of the book says and nothing tracks.

    `path` is the note, relative to the notes, e.g. `meetings/2020-08-26-board.md`. Of
    its `concerns`, only if that is asked for: somebody has to see which are new. The
    words of a note that was agreed stay as they are: those of an action become the link.
    """
    checked = check_notes(notes)
    book = checked.book
    entry = next((e for e in book.entries_of(Meeting) if e.source.path == path), None)
    if entry is None or entry.source.body is None:
        return Accepted(problems=(_no_note(path),))
    meeting, source = entry.record, entry.source
    part = part_of(read_plain(path, (source.body or "").encode()))
    parties = Parties(book=book)
    tracked = list(_actions(part, meeting, book, parties))
    if meeting.status.is_sealed:
        tracked = list(_in_the_words_agreed(tracked, source.body or ""))
    elif concerns:
        tracked += _concerns(part, meeting, book)
    if not tracked:
        return Accepted(notices=("this note has nothing that is not tracked",))
    before = (notes / path).read_bytes().decode("utf-8")
    change = _change(notes, path, before, source, tracked, parties)
    problems = new_problems(notes, change, checked.problems)
    if is_fatal(problems, strict=False):
        return Accepted(problems=problems)
    make(notes, change)
    return Accepted(
        problems=problems,
        added=tuple(change.added),
        edited=tuple(change.edited),
        notices=tuple(parties.notices),
    )


def _actions(
    part: Part, meeting: Meeting, book: Book, parties: Parties
) -> Iterator[_Tracked]:
    """Make actions of the lines that begin with the word."""
    found = [
        (action, block)
        for action in part.found.actions
        if action.confidence is Confidence.HIGH
        and (block := _block_at(part, action.line))
        and begins_with_mark(block.text)
        and not _is_tracked(part, block)
    ]
    taken = {one.id for one in book.actions}
    cut = _only(part.found, actions=tuple(action for action, _ in found))
    for action, (_, block) in zip(actions_of(cut, meeting.id), found, strict=True):
        new = numbered(action.id, taken)
        taken.add(new)
        owners = parties.owners(action.owners, meeting)
        record = replace(action, id=new, owners=owners)
        yield _Tracked(
            record=record, block=block, line=action_link(record.title, record.id)
        )


def _in_the_words_agreed(tracked: Sequence[_Tracked], body: str) -> Iterator[_Tracked]:
    """Let the words that were agreed lead to each action; leave lines with brackets."""
    lines = body.split("\n")
    for one in tracked:
        typed = " ".join(
            line.strip() for line in lines[one.block.line - 1 : one.block.end]
        )
        said = _MARK_AND_WORDS.fullmatch(typed)
        if said:
            link = f"[{said['words']}](../actions/{one.record.id}.md)"
            yield replace(one, line=f"{said['mark']}{link}")


def _concerns(part: Part, meeting: Meeting, book: Book) -> Iterator[_Tracked]:
    """Make concerns of labelled points; themes are those that the book has."""
    found = [
        (concern, block)
        for concern in part.found.concerns
        if (block := _block_at(part, concern.line)) and not _is_tracked(part, block)
    ]
    taken = {one.id for one in book.concerns}
    cut = _only(part.found, concerns=tuple(concern for concern, _ in found))
    for record, (concern, block) in zip(concerns_of(cut, meeting.id), found, strict=True):
        new = unused(record.id, taken.__contains__)
        taken.add(new)
        themes = tuple(one for one in record.themes if book.themes.get(one))
        yield _Tracked(
            record=replace(record, id=new, themes=themes),
            block=block,
            line=concern_line(concern.label, concern.text, new),
        )


def _change(
    notes: Path,
    path: str,
    before: str,
    source: Source,
    tracked: Sequence[_Tracked],
    parties: Parties,
) -> Change:
    records: list[Record] = [one.record for one in tracked]
    added = {path_of(one): write_record(one) for one in records}
    edited = {path: (before, _with_links(before, source, tracked))}
    register(notes, parties.organisations, added, edited)
    register(notes, parties.people, added, edited)
    return Change(added=added, edited=edited)


def _with_links(before: str, source: Source, tracked: Sequence[_Tracked]) -> str:
    """Put each link in the place of its block; all other lines stay as they are."""
    lines = before.splitlines(keepends=True)
    offset = (source.body_line or 1) - 1
    for one in sorted(tracked, key=lambda one: -one.block.line):
        first, last = one.block.line - 1 + offset, one.block.end + offset
        indent = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
        ending = lines[last - 1][len(lines[last - 1].rstrip("\r\n")) :]
        lines[first:last] = [f"{indent}{one.line}{ending}"]
    return "".join(lines)


def _only(found: FoundMeeting, **kept: object) -> FoundMeeting:
    nothing: dict[str, object] = {"actions": (), "concerns": (), "decisions": ()}
    return replace(found, **{**nothing, **kept})  # type: ignore[arg-type]


def _block_at(part: Part, line: int) -> Block | None:
    return next((b for b in part.document.blocks if b.line <= line <= b.end), None)


def _is_tracked(part: Part, block: Block) -> bool:
    """Whether a block leads to a record already, which its text does not show."""
    lines = part.document.lines[block.line - 1 : block.end]
    return any(_TRACKED.search(line) for line in lines)


def _no_note(path: str) -> Problem:
    return Problem(
        code="import-no-such-note",
        place=Place(path),
        summary="the book has no note of this name, or could not read it",
        hint="name a file in `meetings/`, and mend first what `minutebook check` says",
    )
