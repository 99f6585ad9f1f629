"""What a document has said of its people and its day, before its actions are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from minutebook.importing.recognising.language.names import without_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What helps to tell who is meant, and when."""

    document: str = ""
    """The name of the file, for the places of problems."""

    day: dt.date | None = None
    """The day of the meeting; dates without a year are read as after it."""

    names: tuple[str, ...] = ()
    """People and organisations, as the document has them."""

    organisations: tuple[str, ...] = ()
    """Those of the names that are no person's."""

    initials: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Initials that a list explains, in capitals without stops, and whose they are."""

    def spelt_out(self, name: str) -> str:
        """Give the name behind initials that a list explains; others stay as they are."""
        return self.initials.get(name.replace(".", "").replace(" ", ""), name)

    def is_organisation(self, name: str) -> bool:
        """Whether a name is an organisation's."""
        folded = name.strip().casefold().removeprefix("the ")
        return any(folded == one.casefold() for one in self.organisations)

    def knows(self, name: str) -> bool:
        """Whether a name, a first or a last name of somebody, or initials are known."""
        if name.replace(".", "") in self.initials:
            return True
        folded = without_title(name).casefold().removeprefix("the ")
        return any(
            folded in {known.casefold().removeprefix("the "), *known.casefold().split()}
            for known in self.names
        )
