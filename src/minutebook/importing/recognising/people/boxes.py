"""Lists with boxes: whose was ticked came."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.people.listed import Listed
from minutebook.importing.recognising.people.ticks import Tick

AWAY = frozenset({Attended.APOLOGIES, Attended.ABSENT})


def ticked(listed: Sequence[Listed]) -> list[Listed]:
    """Say of each entry of a list with boxes whether its box was ticked."""
    runs = {one.run for one in listed if one.entry.tick is Tick.YES}
    return [_of_box(one, in_use=one.run in runs) for one in listed]


def _of_box(listed: Listed, *, in_use: bool) -> Listed:
    tick = listed.entry.tick
    if tick is Tick.NO or (tick is Tick.EMPTY and in_use):
        away = listed.attended if listed.attended in AWAY else Attended.ABSENT
        return replace(listed, attended=away)
    if tick is Tick.EMPTY:
        return replace(listed, attended=Attended.UNKNOWN)
    return listed
