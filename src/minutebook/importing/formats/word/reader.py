"""Word documents: paragraphs, lists, tables, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutebook.importing.document import Document, Reason
from minutebook.importing.formats.faults import Refused, damaged
from minutebook.importing.formats.gathering import Gathering
from minutebook.importing.formats.into import Edge, Into, Note
from minutebook.importing.formats.word.blocks import Walk
from minutebook.importing.formats.word.numbers import Numbers
from minutebook.importing.formats.word.package import Package
from minutebook.importing.formats.word.styles import Styles
from minutebook.importing.formats.word.text import removed_text
from minutebook.importing.formats.xml import (
    Element,
    attribute,
    child,
    inner_text,
    local,
)
from minutebook.problems import Problem

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def read_word(name: str, data: bytes) -> Document | Problem:
    """Read a Word document, or say why it cannot be read."""
    try:
        return _Reader(Package(name, data)).read()
    except Refused as refused:
        return refused.problem


@dataclass(slots=True)
class _Reader:
    """Walks through a document once."""

    package: Package
    gathering: Gathering = field(init=False)
    styles: Styles = field(init=False)
    numbers: Numbers = field(init=False)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.gathering = Gathering(self.package.name)
        self.styles = Styles(self.package.of_kind("styles"))
        self.numbers = Numbers(self.package.of_kind("numbering"), self.styles)

    def read(self) -> Document | Problem:
        """Read all parts that a reader would see, and name the others."""
        body = child(self.package.body(), "body")
        if body is None:
            raise Refused(damaged(self.package.name, "its text is missing"))
        self._edges(body, "headerReference")
        self._part(self.package.main, body, self.gathering)
        self._notes()
        self._edges(body, "footerReference")
        self._comments()
        for part in self.package.parts:
            if part.rpartition("/")[2].casefold() == "vbaproject.bin":
                self.gathering.aside(Reason.CODE, f"macros ({part})")
        return self.gathering.document()

    def _part(self, part: str, root: Element, into: Into) -> None:
        links = self.package.relations(part)
        walk = Walk(self.styles, self.numbers, links)
        walk.blocks(root, into)
        self.notes += walk.notes

    def _edges(self, body: Element, reference: str) -> None:
        """Leave out what stands at the top or the foot of the pages."""
        relations = self.package.relations(self.package.main)
        seen: set[str] = set()
        for node in body.iter():
            found = local(node) == reference and relations.get(
                attribute(node, "id") or ""
            )
            if not found or found.outside or found.target in seen:
                continue
            seen.add(found.target)
            root = self.package.part(found.target)
            if root is not None:
                edge = Edge(self.gathering)
                self._part(found.target, root, edge)

    def _notes(self) -> None:
        """Add footnotes and endnotes, in the order they are referred to."""
        for kind in ("footnotes", "endnotes"):
            root = self.package.of_kind(kind)
            if root is None:
                continue
            found = {attribute(n, "id") or "": n for n in root}
            wanted = dict.fromkeys(id_ for of, id_ in self.notes if of == kind)
            links = self.package.relations(f"word/{kind}.xml")
            walk = Walk(self.styles, self.numbers, links)
            shown = [found.pop(id_) for id_ in wanted if id_ in found]
            for number, note in enumerate(shown, 1):
                walk.blocks(note, Note(self.gathering, str(number)))
            for note in found.values():
                if attribute(note, "type") not in _SEPARATORS:
                    self.gathering.aside(Reason.HIDDEN, inner_text(note))

    def _comments(self) -> None:
        root = self.package.of_kind("comments")
        for node in () if root is None else root:
            author = attribute(node, "author") or ""
            words = " ".join(removed_text(inner) for inner in node)
            if words.strip():
                said = f"{author}: {words}" if author else words
                self.gathering.aside(Reason.COMMENT, said)
