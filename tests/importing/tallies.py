"""How often what was found was right, by field."""

from __future__ import annotations

from dataclasses import dataclass, field

FIELDS = (
    "meeting.title", "meeting.group", "meeting.date", "meeting.start", "meeting.end",
    "meeting.venue", "people.name", "people.organisation", "people.role",
    "people.attendance", "sections", "actions.text", "actions.owners", "actions.due",
    "actions.low", "reviewed.text", "reviewed.status", "decisions", "concerns.label",
    "concerns.theme", "concerns.kind", "next_meetings.date", "addenda", "problems",
)  # fmt: skip


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
