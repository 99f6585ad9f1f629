"""What was resolved: behind a mark, in a table, in the form minutes have for it, by vote.

RESOLVED: that the fee be ten pounds.         Decision 3: the picnic is in June.
It was agreed that the gate be locked.        Motion: ... Carried 7-2
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import FoundDecision
from minutebook.importing.recognising.candidates import is_nothing, line_of
from minutebook.importing.recognising.columns import Column
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.marks import bare, mark_of, without_box, without_id
from minutebook.importing.recognising.motions import (
    is_vote,
    motion_at,
    outcome_of,
    without_votes,
)
from minutebook.importing.recognising.outline import Section
from minutebook.importing.recognising.regrouped import with_lists
from minutebook.importing.recognising.roles import Role
from minutebook.importing.recognising.same import bare_words
from minutebook.importing.recognising.sentences import sentences_of
from minutebook.importing.recognising.tables import Table, spread, tables_of

_NUMBER = r"(?:\s*(?:no\.?\s*|\#\s*)?[A-Z]{0,3}\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?)"
_BOTH = r"(?:[^\W\d_]{3,15}(?:\s[^\W\d_]{3,15})?\s*/\s*)?"
"""The same word in another language: `PENDERFYNWYD / RESOLVED`."""

_MARK = re.compile(
    rf"""
    [\[(]?\s*{_BOTH}(?:it\s+was\s+)?
    (?:(?:key\s+)?decisions?(?:\s+(?:made|taken|reached|agreed))?|resolutions?|resolved|agreed
      |approved|DECIDED|ordinary\s+resolution|special\s+resolution|carried|penderfynwyd|cytunwyd
      |penderfyniad|unanimously\s+(?:agreed|resolved))
    {_NUMBER}?\s*(?:unanimously|nem\.?\s*con\.?)?(?:\s*\([^()]{{1,120}}\))?
    \s*(?P<stop>\]:?|[:)]|[–—]|\s-|-(?=\s))\s*(?P<rest>\S.*)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_GROUP = (
    r"(?:the\s+)?(?:(?:steering|working|advisory|management|executive|full|whole|users?|reference|task"
    r"|project|parish|town|community|joint)\s+){0,2}(?:committee|board|council|meeting|group|trustees"
    r"|governors|directors|pcc|forum|panel|assembly|society|cabinet|executive|partnership|network"
    r"|branch|conference|working\s+party)"
)
_WHO = rf"(?:{_GROUP}|(?:the\s+)?members(?:\s+present)?|we|everyone|all(?:\s+present)?|those\s+present)"
_BEFORE = (
    r"(?:(?:after|following|with|in\s+view\s+of)\s+[^,:]{1,80}?,?\s+|(?:in\s+the\s+end|in\s+conclusion"
    r"|finally|eventually|therefore|accordingly|so|on\s+balance)\s*,?\s*|(?:on|by)\s+(?:a\s+)?[^,:]{1,60},\s*)"
)
"""What may stand before those who decide: `After discussion the committee agreed`."""

_LOUD = re.compile(
    rf"{_BOTH}(?:It\s+was\s+(?:then\s+|therefore\s+|unanimously\s+)?|{_WHO}\s+)?"
    rf"(?P<word>RESOLVED|AGREED|DECIDED|APPROVED){_NUMBER}?(?:\s+\([^()]{{1,80}}\))?,?\s+(?P<rest>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:unanimously\s+|nem\.?\s*con\.?\s+)?(?:that|to|not\s+to)\b", re.IGNORECASE
)
_SAID = re.compile(
    rf"{_BEFORE}{{0,2}}it\s+was\s+(?:then\s+|therefore\s+|also\s+|further\s+|generally\s+"
    r"|subsequently\s+)?(?:unanimously\s+|formally\s+)?(?:resolved|agreed|decided)"
    r"(?:\s+(?:unanimously|by\s+[^.]{1,40}?|nem\.?\s*con\.?))?(?:,\s+[^,]{1,60})?[,:]?\s+"
    r"(?P<rest>(?:that|to|not\s+to)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_THEY = re.compile(
    rf"(?:{_BEFORE}?{_WHO}\s+(?:(?:then|unanimously|therefore|also|all|has|have|formally)\s+)*"
    r"(?:agreed|resolved|resolves|decided|voted)(?:\s+unanimously)?(?:,\s+[^,]{1,60},)?"
    r"|agreed(?:\s+unanimously|\s+by\s+all(?:\s+present)?)?)\s+"
    r"(?P<rest>(?:that|to|not\s+to)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_THEY_AGREED = re.compile(
    rf"{_BEFORE}?{_GROUP}\s+(?:(?:then|unanimously|also|has|have|formally)\s+)*(?:agreed|approved|adopted)"
    r"(?:\s+on|\s+unanimously)?\s+(?P<rest>(?:an?|the|this|these)\s+(?!(?:draft\s+)?(?:minutes|notes|agenda"
    r"|need|importance|point|report|last|previous|record|principle)\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_DEED = re.compile(
    r"(?:not\s+)?to\s+(?:note|thank|disagree|look\s+(?:at|into|again|forward|out)|consider|revisit|discuss|think|come|return|meet"
    r"|continue|keep\s+(?:an\s+eye|under)|differ|agree)\b",
    re.IGNORECASE,
)
_WISH = re.compile(r"\b(?:should|would|shall|will|must|be|to)\b", re.IGNORECASE)
_ITEM_AGREED = re.compile(
    r"agreed,?\s+(?!with\b|by\b|as\b|and\b|in\s+principle\b|outcomes?\b|actions?\b|minutes\b)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DECIDED = re.compile(
    r"(?:that\s+(?:this|it|there|the\s+(?:issue|matter|point|discussion))\s+(?:is|was|are|were|had|has)"
    r"\b.*|to\s+disagree\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_INSIDE = re.compile(
    rf"(?:(?<=[.!?;)\]\"”’])\s+|\s+(?:[–—-]|→|->|=>)\s+)(?={_BOTH}(?:RESOLVED|AGREED|DECISION|DECIDED"
    r"|Resolved|Agreed|Decision|Resolution|Carried)\b[^.:]{0,60}(?::|\s[–-]\s)"
    rf"|{_BOTH}(?:RESOLVED|AGREED|DECIDED)\s|(?:Resolved|Agreed|Decided)\s+(?:that|to)\s)"
)
_NEW_ACTION = re.compile(
    r"(?<=[.!?;)\]])\s+(?=[\[(]?(?:ACTIONS?|Actions?|AP|AI)\b[^.]{0,30}[:–\]-])"
)
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
        marked = _marked(blocks[at].text) is not None
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
    return short and is_vote(block.text) and _marked(block.text) is None


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
                text = _unmarked(line.strip(" -•*·\t"))
                if text and not is_nothing(text):
                    yield FoundDecision(text=text, line=row.line)


def _in_block(
    blocks: Sequence[Block], at: int, *, listed: bool
) -> Iterator[FoundDecision]:
    block = blocks[at]
    if bare(block.text)[:1] in "\"“‘'":
        return
    found = False
    for piece in _pieces(bare(without_box(block.text)[1])):
        text = _marked(piece)
        if text and text.endswith(":"):
            text = _with_items(text, blocks, at)
        if text and not is_nothing(text):
            found = True
            yield FoundDecision(text=text, line=line_of(block, piece))
            continue
        if text is None:
            for sentence in sentences_of(piece):
                said = _decided(sentence, block)
                if said:
                    found = True
                    line = line_of(block, sentence)
                    yield FoundDecision(text=said, line=line)
    if listed and not found and _is_listed(block, blocks):
        _, text = without_id(block.text)
        yield FoundDecision(text=text, line=block.line)


def _decided(sentence: str, block: Block) -> str | None:
    """Read a sentence that tells of a decision; None if it tells of something else."""
    said = _SAID.fullmatch(sentence)
    if said:
        return None if _NOT_DECIDED.match(said["rest"]) else said["rest"]
    they = _THEY.fullmatch(sentence)
    if they:
        rest = they["rest"]
        opinion = rest.casefold().startswith("that") and not _WISH.search(rest)
        return (
            None if opinion or _NO_DEED.match(rest) or _NOT_DECIDED.match(rest) else rest
        )
    thing = _THEY_AGREED.fullmatch(sentence)
    if thing:
        return thing["rest"]
    item = _ITEM_AGREED.fullmatch(sentence) if block.kind is Kind.ITEM else None
    return item["rest"] if item else None


def _is_listed(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a block below a heading of decisions is one: an item, or all are text."""
    if is_nothing(block.text) or block.text.endswith(":") or mark_of(block.text):
        return False
    items = any(other.kind is Kind.ITEM for other in blocks)
    return block.kind is Kind.ITEM or not items


def _pieces(text: str) -> Iterator[str]:
    """Cut a paragraph before marks, and leave the actions behind them to others."""
    starts = [0, *(found.end() for found in _INSIDE.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end].strip(" –—-")
        if not mark_of(piece):
            yield _NEW_ACTION.split(piece)[0]


def _marked(text: str) -> str | None:
    """Read what stands behind a mark; None without one."""
    found = _MARK.fullmatch(text)
    if found and _closes(found, text):
        return found["rest"].strip()
    loud = _LOUD.fullmatch(text)
    if not loud:
        return None
    shouted = loud["word"].isupper()
    first = loud.start("word") == 0
    that = _THAT.match(loud["rest"]) is not None
    if shouted or (first and that):
        return loud["rest"].strip()
    return None


def _closes(found: re.Match[str], text: str) -> bool:
    stop = found["stop"].strip()
    if stop[:1] in {"]", ")"}:
        return text[:1] == {"]": "[", ")": "("}[stop[0]]
    return text[:1] not in {"[", "("} or text.rstrip().endswith(("]", ")"))


def _unmarked(text: str) -> str:
    return _marked(text) or text


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
