"""Compare what was found in a document with its golden, field by field.

A golden has the shape that `minutebook import --json` prints. Two findings are the same
if a careful reader would say so: words count, and not signs, capitals or spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

Finding = Mapping[str, Any]
Pair = tuple[Finding | None, Finding | None]
"""A finding of the golden and one of the importer; `None` where there is no partner."""

NEAR = 2
"""How many lines apart two findings may stand and still be the same."""

ALIKE = 0.8

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

FIELDS = (
    "meeting.title", "meeting.group", "meeting.date", "meeting.start", "meeting.end",
    "meeting.venue", "people.name", "people.organisation", "people.role",
    "people.attendance", "sections", "actions.text", "actions.owners", "actions.due",
    "actions.low", "reviewed.text", "reviewed.status", "decisions", "concerns.label",
    "concerns.theme", "concerns.kind", "next_meetings.date", "addenda", "problems",
)  # fmt: skip

_TITLES = frozenset(
    """mr mrs miss ms mx dr prof professor cllr councillor rev revd sir lady lord
    the bro""".split()
)
_ROLES = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair",
    "in the chair": "chair", "chaired by": "chair", "chairing": "chair",
    "minutes": "minute taker", "notes": "minute taker", "note taker": "minute taker",
    "scribe": "minute taker", "taking minutes": "minute taker",
    "minute secretary": "minute taker", "facilitating": "facilitator",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that was missed, or found where it is not."""

    field: str
    what: str
    """`missed` or `false`."""

    said: str
    line: int | None


@dataclass(slots=True)
class Tally:
    """How often a field was right, missed, or found where it is not."""

    right: int = 0
    missed: int = 0
    false: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, the part that is right."""
        found = self.right + self.false
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        """Of what was there, the part that was found."""
        there = self.right + self.missed
        return self.right / there if there else 1.0

    @property
    def f1(self) -> float:
        """Precision and recall in one number."""
        both = 2 * self.right + self.missed + self.false
        return 2 * self.right / both if both else 1.0


@dataclass(slots=True)
class Score:
    """The tallies of one or of many documents."""

    tallies: dict[str, Tally] = field(
        default_factory=lambda: {f: Tally() for f in FIELDS}
    )
    mistakes: list[Mistake] = field(default_factory=list)

    def right(self, name: str) -> None:
        """Count something that was found and is there."""
        self.tallies[name].right += 1

    def missed(self, name: str, said: object, line: int | None = None) -> None:
        """Count something that is there and was not found."""
        self.tallies[name].missed += 1
        self.mistakes.append(Mistake(name, "missed", str(said), line))

    def false(self, name: str, said: object, line: int | None = None) -> None:
        """Count something that was found and is not there."""
        self.tallies[name].false += 1
        self.mistakes.append(Mistake(name, "false", str(said), line))

    def add(self, other: Score) -> None:
        """Add the tallies of another document."""
        for name, tally in other.tallies.items():
            self.tallies[name].right += tally.right
            self.tallies[name].missed += tally.missed
            self.tallies[name].false += tally.false


def words_of(said: object) -> str:
    """Reduce a text to what counts: its words in small letters."""
    plain = unicodedata.normalize("NFKC", str(said or "")).replace("\u2019", "'")
    plain = re.sub(r"<[^<>]*>", " ", plain)
    return " ".join(re.findall(r"[^\W_]+(?:'[^\W_]+)*", plain.casefold()))


def likeness(one: object, other: object) -> float:
    """Say how much of two texts is the same, from 0 to 1."""
    first, second = words_of(one), words_of(other)
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def says(one: object, other: object) -> bool:
    """Whether two names of a thing mean the same, be one longer than the other."""
    first, second = set(words_of(one).split()), set(words_of(other).split())
    if not first or not second:
        return first == second
    return first <= second or second <= first or likeness(one, other) >= ALIKE


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


def bare(name: object) -> str:
    """Give a name without titles before it."""
    words = words_of(name).split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    return " ".join(words)


def _same_name(one: object, other: object) -> float:
    if words_of(one) == words_of(other):
        return 2.0
    if bare(one) == bare(other):
        return 1.0
    how = likeness(bare(one), bare(other))
    return how if how >= 0.9 else 0.0


def roles(said: object) -> frozenset[str]:
    """Take a role apart, with one word for what has many."""
    parts = re.split(r"[,;()/&]| and ", str(said or ""))
    plain = (words_of(part.replace("-", " ")) for part in parts)
    return frozenset(_ROLES.get(part, part) for part in plain if part)


def _compare_people(
    score: Score, expected: Finding | None, actual: Finding | None
) -> None:
    pairs = pair(
        _list(expected, "people"),
        _list(actual, "people"),
        lambda one, other: _same_name(one["name"], other["name"]),
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


def due_of(action: Finding) -> str | None:
    """Give the day an action is due, or else the words for it without those before."""
    if action["due"] is not None:
        return str(action["due"])
    said = words_of(action["due_text"])
    return re.sub(r"^((by|before|on|due|in|at|deadline|the|end) )+", "", said) or None


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
    for one, other in pair(wanted, got, _same_owner):
        if one and other:
            score.right("actions.owners")
        elif one:
            score.missed("actions.owners", one["name"], line)
        elif other:
            score.false("actions.owners", other["name"], line)


def _same_owner(one: Finding, other: Finding) -> float:
    if words_of(one["name"]) == words_of(other["name"]):
        return 2.0
    return float(bare(one["name"]) == bare(other["name"]))


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
    if words_of(one["number"]) != words_of(other["number"]):
        return 0.0
    first, second = words_of(one["title"]), words_of(other["title"])
    if first and second and (first.startswith(second) or second.startswith(first)):
        return 1.0
    how = likeness(first, second)
    return how if how >= ALIKE else 0.0


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
        return one["code"] == other["code"] and _near(one, other, lines=lines)

    scored = [p for p in _problems(found) if p["code"] in CONTRADICTIONS]
    for one, other in pair(list(_problems(golden)), scored, likely):
        _fact(score, "problems", one, other, of=_get("code"), same=_always)
