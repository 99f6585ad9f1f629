"""Compare what was found in a document with its golden, field by field.

A golden has the shape that `minutebook import --json` prints. Two findings are the same
if a careful reader would say so: words count, and not signs, capitals or spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from importing.likeness import ALIKE, due_of, likeness, roles, same_name, says, words_of
from importing.tallies import Score

Finding = Mapping[str, Any]
Pair = tuple[Finding | None, Finding | None]
"""A finding of the golden and one of the importer; `None` where there is no partner."""

NEAR = 2
"""How many lines apart two findings may stand and still be the same."""

CONTRADICTIONS = frozenset(
    {
        "import-ambiguous-date",
        "import-ambiguous-initials",
        "import-ends-before-start",
        "import-present-and-apologies",
        "import-two-dates",
        "import-weekday-differs",
    }
)
"""The problems that are scored: those of the document, and not of its format."""


def compare(golden: Finding, found: Finding, *, lines: bool = True) -> Score:
    """Score one document. `lines` is off for formats whose lines cannot be counted."""
    score = Score()
    for expected, actual in _meetings(golden["meetings"], found["meetings"]):
        _compare_facts(score, expected, actual)
        _compare_people(score, expected, actual)
        _compare_actions(score, expected, actual, lines=lines)
        _compare_rest(score, expected, actual, lines=lines)
    _compare_problems(score, golden, found, lines=lines)
    return score


def pair(
    golden: Sequence[Finding],
    found: Sequence[Finding],
    likely: Callable[[Finding, Finding], float],
) -> Iterator[Pair]:
    """Pair findings one to one, the likeliest first; 0 is no pair at all."""
    offers = [
        (likely(expected, actual), -one, -other)
        for one, expected in enumerate(golden)
        for other, actual in enumerate(found)
    ]
    left, free = set(range(len(golden))), set(range(len(found)))
    for how, one, other in sorted(offers, reverse=True):
        if how > 0 and -one in left and -other in free:
            left.remove(-one)
            free.remove(-other)
            yield golden[-one], found[-other]
    yield from ((golden[one], None) for one in sorted(left))
    yield from ((None, found[other]) for other in sorted(free))


def _meetings(golden: Sequence[Finding], found: Sequence[Finding]) -> Iterator[Pair]:
    """Pair meetings by date, and where no date fits in their order."""

    def likely(expected: Finding, actual: Finding) -> float:
        same = expected["date"] is not None and expected["date"] == actual["date"]
        apart = abs(golden.index(expected) - found.index(actual))
        return 2.0 if same else 1 / (1 + apart)

    return pair(golden, found, likely)


def _near(expected: Finding, actual: Finding, *, lines: bool) -> bool:
    return not lines or abs(expected["line"] - actual["line"]) <= NEAR


def _line(finding: Finding) -> int | None:
    line: int | None = finding.get("line")
    return line


def _fact(
    score: Score,
    name: str,
    expected: Finding | None,
    actual: Finding | None,
    *,
    of: Callable[[Finding], object],
    same: Callable[[Any, Any], bool],
) -> None:
    """Score one field of two findings that belong together."""
    wanted = of(expected) if expected is not None else None
    got = of(actual) if actual is not None else None
    if wanted is not None and got is not None and same(wanted, got):
        score.right(name)
        return
    if wanted is not None:
        score.missed(name, wanted, _line(expected) if expected else None)
    if got is not None:
        score.false(name, got, _line(actual) if actual else None)


def _equal(wanted: object, got: object) -> bool:
    return wanted == got


def _compare_facts(
    score: Score, expected: Finding | None, actual: Finding | None
) -> None:
    for name in ("date", "start", "end"):
        _fact(score, f"meeting.{name}", expected, actual, of=_get(name), same=_equal)
    for name in ("group", "venue"):
        _fact(score, f"meeting.{name}", expected, actual, of=_get(name), same=says)
    full = f"{expected['group'] or ''} {expected['title']}" if expected else ""
    _fact(
        score,
        "meeting.title",
        expected,
        actual,
        of=lambda meeting: meeting["title"] or None,
        same=lambda wanted, got: says(wanted, got) or says(full, got),
    )


def _get(name: str) -> Callable[[Finding], object]:
    return lambda finding: finding[name]


def _list(finding: Finding | None, name: str) -> Sequence[Finding]:
    return finding[name] if finding is not None else ()


def _compare_people(
    score: Score, expected: Finding | None, actual: Finding | None
) -> None:
    pairs = pair(
        _list(expected, "people"),
        _list(actual, "people"),
        lambda one, other: same_name(one["name"], other["name"]),
    )
    for one, other in pairs:
        _fact(score, "people.name", one, other, of=_get("name"), same=_always)
        _fact(
            score, "people.organisation", one, other, of=_get("organisation"), same=says
        )
        _fact(score, "people.role", one, other, of=_get("role"), same=_same_role)
        _fact(score, "people.attendance", one, other, of=_get("attendance"), same=_equal)


def _always(_wanted: object, _got: object) -> bool:
    return True


def _same_role(wanted: object, got: object) -> bool:
    first, second = roles(wanted), roles(got)
    return bool(first and second) and (first <= second or second <= first)


def _compare_actions(
    score: Score, expected: Finding | None, actual: Finding | None, *, lines: bool
) -> None:
    def likely(one: Finding, other: Finding) -> float:
        how = max(
            likeness(one["text"], other["text"]), likeness(_undated(one), _undated(other))
        )
        return how if how >= ALIKE and _near(one, other, lines=lines) else 0.0

    sure = [_sure(_list(meeting, "actions"), sure=True) for meeting in (expected, actual)]
    for one, other in pair(sure[0], sure[1], likely):
        _fact(score, "actions.text", one, other, of=_get("text"), same=_always)
        _compare_owners(score, one, other)
        _fact(score, "actions.due", one, other, of=due_of, same=_same_due)
    low = [_sure(_list(meeting, "actions"), sure=False) for meeting in (expected, actual)]
    for one, other in pair(low[0], low[1], likely):
        _fact(score, "actions.low", one, other, of=_get("text"), same=_always)


def _sure(actions: Iterable[Finding], *, sure: bool) -> Sequence[Finding]:
    return [action for action in actions if (action["confidence"] != "low") == sure]


def _undated(action: Finding) -> str:
    """Give what is to be done without the words for when."""
    return str(action["text"]).replace(action["due_text"] or "\0", " ")


def _same_due(wanted: str, got: str) -> bool:
    dated = re.compile(r"\d{4}-\d\d-\d\d")
    if dated.fullmatch(wanted) or dated.fullmatch(got):
        return wanted == got
    return says(wanted, got)


def _compare_owners(
    score: Score, expected: Finding | None, actual: Finding | None
) -> None:
    wanted, got = (
        [{"name": name} for name in finding["owners"]] if finding else []
        for finding in (expected, actual)
    )
    line = _line(expected or actual or {})
    for one, other in pair(
        wanted, got, lambda one, other: same_name(one["name"], other["name"])
    ):
        if one and other:
            score.right("actions.owners")
        elif one:
            score.missed("actions.owners", one["name"], line)
        elif other:
            score.false("actions.owners", other["name"], line)


def _compare_rest(
    score: Score, expected: Finding | None, actual: Finding | None, *, lines: bool
) -> None:
    def by(
        how: Callable[[Finding, Finding], float],
    ) -> Callable[[Finding, Finding], float]:
        return lambda one, other: how(one, other) if _near(one, other, lines=lines) else 0

    def of(name: str, how: Callable[[Finding, Finding], float]) -> Iterator[Pair]:
        return pair(_list(expected, name), _list(actual, name), by(how))

    for one, other in of("sections", _same_section):
        _fact(score, "sections", one, other, of=_heading, same=_always)
    for one, other in of("reviewed_actions", _same_text):
        _fact(score, "reviewed.text", one, other, of=_get("text"), same=_always)
        _fact(score, "reviewed.status", one, other, of=_get("status"), same=says)
    for one, other in of("decisions", _same_text):
        _fact(score, "decisions", one, other, of=_get("text"), same=_always)
    for one, other in of("concerns", _same_label):
        _fact(score, "concerns.label", one, other, of=_get("label"), same=_always)
        _fact(score, "concerns.theme", one, other, of=_get("theme"), same=says)
        _fact(score, "concerns.kind", one, other, of=_get("kind"), same=_equal)
    for one, other in of(
        "next_meetings", lambda one, other: one["date"] == other["date"]
    ):
        _fact(score, "next_meetings.date", one, other, of=_when, same=_always)
    for one, other in of(
        "addenda", lambda one, other: says(one["title"], other["title"])
    ):
        _fact(score, "addenda", one, other, of=_get("title"), same=_always)


def _when(finding: Finding) -> str:
    return str(finding["date"] or finding["text"])


def _heading(section: Finding) -> str:
    return f"{section['number'] or ''} {section['title']}".strip()


def _same_section(one: Finding, other: Finding) -> float:
    (number, first), (other_number, second) = _numbered(one), _numbered(other)
    if number != other_number:
        return 0.0
    if first and second and (first.startswith(second) or second.startswith(first)):
        return 1.0
    how = likeness(first, second)
    return how if how >= ALIKE else 0.0


def _numbered(section: Finding) -> tuple[str, str]:
    """Give number and title, also where the title says `Annex A` or `Item 3`."""
    number, title = words_of(section["number"]), words_of(section["title"])
    kind = re.match(r"(?:annex|appendix|item|theme) ([a-z]|\d+)\b ?", title)
    if kind and number in ("", kind[1]):
        return kind[1], title[kind.end() :]
    return number, title


def _same_text(one: Finding, other: Finding) -> float:
    how = likeness(_without_that(one["text"]), _without_that(other["text"]))
    return how if how >= ALIKE else 0.0


def _without_that(said: str) -> str:
    return re.sub(r"^that ", "", words_of(said))


def _same_label(one: Finding, other: Finding) -> float:
    how = likeness(one["label"], other["label"])
    return how if how >= 0.9 else 0.8 * says(one["label"], other["label"])


def _problems(document: Finding) -> Iterator[Finding]:
    yield from document.get("problems", ())
    for meeting in document["meetings"]:
        yield from meeting["problems"]


def _compare_problems(
    score: Score, golden: Finding, found: Finding, *, lines: bool
) -> None:
    def likely(one: Finding, other: Finding) -> float:
        """A contradiction has two places, and may be said of either."""
        same = one["code"] == other["code"]
        return float(same) * (2.0 if _near(one, other, lines=lines) else 1.0)

    scored = [p for p in _problems(found) if p["code"] in CONTRADICTIONS]
    for one, other in pair(list(_problems(golden)), scored, likely):
        _fact(score, "problems", one, other, of=_get("code"), same=_always)
