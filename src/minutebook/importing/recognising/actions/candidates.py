"""What may be an action, before repetitions are made one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from minutebook.importing.document import Block
from minutebook.importing.findings import Confidence
from minutebook.importing.recognising.actions.asides import Promise
from minutebook.importing.recognising.actions.due import Due
from minutebook.importing.recognising.actions.owners import POSSIBLE
from minutebook.importing.recognising.actions.promise import promise_of
from minutebook.importing.recognising.actions.statuses import (
    is_finished,
    split_status,
    status_said,
)
from minutebook.importing.recognising.known import Known

_NOTHING = re.compile(
    r"(?:[\W_x]*|none|nil|n/?a|t\.?b\.?[cad]\.?|no(?:ne)?\s+(?:new\s+|further\s+)?(?:actions?|required"
    r"|arising|noted|recorded|points?).*|there\s+(?:were|are)\s+no\b.*|as\s+above|see\s+above|-"
    r"|none\s*[.,(–-].*"
    r"|nothing\s+.*|(?:actions?|owners?|tasks?|who|what|when|due|deadline|status|by\s+whom|[|/,\s])+"
    r"|\[[^\]]*\]|<[^>]*>|insert\s.*|enter\s+(?:the\s+)?(?:actions?|text|here).*|lorem\s+ipsum.*"
    r"|action\s+\d+|description(?:\s+of\s+(?:the\s+)?(?:action|task))?)[.:]?",
    re.IGNORECASE | re.DOTALL,
)
_PLACEHOLDER = re.compile(
    r"\[(?:insert|name|action|owner|date|text|enter|describe|your|details?)\b[^\]]*\]"
    r"|<(?:insert|name|action|owner|date|text|enter|describe|who|what)\b[^>]*>|\{\{.*?\}\}",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?P<field>(?:action\s+)?owners?|lead|who|by\s+whom|(?:person\s+)?responsible|responsibility"
    r"|assigned\s+to|action\s+by|due(?:\s+(?:date|by|on))?|deadline|by\s+when|target(?:\s+date)?"
    r"|timescale|when|status|progress|update|outcome)\s*[:–—-]\s*(?P<value>\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that may be an action, with what tells it from its repetitions."""

    promise: Promise
    line: int
    confidence: Confidence
    listing: int = 0
    """The list or table it stands in; 0 in running text."""

    end: int = 0
    """Where its paragraph ends, of what only a sentence tells."""

    item: str = ""
    """The number of the item it stands below, or that its row refers to."""

    status: str | None = None
    words: str = ""
    """What was read, as it stood."""

    @property
    def is_finished(self) -> bool:
        """Whether it says of itself that nothing more is to be done."""
        return is_finished(self.status) or self.promise.box.strip("[] ") in _TICKS


_TICKS = frozenset({"x", "X", "✓", "✔", "☑", "✅", "☒"})


def is_nothing(text: str) -> bool:
    """Whether a text says that there is no action, or is a place left to be filled in."""
    bare = text.strip(" *_|")
    return _NOTHING.fullmatch(bare) is not None or _PLACEHOLDER.search(bare) is not None


def candidate_of(
    words: str,
    known: Known,
    *,
    line: int,
    confidence: Confidence = Confidence.HIGH,
    listing: int = 0,
    at_least: int = POSSIBLE,
) -> Candidate:
    """Read one action, and where it says that it stands."""
    text, status = split_status(words)
    return Candidate(
        promise=promise_of(text, known, at_least=at_least),
        line=line,
        confidence=confidence,
        listing=listing,
        status=status,
        words=words,
    )


def line_of(block: Block, words: str) -> int:
    """Tell on which line of a paragraph words stand, as its lines are about as long."""
    at = block.text.find(words)
    lines = block.end - block.line + 1
    if at <= 0 or lines <= 1:
        return block.line
    return block.line + at * lines // len(block.text)


def with_owners(candidate: Candidate, owners: tuple[str, ...], level: int) -> Candidate:
    """Give an action owners that stand elsewhere, unless it names its own."""
    if candidate.promise.owners or not owners:
        return candidate
    return replace(
        candidate, promise=replace(candidate.promise, owners=owners, level=level)
    )


def with_due(candidate: Candidate, due: Due | None) -> Candidate:
    """Give an action a due date that stands elsewhere; it goes before the sentence's."""
    if due is None:
        return candidate
    return replace(candidate, promise=replace(candidate.promise, due=due))


def is_field(text: str) -> bool:
    """Whether a line only adds to the action above: `Owner: Ann`, `Due: 4 May`."""
    return _FIELD.fullmatch(text.strip()) is not None


def with_field(candidate: Candidate, text: str, known: Known) -> Candidate:
    """Add a line such as `Owner: Ann` or `Status: done` to the action above it."""
    status = status_said(text)
    if status:
        return replace(candidate, status=status)
    added = promise_of(f"x. {text.strip()}", known)
    candidate = with_owners(candidate, added.owners, added.level)
    return with_due(candidate, added.due)
