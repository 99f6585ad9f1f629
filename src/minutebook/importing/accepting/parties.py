"""Who is meant: names in drafts held against the registers, and what they have to add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutebook.book import Book
from minutebook.book.attendance import everybody
from minutebook.book.names import PartyKind, fold
from minutebook.changing.naming import slug_of, unused
from minutebook.importing.recognising.language.names import is_full_name, without_title
from minutebook.importing.recognising.language.vocabulary import is_organisation_like
from minutebook.records import Attendance, Meeting, Organisation, Person

_GROUPS = "board committee council forum group members team trustees".split()
_EVERYBODY = frozenset(
    {"all", "everybody", "everyone", "attendees", *_GROUPS}
    | {f"{before} {one}" for before in ("the", "all") for one in _GROUPS}
)
_OFFICIALS = frozenset({"official", "officials", "the officials"})
_CHAIRS = frozenset({"chair", "the chair", "chairman", "chairperson", "chairwoman"})
_TAKERS = frozenset(
    {"secretary", "the secretary", "clerk", "the clerk", "minute taker", "secretariat"}
)


@dataclass(slots=True, kw_only=True)
class Parties:
    """The names of a book and those that are being added to it."""

    book: Book
    organisations: list[Organisation] = field(default_factory=list)
    """New ones, in the order they came."""

    people: list[Person] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    """What was taken for what, for the person who asked."""

    def add_those_of(self, meeting: Meeting) -> None:
        """Register the people and organisations of a note that nobody knows yet."""
        for attendance in (*everybody(meeting), *meeting.apologies):
            if attendance.organisation:
                self.organisation(attendance.organisation)
            self._person(attendance)

    def owners(self, owners: Sequence[str], meeting: Meeting) -> tuple[str, ...]:
        """Give owners that the registers know, adding those they do not."""
        found = [self._owner(owner, meeting) for owner in owners]
        return tuple(dict.fromkeys(name for name in found if name))

    def organisation(self, name: str) -> str:
        """Give the name of an organisation; a new one is added."""
        known = self.book.names.find(name)
        added = (o.name for o in self.organisations if fold(o.name) == fold(name))
        if known and known.kind is not PartyKind.PERSON:
            return name
        if next(added, None) is None:
            taken = {o.id for o in (*self.book.organisations, *self.organisations)}
            new = unused(slug_of(name, "organisation"), taken.__contains__)
            self.organisations.append(Organisation(id=new, name=name))
        return name

    def _person(self, attendance: Attendance) -> None:
        if self.knows(attendance.name):
            return
        taken = {p.id for p in (*self.book.people, *self.people)}
        new = unused(
            slug_of(without_title(attendance.name), "person"), taken.__contains__
        )
        self.people.append(
            Person(id=new, name=attendance.name, organisation=attendance.organisation)
        )

    def knows(self, name: str) -> bool:
        """Whether a name stands for somebody, known or being added."""
        added: Iterable[Organisation | Person] = (*self.people, *self.organisations)
        return self.book.names.find(name) is not None or any(
            fold(one.name) == fold(name) for one in added
        )

    def _owner(self, owner: str, meeting: Meeting) -> str | None:
        stands_for = self._meant(owner, meeting)
        if stands_for:
            if fold(stands_for) != fold(owner):
                self.notices.append(f"`{owner}` is taken to be {stands_for}")
            return stands_for
        if self.knows(owner):
            return owner
        if is_full_name(owner) and not is_organisation_like(owner):
            self._person(Attendance(name=owner))
            return owner
        return self.organisation(owner)

    def _meant(self, owner: str, meeting: Meeting) -> str | None:
        """Tell whom a role or a first name stands for, if the note leaves no doubt."""
        said = fold(owner)
        if said in _EVERYBODY:
            return meeting.group
        if said in _OFFICIALS:
            came_for = {one.organisation for one in meeting.officials}
            return next(iter(came_for)) if len(came_for) == 1 else None
        for words, role in ((_CHAIRS, "chair"), (_TAKERS, "minute taker")):
            if said in words:
                named = [one.name for one in everybody(meeting) if one.has_role(role)]
                return named[0] if len(named) == 1 else None
        if self.knows(owner):
            return None
        here = (*everybody(meeting), *meeting.apologies)
        close = [one.name for one in here if _is_short_for(said, one.name)]
        return close[0] if len(close) == 1 else None


def _is_short_for(said: str, name: str) -> bool:
    """Whether a first name, a last name with its title, or initials are this name's."""
    words = fold(without_title(name)).split()
    short = fold(without_title(said))
    letters = "".join(word[0] for word in words)
    return short in {words[0], words[-1], letters, " ".join((words[0], words[-1][:1]))}
