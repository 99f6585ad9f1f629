"""Values that were typed in another form than notes have: days, hours, words, names."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Iterable, Iterator

from minutebook.book import Book
from minutebook.contributing.mending.days import day_of, time_of
from minutebook.contributing.mending.fault import Fault, Fix
from minutebook.contributing.mending.spelling import mistyped, same_word
from minutebook.reading.record_text import with_field
from minutebook.reading.yamltext import Path
from minutebook.records import attendance_from_text


def bad_date(fault: Fault) -> Fix | None:
    """Write a day year-month-day, if it can be read in one way only."""
    _, typed = fault.value
    day = day_of(typed)
    return _written(fault, typed, day.isoformat()) if day else None


def bad_time(fault: Fault) -> Fix | None:
    """Write a time on the 24-hour clock, if it can be read in one way only."""
    _, typed = fault.value
    time = time_of(typed)
    return _written(fault, typed, f"{time:%H:%M}") if time else None


def bad_choice(fault: Fault) -> Fix | None:
    """Write a word as it is listed."""
    path, typed = fault.value
    choice = mistyped(typed, fault.shape.choices_at(fault.within(path)))
    return _written(fault, typed, choice) if choice else None


def unknown_field(fault: Fault) -> Fix | None:
    """Write the name of a field as it is listed, if that field is not there already."""
    path, typed = fault.key
    beside = {key[-1] for key in fault.yaml.keys if key[:-1] == path[:-1]}
    fields = fault.shape.fields_at(fault.within(path[:-1]))
    name = mistyped(typed, fields)
    if name is None or name in beside:
        return None
    return fault.with_words(name, f"the field `{typed}` is now `{name}`")


def unknown_id(fault: Fault) -> Fix | None:
    """Write an id as the file it names, if they differ in capitals or spaces alone."""
    _, typed = fault.value
    shelf = getattr(fault.book, f"{fault.problem.code.removeprefix('unknown-')}s")
    found = same_word(typed, shelf.ids())
    return _written(fault, typed, found) if found else None


def unknown_name(fault: Fault) -> Fix | None:
    """Write a name as the register does, if they differ in accents or signs alone."""
    path, typed = fault.value
    found = _registered(typed, _all_names(fault.book))
    return _written(fault, typed, found) if found else _several(fault, path, typed)


def _several(fault: Fault, path: Path, typed: str) -> Fix | None:
    """Write names that were written as one by themselves, if all are known."""
    names = [name.strip() for name in re.split(r",|;|&|\band\b", typed)]
    key = path[0]
    given = fault.file.data.get(str(key))
    listed = given if isinstance(given, list) else [given]
    nested = len(path) > len(("owners", 0)) or fault.file.register is not None
    if nested or len(names) == 1 or not all(map(fault.book.names.find, names)):
        return None
    items = [name for one in listed for name in (names if one == typed else [one])]
    text = with_field(fault.file.ends.raw, fault.file.path, str(key), items)
    shown = ", ".join(f"`{name}`" for name in names)
    return Fix(text, f"`{typed}` is now {shown}", moves=True)


def unknown_organisation(fault: Fault) -> Fix | None:
    """Write the organisation somebody belongs to as the register does."""
    path, typed = fault.value
    names = [
        (o.id, name) for o in fault.book.organisations for name in (o.name, *o.aliases)
    ]
    if path[-1] == "organisation":
        found = _registered(typed, names)
        return _written(fault, typed, found) if found else None
    organisation = attendance_from_text(typed).organisation
    known = _registered(organisation, names) if organisation else None
    if not (organisation and known and typed.count(organisation) == 1):
        return None
    return fault.with_words(
        typed.replace(organisation, known), f"`{organisation}` is now `{known}`"
    )


def unknown_time_zone(fault: Fault) -> Fix | None:
    """Write the time zone of a city, if only one has it."""
    _, typed = fault.value
    zones = zoneinfo.available_timezones()
    whole = same_word(typed, zones)
    of_city = {zone for zone in zones if same_word(typed, [zone.rpartition("/")[2]])}
    zone = whole or (of_city.pop() if len(of_city) == 1 else None)
    return _written(fault, typed, zone) if zone else None


def _written(fault: Fault, typed: str, words: str) -> Fix:
    return fault.with_words(words, f"`{typed}` is now `{words}`")


def _all_names(book: Book) -> Iterator[tuple[str, str]]:
    """List every name with whom it stands for."""
    for organisation in book.organisations:
        names = (organisation.name, *organisation.aliases)
        yield from ((f"organisation {organisation.id}", name) for name in names)
    for person in book.people:
        yield from (
            (f"person {person.id}", name) for name in (person.name, *person.aliases)
        )
    for group in book.groups:
        names = (group.title, *group.aliases, *([group.short] if group.short else []))
        yield from ((f"group {group.id}", name) for name in names)


def _registered(name: str, names: Iterable[tuple[str, str]]) -> str | None:
    """Find how a name is registered, if it is the name of one party alone."""
    spelt = {(party, known) for party, known in names if same_word(name, [known])}
    if len({party for party, _ in spelt}) != 1:
        return None
    return min(known for _, known in spelt)
