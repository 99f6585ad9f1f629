"""What was resolved: behind a mark, in a table, in the form minutes have for it, by vote.

RESOLVED: that the fee be ten pounds.         Decision 3: the picnic is in June.
It was agreed that the gate be locked.        Motion: ... Carried 7-2
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import FoundDecision
from minutebook.importing.recognising.actions.candidates import is_nothing, line_of
from minutebook.importing.recognising.actions.columns import Column
from minutebook.importing.recognising.actions.marks import (
    bare,
    mark_of,
    without_box,
    without_id,
)
from minutebook.importing.recognising.actions.same import bare_words
from minutebook.importing.recognising.actions.spreading import spread
from minutebook.importing.recognising.actions.tables import Table, tables_of
from minutebook.importing.recognising.decisions.agreed import decided
from minutebook.importing.recognising.decisions.marks import (
    decision_marked,
    pieces_of_decisions,
    without_mark,
)
from minutebook.importing.recognising.decisions.motions import (
    is_vote,
    motion_at,
    outcome_of,
    without_votes,
)
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.regrouped import with_lists
from minutebook.importing.recognising.outline.roles import Role

_SHORT = 160


def decisions_in(
    sections: Sequence[Section], known: Known | None = None
) -> tuple[FoundDecision, ...]:
    """Find what a meeting resolved, each thing once."""
    known = known or Known()
    found: list[FoundDecision] = []
    for section in with_lists(sections, known):
        if section.role in {Role.NEXT, Role.ADDENDUM}:
            continue
        found.extend(_in_section(section, known))
    return _each_once(sorted(found, key=lambda decision: decision.line))


def _in_section(section: Section, known: Known) -> Iterator[FoundDecision]:
    listed = section.role is Role.DECISIONS
    tables = [*tables_of(section.blocks, known, of_actions=listed)]
    yield from _in_tables(tables, listed=listed)
    blocks = [*spread(section.blocks, tables)]
    if section.heading is not None:
        blocks = [section.heading, *blocks]
    at = 0
    while at < len(blocks):
        heading = blocks[at] is section.heading
        marked = decision_marked(blocks[at].text) is not None
        motion = None if marked else motion_at(blocks, at, is_heading=heading)
        if motion:
            if motion.is_carried:
                yield FoundDecision(text=motion.text, line=blocks[at].line)
            at += motion.taken
            continue
        item = listed and not heading and blocks[at].table == 0
        found = list(_in_block(blocks, at, listed=item))
        at += 1
        if found and at < len(blocks) and _is_vote(blocks[at]):
            found = [] if outcome_of(blocks[at].text) is False else found
            at += 1
        yield from (replace(one, text=without_votes(one.text)) for one in found)


def _is_vote(block: Block) -> bool:
    """Whether a line says how those above voted."""
    short = len(block.text) <= _SHORT and mark_of(block.text) is None
    return short and is_vote(block.text) and decision_marked(block.text) is None


def _in_tables(tables: Sequence[Table], *, listed: bool) -> Iterator[FoundDecision]:
    """Read the columns of decisions; in a table below a heading of these, the longest."""
    for table in tables:
        if table.is_of_actions and Column.DECISION not in table.kinds:
            continue
        for row in table.rows:
            cell = row.cells.get(Column.DECISION, "")
            if not cell and listed:
                cell = row.cells.get(Column.ACTION, "") or row.talk
            for line in cell.split("\n"):
                text = without_mark(line.strip(" -•*·\t"))
                if text and not is_nothing(text):
                    yield FoundDecision(text=text, line=row.line)


def _in_block(
    blocks: Sequence[Block], at: int, *, listed: bool
) -> Iterator[FoundDecision]:
    block = blocks[at]
    if bare(block.text)[:1] in "\"“‘'":
        return
    found = False
    for piece in pieces_of_decisions(bare(without_box(block.text)[1])):
        text = decision_marked(piece)
        if text and text.endswith(":"):
            text = _with_items(text, blocks, at)
        if text and not is_nothing(text):
            found = True
            yield FoundDecision(text=text, line=line_of(block, piece))
            continue
        if text is None:
            for sentence in sentences_of(piece):
                said = decided(sentence, block)
                if said:
                    found = True
                    line = line_of(block, sentence)
                    yield FoundDecision(text=said, line=line)
    if listed and not found and _is_listed(block, blocks):
        _, text = without_id(block.text)
        yield FoundDecision(text=text, line=block.line)


def _is_listed(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a block below a heading of decisions is one: an item, or all are text."""
    if is_nothing(block.text) or block.text.endswith(":") or mark_of(block.text):
        return False
    items = any(other.kind is Kind.ITEM for other in blocks)
    return block.kind is Kind.ITEM or not items


def _with_items(text: str, blocks: Sequence[Block], at: int) -> str:
    """Add the list that a decision introduces."""
    items: list[str] = []
    for block in blocks[at + 1 :]:
        if block.kind is not Kind.ITEM:
            break
        items.append(block.text.rstrip(".;"))
    return f"{text} {'; '.join(items)}" if items else text


def _each_once(found: Sequence[FoundDecision]) -> tuple[FoundDecision, ...]:
    """Leave out what a list of decisions repeats."""
    kept: list[FoundDecision] = []
    seen: set[tuple[str, ...]] = set()
    for decision in found:
        words = bare_words(decision.text)
        if words in seen:
            continue
        seen.add(words)
        kept.append(decision)
    return tuple(kept)
