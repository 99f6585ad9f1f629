"""Fields that have changed, and that no sentence of their own tells of."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import Any

from minutebook.contributing.comparing.pairs import Pair
from minutebook.contributing.comparing.wording import themes, value, words_changed
from minutebook.language import ENGLISH
from minutebook.words import count, sentence

_MOST = 3
"""So many items of a list are named one by one."""

_CALLED = {
    "raised_in": "meeting that agreed it",
    "decided_in": "meeting that decided it",
    "reported_in": "meeting that was told",
    "release_on": "day of release",
    "aliases": "other names",
    "drafted_on": "day it was drafted",
    "agreed_on": "day it was agreed",
    "published_on": "day it was published",
    "withdrawn_on": "day it was withdrawn",
    "visibility": "who may read it",
}
"""Fields whose names say too little."""


def other_fields(pair: Pair[Any], told: Collection[str] = ()) -> Iterator[str]:
    """Tell of each field that differs, but for those that are told of elsewhere."""
    for field in dataclasses.fields(pair.now):
        was, now = getattr(pair.was, field.name), getattr(pair.now, field.name)
        if field.name in told or was == now:
            continue
        if field.name == "id":
            yield f"Moved: its address ends in `{now}` (was `{was}`)"
        elif field.name == "text":
            changed = words_changed(pair.entry_before.prose, pair.entry_after.prose)
            yield f"Text: {changed}"
        else:
            yield sentence(_changed(pair, field.name, was, now))


def _changed(pair: Pair[Any], field: str, was: object, now: object) -> str:
    name = _CALLED.get(field, field.replace("_", " "))
    if field == "themes" and isinstance(was, tuple) and isinstance(now, tuple):
        return _items(name, themes(pair.before, was), themes(pair.after, now))
    if isinstance(was, tuple) and isinstance(now, tuple):
        return _items(name, [value(one) for one in was], [value(one) for one in now])
    if was is None:
        return f"{name} is now {value(now)}"
    if now is None:
        return f"{name} is no longer given (was {value(was)})"
    return f"{name} is now {value(now)} (was {value(was)})"


def _items(name: str, was: list[str], now: list[str]) -> str:
    """Tell what a list has more and what it has less."""
    there, kept = set(was), set(now)
    added = [one for one in now if one not in there]
    gone = [one for one in was if one not in kept]
    parts = [f"{_some(added)} added"] if added else []
    parts += [f"{_some(gone)} taken out"] if gone else []
    return f"{name}: {', '.join(parts) or 'written otherwise'}"


def _some(items: list[str]) -> str:
    """Name a few things, or count many."""
    return ENGLISH.series(items) if len(items) <= _MOST else count(len(items), "item")
