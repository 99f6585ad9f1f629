"""The parts of a Word document, and which of them belong together."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from minutebook.importing.formats.faults import Refused, damaged
from minutebook.importing.formats.xml import Element, attribute, local, parse_xml
from minutebook.importing.formats.zipped import Zipped

_MAIN = "word/document.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part says of another part, or of something outside."""

    kind: str
    """The last word of its type: `hyperlink`, `header`, `footnotes`."""

    target: str
    outside: bool


class Package:
    """An opened document. Each part is parsed when it is asked for."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open it; raise `Refused` if it is not one."""
        self.name = name
        self._zipped = Zipped(name, data)
        kinds = self.relations("").values()
        self.main = next(
            (of.target for of in kinds if of.kind == "officeDocument"), _MAIN
        )
        self._of_main = self.relations(self.main)

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts."""
        return tuple(self._zipped.parts)

    def body(self) -> Element:
        """Give the main part."""
        found = self.part(self.main)
        if found is None:
            raise Refused(damaged(self.name, "its text is missing"))
        return found

    def part(self, part: str) -> Element | None:
        """Parse a part."""
        data = self._zipped.read(part)
        return None if data is None else parse_xml(self.name, data)

    def of_kind(self, kind: str) -> Element | None:
        """Parse the part that the main part names as its `styles`, `comments` ..."""
        for relation in self._of_main.values():
            if relation.kind == kind and not relation.outside:
                return self.part(relation.target)
        return None

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Give what a part relates to, by the ids it uses for it."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for node in () if root is None else root:
            if local(node) != "Relationship":
                continue
            target = attribute(node, "Target") or ""
            outside = attribute(node, "TargetMode") == "External"
            found[attribute(node, "Id") or ""] = Relation(
                kind=(attribute(node, "Type") or "").rpartition("/")[2],
                target=target if outside else _inside(folder, target),
                outside=outside,
            )
        return found


def _inside(folder: str, target: str) -> str:
    """Name a part from the top of the package."""
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
