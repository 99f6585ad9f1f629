"""The registers: organisations, people and words that need explaining."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

_CONFIG: dict[str, object] = {"extra": "forbid", "use_attribute_docstrings": True}


class OrganisationKind(StrEnum):
    """Which part of public life an organisation belongs to."""

    VOLUNTARY_SECTOR = "voluntary-sector"
    """Charities, community groups, social enterprises."""

    PUBLIC_SECTOR = "public-sector"
    """Government, councils, the courts, public services."""

    PRIVATE_SECTOR = "private-sector"
    """Businesses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """An organisation that comes to meetings, owes actions or raises concerns."""

    __pydantic_config__: ClassVar[dict[str, object]] = _CONFIG

    id: str
    """The key in the register, for ever."""

    name: str
    """Its full name."""

    aliases: tuple[str, ...] = ()
    """Other names and abbreviations."""

    kind: OrganisationKind | None = None
    """Which part of public life it belongs to."""

    about: str | None = None
    """What it does, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who comes to meetings or owes actions."""

    __pydantic_config__: ClassVar[dict[str, object]] = _CONFIG

    id: str
    """The key in the register, for ever."""

    name: str
    """The full name, as it stands in notes."""

    organisation: str | None = None
    """A name, alias or id from the register of organisations."""

    aliases: tuple[str, ...] = ()
    """Other names."""

    initials: str | None = None
    """As minutes use them for an owner, e.g. `HD`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An acronym or word that a reader may not know."""

    __pydantic_config__: ClassVar[dict[str, object]] = _CONFIG

    id: str
    """The word itself, as it is written in notes."""

    meaning: str
    """What it stands for."""

    explanation: str | None = None
    """More about it, in a sentence or two."""
