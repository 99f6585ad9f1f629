"""Words somebody quotes, found where they stand in a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from minutebook.contributing.proposing.folded import folded

_PROSE = frozenset(
    "title name short summary venue chair minute_taker attendees officials apologies"
    " officers about label said answer note role organisation by owners document"
    " publisher text meaning explanation also_called".split()
)
"""Fields that hold words. Others hold ids, days and choices."""

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text of a record in which quoted words stand, and how often."""

    field: Path
    text: str
    times: int


def passages(data: Any, words: str) -> Iterator[Passage]:  # noqa: ANN401 - plain data
    """Find the texts of a record, given as plain data, in which words stand."""
    for field, text in _texts(data, ()):
        times = sum(1 for _ in folded(text).find(words))
        if times:
            yield Passage(field=field, text=text, times=times)


def with_text(data: Any, field: Path, text: str) -> Any:  # noqa: ANN401 - plain data
    """Give plain data with another text in one place."""
    if not field:
        return text
    key, *rest = field
    items = data.items() if isinstance(data, dict) else enumerate(data)
    changed = {k: with_text(v, tuple(rest), text) if k == key else v for k, v in items}
    return changed if isinstance(data, dict) else list(changed.values())


def _texts(data: Any, field: Path) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - plain data
    if isinstance(data, str):
        yield field, data
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _texts(item, (*field, index))
    elif isinstance(data, dict):
        for key, value in data.items():
            if key in _PROSE or not isinstance(value, str):
                yield from _texts(value, (*field, key))
