"""Labelled points under themes: `- Referrals: staff rarely refer anybody`.

Minutes that report what was said by theme put a label before each point. Ordinary minutes
have labelled lines, too (`Venue: village hall`), so points count only where most sections
are made of them, or where a heading says that concerns were raised.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import FoundConcern
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role
from minutebook.records import ConcernKind

_LABEL = re.compile(
    r"(?P<label>[^\s:.;?!][^.;?!]{0,78}?)\s*(?::|\s[–—-])\s+(?P<text>\S.*)"
)
_MOST_WORDS = 9
_SHORTEST_TEXT, _FEWEST_WORDS = 12, 3
_FEWEST_POINTS = 4
"""A document with fewer labelled points than this does not report by theme."""

_NO_LABEL = re.compile(
    r"""(?:action|actions|ai|ap|todo|to\ do|decision|resolved|resolution|agreed
      |motion|vote|added|note|nb|post-?meeting\ note|date|time|venue|location|place
      |present|apologies|chair|in\ attendance|attendees|minutes|minute[\s-]taker|next
      |proposed|seconded
      |proposer|seconder|from|to|cc|subject|email|e-mail|phone|tel|website|link|owner|due
      |deadline|status|update|progress|purpose|https?|summary|recommendation|outcome)s?
      (?:\ .{0,20}|\(.{0,40}\))?\d*""",
    re.VERBOSE | re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\b(?:said|asked|reported|noted|confirmed|raised|replied|repeated|told|agreed)\b"
    r"|\bby$"
)
_KINDS = (
    ("concern", ConcernKind.CONCERN),
    ("issue", ConcernKind.CONCERN),
    ("question", ConcernKind.QUESTION),
    ("suggestion", ConcernKind.SUGGESTION),
    ("idea", ConcernKind.SUGGESTION),
    ("proposal", ConcernKind.SUGGESTION),
    ("what works", ConcernKind.GOOD_PRACTICE),
    ("good", ConcernKind.GOOD_PRACTICE),
)
_KIND = re.compile(
    r"(concern|issue|question|suggestion|idea|proposal|good practice|good example|good"
    r"|what works well|what works)s?"
    r"(?:\s*[:–—-]\s*|$)",
    re.IGNORECASE,
)
_RAISED = re.compile(
    r"\b(?:concerns?|issues?|points?|questions?|suggestions?|themes?|feedback|comments?)\b"
    r".{0,30}\b(?:raised|made|asked|heard|received|discussed|from|by)\b"
    r"|^(?:key |main )?(?:concerns|issues|themes|points raised|feedback)\b",
    re.IGNORECASE,
)

_GOOD = re.compile(
    r"\bgood (?:example|practice)|\bworks well\b|\bworked well\b|\bbest practice\b"
    r"|\b(?:praised|welcomed as an example|a model for others)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|\bquestions? (?:were|was) (?:also )?(?:raised|asked)\b"
    r"|\b(?:asked|queried|wondered)\s"
    r"(?:\w+\s){0,3}(?:whether|if|how|what|when|why|who|which|where)\b",
    re.IGNORECASE,
)
_SUGGESTION = re.compile(
    r"""\b(?:should|must|ought\ to)\s(?:also\s|therefore\s)?be\b
      | \bthere\s(?:should|must|needs?\sto)\b
      | \bneeds?\sto\s\w+
      | (?<!previously\sbeen\s)\b(?:suggest(?:ed|ion)?|proposed|recommended|called\sfor
          |urged)\b
      | \b(?:would|might)\slike\b | \bcould\s(?:be|offer|share|set|have)\b
      | \bmay\sbe\sinterest\b""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Point:
    """A block that has a label, cut in two."""

    block: Block
    label: str
    text: str


def concerns_in(
    sections: Sequence[Section], names: Collection[str] = ()
) -> tuple[FoundConcern, ...]:
    """Find the points of a document that reports what was raised by theme.

    `names` are those of people: `Jo: we should go` says who spoke, and labels nothing.
    """
    speakers = {word.casefold() for name in names for word in (name, *name.split())}
    bodies = [section for section in sections if _may_hold_points(section)]
    points = {id(section): tuple(_points(section, speakers)) for section in bodies}
    total = sum(map(len, points.values()))
    themed = sum(bool(points[id(section)]) for section in bodies if section.blocks)
    filled = sum(bool(section.blocks) for section in bodies)
    by_theme = (
        total >= _FEWEST_POINTS and 2 * themed >= filled and _mostly(points, bodies)
    )
    return tuple(
        FoundConcern(
            theme=section.title or None,
            label=_without_kind(point.label)[0],
            kind=_without_kind(point.label)[1] or kind_of(point.label, point.text),
            text=point.text,
            line=point.block.line,
        )
        for section in bodies
        if by_theme or _is_headed_as_concerns(section)
        for point in points[id(section)]
    )


def label_of(block: Block) -> tuple[str, str] | None:
    """Cut a labelled point into label and text; None for any other block."""
    text = re.sub(r"^[^\w\s'\"‘“(\[]\s+", "", block.text)
    if 0 < block.strong < len(block.text) and text == block.text:
        label = text[: block.strong].strip(" :–—-.")
        rest = text[block.strong :].lstrip(" :–—-.")
        found = (label, rest) if label else None
    else:
        found = _cut_label(text)
    if found is None or not _is_label(*found):
        return None
    return found


def _cut_label(text: str) -> tuple[str, str] | None:
    """Cut at the first colon or dash; what only names the kind belongs to the label."""
    matched = _LABEL.fullmatch(text)
    if not matched:
        return None
    label, rest = matched["label"].strip(), matched["text"]
    within = _LABEL.fullmatch(rest) if _KIND.fullmatch(label) else None
    if within and len(within["label"].split()) <= _MOST_WORDS:
        return f"{label}: {within['label'].strip()}", within["text"]
    return label, rest


def _without_kind(label: str) -> tuple[str, ConcernKind | None]:
    """Take what a label says of its kind off it: `Suggestion - cargo bikes`."""
    matched = _KIND.match(label)
    if not matched:
        return label, None
    kind = next(kind for word, kind in _KINDS if matched[1].casefold().startswith(word))
    return label[matched.end() :].strip() or label, kind


def kind_of(label: str, text: str) -> ConcernKind:
    """Tell what sort of point it is, by its first sentences."""
    opening = " ".join(re.split(r"(?<=[.?!])\s+", text)[:2])
    if _GOOD.search(f"{label}. {opening}"):
        return ConcernKind.GOOD_PRACTICE
    first = re.split(r"(?<=[.?!])\s+", text)[0]
    if _QUESTION.search(first) or text.rstrip(" \"'”’)").endswith("?"):
        return ConcernKind.QUESTION
    if _SUGGESTION.search(first):
        return ConcernKind.SUGGESTION
    return ConcernKind.CONCERN


def _may_hold_points(section: Section) -> bool:
    return section.role is Role.BODY and section.heading is not None


def _is_headed_as_concerns(section: Section) -> bool:
    return any(_RAISED.search(title) for title in (section.title, *section.path))


def _mostly(points: dict[int, tuple[_Point, ...]], sections: Sequence[Section]) -> bool:
    """Whether the items of the themed sections are for the most part labelled points."""
    items = sum(
        block.kind is Kind.ITEM
        for section in sections
        if points[id(section)]
        for block in section.blocks
    )
    return 2 * sum(map(len, points.values())) >= items


def _points(section: Section, speakers: Collection[str]) -> Iterator[_Point]:
    for block in section.blocks:
        cut = label_of(block) if block.kind in {Kind.ITEM, Kind.PARAGRAPH} else None
        if cut and not _speaks(cut[0], speakers):
            yield _Point(block, *cut)


def _speaks(label: str, speakers: Collection[str]) -> bool:
    """Whether a label is a person, or several."""
    named = [name.strip().casefold() for name in re.split(r"[/&,]|\band\b", label)]
    return all(name in speakers for name in named)


def _is_label(label: str, text: str) -> bool:
    return (
        len(label.split()) <= _MOST_WORDS
        and len(text) >= _SHORTEST_TEXT
        and len(text.split()) >= _FEWEST_WORDS
        and label[:1].isupper()
        and not any(map(_NO_LABEL.fullmatch, re.split(r"\s+/\s+", label)))
        and not re.search(
            r"\b(?:said|asked|reported|noted|confirmed|raised|replied)$", label
        )
    )
