"""Motions: what was moved, without those who moved it, and whether it was carried.

Motion: that the fee be ten pounds. Proposed: A, seconded: B. Carried 7-2
Moved by Ann, seconded by Bob, to buy a mower. Motion lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutebook.importing.document import Block, Kind
from minutebook.importing.recognising.language.sentences import (
    TITLES_WITH_STOP,
    sentences_of,
)

_WORD = (
    r"(?:the\s+|an?\s+)?(?:motion|proposal|amendment)(?:\s+(?:no\.?\s*)?[A-Z]?\d{1,4})?"
)
_MOTION = re.compile(
    rf"{_WORD}(?:\s*\([^()]{{1,120}}\))?(?:,?\s+(?:moved|proposed)\b[^:]{{1,160}})?"
    r"\s*(?:[:–—]|\s-|-(?=\s))\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_MOTION_ALONE = re.compile(rf"{_WORD}\s*:?", re.IGNORECASE)
_STOPS = "|".join(rf"(?<={title})\." for title in TITLES_WITH_STOP)
_BY = rf"(?:\s*(?:by|:))?\s+(?:[^.,:;]|(?<=\b[A-Z])\.|{_STOPS}){{1,60}}?"
_MOVED_FIRST = re.compile(
    rf"(?:it\s+was\s+)?(?:moved|prop(?:osed|\.)){_BY}(?:,|\s+and)?\s+(?:and\s+)?"
    rf"sec(?:onded|\.){_BY}(?:,|:)?\s+"
    r"(?:and\s+)?(?P<won>(?:unanimously\s+)?(?:resolved|carried|agreed)\b)?\s*[:,]?\s*"
    r"(?P<rest>(?:that|to)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_MOVED_LAST = re.compile(
    rf"{_WORD}\s+(?P<rest>(?:that|to)\b.{{3,400}}?)\s+(?P<votes>(?:was|were)\s+(?:then\s+)?"
    r"(?:proposed|moved|seconded|put|carried|passed|lost|defeated|withdrawn|agreed|rejected)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_SOMEBODY_MOVED = re.compile(
    r"(?P<who>[A-Z][^.]{1,40}?)\s+(?:moved|proposed)\s+(?P<rest>(?:that|to)\b.*?)(?P<votes>,?\s+(?:and\s+)?"
    r"(?:this\s+was\s+)?seconded\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_MOTION_TO = re.compile(
    rf"{_WORD}\s+(?P<rest>(?:that|to)\b.*)", re.IGNORECASE | re.DOTALL
)
_VOTE_WORDS = (
    r"proposed|moved|proposer|mover|seconded|seconder|prop|sec|vote|votes|voting|for|against"
    r"|abst(?:ain(?:ed|ing)?|entions?)|carried|passed|lost|defeated|withdrawn|rejected|result|outcome"
    r"|unanimous(?:ly)?|in\s+favou?r|all\s+in\s+favou?r|nem|agreed|\d+\s+(?:votes?\s+)?(?:for|in\s+favou?r"
    r"|against|abst\w*)"
    r"|(?:the\s+|an?\s+|this\s+)?(?:\w+\s+)?(?:motion|amendment|proposal|resolution)\s+(?:to\s+.{1,80}?\s+)?(?:was|is"
    r"|were|fell|failed|passed|carried|lost|withdrawn|defeated|unanimously)|this\s+was\s+(?:carried|agreed"
    r"|passed|lost|defeated|seconded)"
)
_VOTE = re.compile(rf"[(\[]?(?:{_VOTE_WORDS})\b.{{0,240}}", re.IGNORECASE | re.DOTALL)
_LOST = re.compile(
    r"\b(?:lost|defeated|withdrawn|rejected|fell|falls|tied|not\s+carried|not\s+agreed|fails?|failed"
    r"|tabled|deferred|not\s+passed|no\s+seconder|not\s+seconded)\b",
    re.IGNORECASE,
)
_WON = re.compile(
    r"\b(?:carried|carries|pass(?:ed|es)|approved|agreed|adopted|accepted|resolved|unanimous(?:ly)?|nem\.?\s*con"
    r"|(?:all|everyone|majority)\s+in\s+favou?r)\b",
    re.IGNORECASE,
)
_COUNTS = (
    re.compile(
        r"\bfor\s*[:–-]?\s*(\d+)\b.{0,20}?\bagainst\s*[:–-]?\s*(\d+)", re.IGNORECASE
    ),
    re.compile(
        r"\b(\d+)\s+(?:votes?\s+)?(?:for|in\s+favou?r)\b.{0,20}?\b(\d+|none|nobody)\s+against",
        re.IGNORECASE,
    ),
    re.compile(r"\b(\d{1,4})\s*(?:[-–]|votes?\s+to|to)\s*(\d{1,4})\b"),
)
_AT_END = re.compile(
    r"\s*(?:[(\[][^()\[\]]*\b(?:for|against|in\s+favou?r|unanimous(?:ly)?|carried|abst\w*)\b[^()\[\]]*[)\]]"
    r"|,\s+(?:all\s+in\s+favou?r|nem\.?\s*con\.?|unanimously|carried(?:\s+unanimously)?"
    r"|(?:proposed|moved)\s+(?:by\s+)?[A-Z][^,.]{1,40},?\s+(?:and\s+)?seconded\s+(?:by\s+)?[A-Z].{1,40}))[.]?$",
    re.IGNORECASE,
)
_OF_MINUTES = re.compile(
    r"that\s+(?:the\s+)?minutes\b.*\b(?:accepted|approved|adopted|signed|confirmed|agreed)\b",
    re.IGNORECASE | re.DOTALL,
)
_SPELT_OUT = re.compile(
    r"\b(?:carried|resolved|agreed|decided)\s*[:–]\s*(?!unanim|nem|all\b|by\b)(?=[a-z])",
    re.IGNORECASE,
)
"""A vote that says in its own words what was decided: `Carried: the rents rise`."""

_MOST_LINES = 8
_LONGEST = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class Motion:
    """A motion in the words of the minutes, without its vote."""

    text: str
    taken: int
    """How many blocks it stands on, those of its vote included."""

    is_carried: bool
    """Whether the minutes say that it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    """The first lines of a motion."""

    text: str
    votes: str = ""
    taken: int = 1
    is_marked: bool = False
    won: bool = False


def motion_at(blocks: Sequence[Block], at: int, *, is_heading: bool) -> Motion | None:
    """Read the motion that begins at a block, with the lines of its vote."""
    moved = _moved(blocks, at, is_heading=is_heading)
    if moved is None:
        return None
    text, said = _parted(moved.text)
    votes = [moved.votes, said]
    taken = moved.taken
    passed = moved.taken
    for after in blocks[at + taken : at + _MOST_LINES]:
        if after.kind is not Kind.PARAGRAPH and not _VOTE.fullmatch(after.text):
            break
        if _begins_another(after.text) or _SPELT_OUT.search(after.text[:_LONGEST]):
            break
        passed += 1
        spoken = [one for one in sentences_of(after.text) if is_vote(one)]
        if spoken:
            votes += spoken
            taken = passed
        elif not after.tight:
            break
    won = outcome_of(" ".join(votes))
    if won is None and not moved.won and not moved.is_marked and not any(votes):
        return None
    carried = moved.won if won is None else won
    return Motion(
        text=text, taken=taken, is_carried=carried and not _OF_MINUTES.match(text)
    )


def _moved(blocks: Sequence[Block], at: int, *, is_heading: bool) -> _Moved | None:
    text = blocks[at].text[:_LONGEST]
    if text[:1] in '"“‘':
        return None
    if _MOTION_ALONE.fullmatch(text):
        if at + 1 >= len(blocks) or blocks[at + 1].kind is Kind.ROW:
            return None
        return _Moved(text=blocks[at + 1].text, taken=2, is_marked=True)
    marked = _MOTION.fullmatch(text)
    if marked:
        return _Moved(text=marked["rest"], is_marked=True)
    return None if is_heading else _told(text)


def _told(text: str) -> _Moved | None:
    """Read a sentence that tells who moved what."""
    first = _MOVED_FIRST.fullmatch(text)
    if first:
        return _Moved(text=first["rest"], won=bool(first["won"]))
    told = _MOVED_LAST.fullmatch(text) or _SOMEBODY_MOVED.fullmatch(text)
    if told:
        return _Moved(text=told["rest"], votes=told["votes"] or "")
    bare = _MOTION_TO.fullmatch(text)
    return _Moved(text=bare["rest"]) if bare else None


def _begins_another(text: str) -> bool:
    return bool(_MOTION.fullmatch(text) or _MOTION_ALONE.fullmatch(text))


def _parted(text: str) -> tuple[str, str]:
    """Part what was moved from what is said of the vote behind it."""
    sentences = sentences_of(text)
    at = next((n for n, one in enumerate(sentences) if n and is_vote(one)), None)
    before = sentences if at is None else sentences[:at]
    behind = () if at is None else sentences[at:]
    kept = " ".join(before)
    last = _AT_END.search(kept)
    if last and last.start():
        return kept[: last.start()].rstrip(" ,"), " ".join((last.group(), *behind))
    return kept, " ".join(behind)


def without_votes(text: str) -> str:
    """Leave out who moved and seconded what was resolved, and how many voted for it."""
    return _parted(text)[0]


def is_vote(text: str) -> bool:
    """Whether a sentence or a line only says how a vote went, and whose motion it was."""
    return _VOTE.fullmatch(text) is not None


def outcome_of(votes: str) -> bool | None:
    """Tell whether a motion was carried; the last word on it counts."""
    lost = max((found.start() for found in _LOST.finditer(votes)), default=-1)
    won = max(
        (
            found.start()
            for found in _WON.finditer(votes)
            if not re.search(r"\bnot\s+$", votes[: found.start()])
        ),
        default=-1,
    )
    if lost >= 0 or won >= 0:
        return won > lost
    for counts in _COUNTS:
        found = counts.search(votes)
        if found:
            against = int(found[2]) if found[2].isdigit() else 0
            return int(found[1]) > against
    return None
