"""What a comparison says, as values: counts, remarks, pages, problems."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.problems import Problem, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that is new, changed or gone, in a sentence without a full stop."""

    record: str
    """The id of the record it is about."""

    path: str
    """Its file, in the version that has it."""

    says: str

    about: str = ""
    """What a reader knows the record by, if the sentence does not say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Everything there is to say about records of one kind."""

    kind: str
    """The name of the kind, e.g. `action`."""

    title: str
    new: int
    changed: int
    removed: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class PageChange:
    """A page that is new, changed or gone."""

    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Which pages of the site change for readers."""

    new: tuple[PageChange, ...] = ()
    changed: tuple[PageChange, ...] = ()
    removed: tuple[PageChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two versions of a book, compared."""

    before: str
    after: str
    """What the versions are called."""

    sections: tuple[Section, ...]
    """Kinds of which nothing has changed are left out."""

    layout: tuple[str, ...] = ()
    """Files that are written otherwise and say the same."""

    pages: Pages | None = None
    """None if one of the two versions cannot be published."""

    refused: tuple[Problem, ...] = ()
    """What may not be changed, and was."""

    problems: tuple[Problem, ...] = ()
    """What is wrong with the later version and was not with the earlier one."""

    standing: tuple[Problem, ...] = ()
    """What is wrong with both."""

    notices: tuple[str, ...] = ()
    """What somebody should know about the comparison itself, in sentences."""

    @property
    def is_fine(self) -> bool:
        """Whether nothing forbids to publish the later version."""
        wrong = (*self.refused, *self.problems, *self.standing)
        return all(problem.severity is not Severity.ERROR for problem in wrong)

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many records are new, changed and removed."""
        return (
            sum(section.new for section in self.sections),
            sum(section.changed for section in self.sections),
            sum(section.removed for section in self.sections),
        )
