"""Themes: lasting subjects across meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject that keeps coming back."""

    __pydantic_config__: ClassVar[dict[str, object]] = {
        "extra": "forbid",
        "use_attribute_docstrings": True,
    }

    id: str
    """The file stem, for ever."""

    title: str
    """What the subject is called."""

    aliases: tuple[str, ...] = ()
    """Earlier ids of this theme; their addresses lead here."""

    also_called: tuple[str, ...] = ()
    """Other words people use for it, by which a search finds it, e.g. `housing`."""

    text: str = ""
    """What the subject is about, in Markdown."""
