"""OpenDocument texts: what a reader sees, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutebook.importing.document import Document, Reason
from minutebook.importing.formats.faults import Refused, damaged, encrypted
from minutebook.importing.formats.gathering import Gathering
from minutebook.importing.formats.into import Edge, Note
from minutebook.importing.formats.opendocument.blocks import Walk
from minutebook.importing.formats.opendocument.styles import Styles
from minutebook.importing.formats.opendocument.text import controls_in
from minutebook.importing.formats.xml import (
    Element,
    attribute,
    child,
    inner_text,
    local,
    parse_xml,
    path,
)
from minutebook.importing.formats.zipped import Zipped
from minutebook.problems import Problem

_HEADS = ("header", "header-first", "header-left")
_FEET = ("footer", "footer-first", "footer-left")
_MACROS = ("Basic/", "Scripts/")


def read_opendocument(name: str, data: bytes) -> Document | Problem:
    """Read an OpenDocument text, or say why it cannot be read."""
    try:
        return _Reader(name, Zipped(name, data)).read()
    except Refused as refused:
        return refused.problem


@dataclass(slots=True)
class _Reader:
    """Walks through a text once."""

    name: str
    zipped: Zipped
    edges: Element | None = None
    seen: set[str] = field(default_factory=set)

    def read(self) -> Document | Problem:
        """Read all parts that a reader would see, and name the others."""
        manifest = self._part("META-INF/manifest.xml")
        if manifest is not None and any(
            local(node) == "encryption-data" for node in manifest.iter()
        ):
            raise Refused(encrypted(self.name))
        content, styled = self._part("content.xml"), self._part("styles.xml")
        body = path(content, "body", "text")
        if body is None:
            raise Refused(damaged(self.name, "its text is missing"))
        gathering = Gathering(self.name)
        styles = Styles(styled, content)
        walk = Walk(styles, controls_in(body))
        self.edges = path(styled, "master-styles")
        self._edges(_HEADS, Walk(styles, {}), gathering)
        walk.blocks(body, gathering)
        for number, note in enumerate(walk.notes, 1):
            words = child(note, "note-body")
            citation = child(note, "note-citation")
            mark = inner_text(citation) if citation is not None else ""
            if words is not None:
                walk.blocks(words, Note(gathering, mark or str(number)))
        self._edges(_FEET, Walk(styles, {}), gathering)
        for part in self.zipped.parts:
            if part.startswith(_MACROS) and not part.endswith(
                ("/", "-lc.xml", "-lb.xml")
            ):
                gathering.aside(Reason.CODE, f"macros ({part})")
        return gathering.document()

    def _part(self, part: str) -> Element | None:
        data = self.zipped.read(part)
        return None if data is None else parse_xml(self.name, data)

    def _edges(self, names: tuple[str, ...], walk: Walk, gathering: Gathering) -> None:
        """Leave out what stands at the top or the foot of the pages, once."""
        for page in () if self.edges is None else self.edges:
            for node in page:
                words = inner_text(node)
                shown = attribute(node, "display") != "false"
                if local(node) in names and shown and words not in self.seen:
                    self.seen.add(words)
                    walk.blocks(node, Edge(gathering))
