"""Names to the organisations, people and groups they stand for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from minutebook.records import Group, Organisation, Person


class PartyKind(StrEnum):
    """What can owe an action or raise a concern."""

    ORGANISATION = "organisation"
    PERSON = "person"
    GROUP = "group"


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """An organisation, person or group, by its own id and name."""

    kind: PartyKind
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Names:
    """Every name, alias and id that stands for a party."""

    _by_fold: dict[str, tuple[Party, ...]]
    _by_spelling: dict[str, tuple[Party, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What was looked up before, as it was spelt: the same names come again and again."""

    def find(self, name: str) -> Party | None:
        """Find whom a name stands for; capitals and kinds of apostrophe do not matter."""
        found = self._named(name)
        return found[0] if found else None

    def organisation(self, name: str | None) -> Party | None:
        """Find the organisation a name stands for."""
        return self._find_kind(name, PartyKind.ORGANISATION)

    def person(self, name: str | None) -> Party | None:
        """Find the person a name stands for."""
        return self._find_kind(name, PartyKind.PERSON)

    def all(self) -> Iterator[str]:
        """List the names a writer may use."""
        for parties in self._by_fold.values():
            yield from (party.name for party in parties)

    def collisions(self) -> Iterator[tuple[str, tuple[Party, ...]]]:
        """List the names that stand for more than one party."""
        for name, parties in self._by_fold.items():
            if len(parties) > 1:
                yield name, parties

    def _find_kind(self, name: str | None, kind: PartyKind) -> Party | None:
        for party in self._named(name) if name else ():
            if party.kind is kind:
                return party
        return None

    def _named(self, name: str) -> tuple[Party, ...]:
        found = self._by_spelling.get(name)
        if found is None:
            found = self._by_spelling[name] = self._by_fold.get(fold(name), ())
        return found


def names_of(
    organisations: Iterable[Organisation],
    people: Iterable[Person],
    groups: Iterable[Group],
) -> Names:
    """Gather all names; of several that share one, the first registered comes first."""
    found: dict[str, list[Party]] = defaultdict(list)
    for party, names in (
        *((_organisation(o), (o.id, o.name, *o.aliases)) for o in organisations),
        *((_person(p), _person_names(p)) for p in people),
        *((_group(g), _group_names(g)) for g in groups),
    ):
        for name in {fold(name): None for name in names}:
            found[name].append(party)
    return Names({name: tuple(parties) for name, parties in found.items()})


def fold(name: str) -> str:
    """Bring a name to the form in which names are compared."""
    return " ".join(name.replace("\u2019", "'").casefold().split())


def _organisation(organisation: Organisation) -> Party:
    return Party(PartyKind.ORGANISATION, organisation.id, organisation.name)


def _person(person: Person) -> Party:
    return Party(PartyKind.PERSON, person.id, person.name)


def _group(group: Group) -> Party:
    return Party(PartyKind.GROUP, group.id, group.title)


def _person_names(person: Person) -> tuple[str, ...]:
    initials = (person.initials,) if person.initials else ()
    return (person.id, person.name, *person.aliases, *initials)


def _group_names(group: Group) -> tuple[str, ...]:
    short = (group.short,) if group.short else ()
    return (group.id, group.title, *group.aliases, *short)
