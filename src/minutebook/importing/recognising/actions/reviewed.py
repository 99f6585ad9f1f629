"""Earlier actions that a meeting looked at again, with where each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import ReviewedAction
from minutebook.importing.recognising.actions.candidates import (
    Candidate,
    is_field,
    is_nothing,
    line_of,
)
from minutebook.importing.recognising.actions.columns import Column
from minutebook.importing.recognising.actions.lists import has_form
from minutebook.importing.recognising.actions.marked import is_marked
from minutebook.importing.recognising.actions.marks import (
    mark_of,
    without_box,
    without_id,
)
from minutebook.importing.recognising.actions.owners import (
    led,
    owners_of,
    starts_with_verb,
)
from minutebook.importing.recognising.actions.progress import is_labelled, progress_in
from minutebook.importing.recognising.actions.statuses import (
    is_status,
    split_status,
    status_said,
)
from minutebook.importing.recognising.actions.tables import Row, tables_of
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.outline.outline import Section

_OF_ACTIONS = re.compile(r"\bactions?\b", re.IGNORECASE)
_NEW_STATUS = re.compile(r"new\b.*", re.IGNORECASE)
_LOOKING = re.compile(
    r"(?:the\s+)?(?:minutes|notes)\b.*|(?:the\s+|all\s+|there\s+were\s+|no\s+)"
    r"(?:other\s+|further\s+|previous\s+)*(?:actions?|matters)\b.*|nothing\s+.*|none\.?"
    r"|(?:previous\s+|outstanding\s+)?(?:actions?|matters|points|items|progress|updates?)\b[^:]*:",
    re.IGNORECASE | re.DOTALL,
)
_WHAT_AND_ANSWER = re.compile(r"(?P<what>[^:]{3,160}):\s+(?P<answer>\S.*)", re.DOTALL)
_FEW_WORDS = 8
_LONGEST = 300
"""Signs of a paragraph that may be an earlier action with its status."""

_ANSWER = re.compile(
    r"(?:[-–—>→]+\s*)?(?:update|status|progress|outcome)\s*[:–—-]", re.IGNORECASE
)


def reviewed_below(section: Section, known: Known) -> Iterator[ReviewedAction]:
    """Find the earlier actions in a section that looks back."""
    for table in tables_of(section.blocks, known, of_actions=True):
        for row in table.rows:
            found = reviewed_row(row, known)
            if found:
                yield found
    blocks = [
        part
        for block in section.blocks
        if block.kind is not Kind.ROW
        for part in _each_answered(block)
    ]
    answered = any(
        split_status(block.text)[1]
        for block in blocks
        if block.kind is Kind.ITEM or is_labelled(block.text)
    )
    at = 0
    while at < len(blocks):
        found, taken = _reviewed(blocks, at, section, known, answered=answered)
        if found:
            yield found
        at += taken


def _each_answered(block: Block) -> Iterator[Block]:
    """Cut a paragraph of which each sentence says where something stands."""
    sentences = sentences_of(block.text) if block.kind is Kind.PARAGRAPH else ()
    each = [_tells(sentence) for sentence in sentences]
    if len(sentences) > 1 and all(each):
        for sentence in sentences:
            yield replace(block, text=sentence, line=line_of(block, sentence))
    else:
        yield block


def _tells(sentence: str) -> bool:
    """Whether a sentence has words for what stands somewhere, and for where it stands."""
    rest, status = split_status(sentence)
    return status is not None and len(rest.split()) > 1


def reviewed_row(row: Row, known: Known) -> ReviewedAction | None:
    """Read a row of an old action table; a row that is called new is none."""
    if not row.headed and len(row.cells) == 1:
        return None
    text = " ".join(row.cells.get(Column.ACTION, "").split()) or row.talk
    status = row.cells.get(Column.STATUS) or row.cells.get(Column.REMARKS)
    due = row.cells.get(Column.DUE, "")
    if not status and is_status(due):
        status = due
    if not text or is_nothing(text) or (status and _NEW_STATUS.fullmatch(status)):
        return None
    return _said(text, row.line, " ".join(status.split()) if status else None, known)


def _reviewed(
    blocks: Sequence[Block],
    at: int,
    section: Section,
    known: Known,
    *,
    answered: bool,
) -> tuple[ReviewedAction | None, int]:
    """Read an item or a line of a review, with the lines that answer it."""
    block = blocks[at]
    if is_field(block.text) or not _is_old(blocks, at, section, known, answered=answered):
        return None, 1
    after = blocks[at + 1 : at + 4]
    status: str | None = None
    taken = 1
    for line in after:
        deeper = line.kind is Kind.ITEM and line.level > block.level
        said = status_said(line.text)
        if not (
            said or deeper or (is_field(line.text) and not is_marked(line.text, known))
        ):
            break
        if deeper and not said and is_marked(line.text, known):
            break
        status = status or said or (line.text if deeper else None)
        taken += 1
    text = block.text
    inner = mark_of(text)
    if inner and inner.is_sure:
        text = f"{inner.rest}"
    return _said(_before_new(text), block.line, status, known), taken


def _before_new(text: str) -> str:
    """Leave out a new action that stands behind what was said of the old one."""
    return re.split(r"(?<=[.!?;])\s+(?=(?:ACTION|Action)\b[^.]{0,20}[:–-])", text)[0]


def _is_old(
    blocks: Sequence[Block], at: int, section: Section, known: Known, *, answered: bool
) -> bool:
    """Whether a block of a review is an earlier action.

    An item that only names a matter is one where others are `answered`.
    """
    block = blocks[at]
    text = block.text
    if is_nothing(text) or _LOOKING.fullmatch(text):
        return False
    _, bare = without_box(text)
    number, _ = without_id(bare)
    rest, status = split_status(_before_new(bare))
    mark = mark_of(text)
    if mark and is_marked(text, known):
        below = at + 1 < len(blocks) and bool(_ANSWER.match(blocks[at + 1].text))
        return bool(mark.number or status or below) and not (
            status and _NEW_STATUS.fullmatch(status)
        )
    of_actions = _OF_ACTIONS.search(section.title) is not None
    if block.kind is Kind.ITEM:
        said = (
            _answered(rest, known) is not None
            or (answered and is_labelled(rest))
            or progress_in(bare)[1] is not None
        )
        return of_actions or said or bool(status or number) or has_form(rest, known)
    if is_labelled(text) and ": " in text and (answered or progress_in(text)[1]):
        return True
    short = len(text) <= _LONGEST
    return (
        bool(number and (status or of_actions))
        or (bool(status) and (short or has_form(rest, known)))
        or (of_actions and has_form(rest, known) and " to " in rest)
    )


def _answered(text: str, known: Known) -> tuple[str, str] | None:
    """Read `Ann to find a hall: still waiting`, where no word for a status tells."""
    found = _WHAT_AND_ANSWER.fullmatch(text)
    if not found or owners_of(found["what"], known)[0]:
        return None
    if len(sentences_of(found["answer"])) > 1:
        return None
    order = led(found["what"], known) is not None
    words = len(found["what"].split())
    if not order and (not 1 < words <= _FEW_WORDS or starts_with_verb(found["answer"])):
        return None
    return found["what"], found["answer"].strip().rstrip(".")


def _said(
    text: str, line: int, status: str | None, known: Known | None = None
) -> ReviewedAction | None:
    box, text = without_box(text.strip())
    _, text = without_id(text)
    if status is None:
        text, status = split_status(text)
    if status is None:
        text, status = progress_in(text)
    answered = _answered(text, known) if status is None and known else None
    if answered:
        text, status = answered
    _, text = without_id(text)
    if status is None and box and box.strip("[] "):
        status = box if "[" not in box else "done"
    if not text or is_nothing(text):
        return None
    return ReviewedAction(text=text.strip(" *_"), status=status, line=line)


def as_reviewed(candidate: Candidate) -> ReviewedAction | None:
    """Take what a list of actions says is finished for an earlier action."""
    text, _ = split_status(candidate.words)
    mark = mark_of(text)
    box = "done" if "[" in candidate.promise.box else candidate.promise.box
    status = candidate.status or box
    return _said(mark.rest if mark else text, candidate.line, status)
