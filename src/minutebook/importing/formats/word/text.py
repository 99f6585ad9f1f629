"""The words of a Word paragraph: what is shown, and what is left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from minutebook.importing.document import Reason
from minutebook.importing.formats.symbols import CROSSED_BOX, EMPTY_BOX, sign, signs
from minutebook.importing.formats.word.package import Relation
from minutebook.importing.formats.word.styles import Styles, look_of
from minutebook.importing.formats.xml import Element, attribute, child, local, path
from minutebook.importing.inline import Run, is_safe_target

REMOVED = frozenset({"del", "moveFrom"})
"""What was struck out while changes were tracked, and is there still."""

AROUND = frozenset(
    "ins moveTo smartTag customXml sdt sdtContent fldSimple dir bdo oMath oMathPara"
    " ruby rubyBase num den e sup sub fName deg".split()
)
"""Elements that only stand around others."""

_MATHS = frozenset(
    "f sSup sSub sSubSup nary rad d func m mr acc bar box limLow limUpp".split()
)

_BREAKS = frozenset({"br", "cr"})
_SPACES = frozenset({"tab", "ptab"})
_OBJECTS = frozenset({"drawing", "pict", "object"})
_NOTES: Mapping[str, str] = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
}
_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]*)"', re.IGNORECASE)


@dataclass(slots=True)
class Field:
    """A field that has begun: first its code, then what it shows."""

    code: str = ""
    shows: bool = False
    target: str | None = None


@dataclass(slots=True)
class Words:
    """Gathers the words of one paragraph."""

    styles: Styles
    links: Mapping[str, Relation]
    fields: list[Field]
    """Fields that have begun and not ended; they may run over paragraphs."""

    paragraph_style: str | None = None
    runs: list[Run] = field(default_factory=list)
    asides: list[tuple[Reason, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes: what is in them stands beside the paragraph."""

    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes it refers to: which part, and the id there."""

    def read(self, node: Element, target: str | None = None) -> None:
        """Go through the content of a paragraph."""
        for inner in node:
            name = local(inner)
            if name == "r":
                self._run(inner, target)
            elif name in REMOVED:
                self._aside(Reason.DELETED, removed_text(inner))
            elif name == "hyperlink":
                self.read(inner, self._target(inner) or target)
            elif name == "AlternateContent":
                self._chosen(inner, target)
            elif name in AROUND or name in _MATHS:
                self.read(inner, target)

    def _chosen(self, node: Element, target: str | None) -> None:
        """Of several ways to write the same, take the first."""
        for way in first_way(node):
            self.read(way, target)
            for inner in way:
                if local(inner) in _OBJECTS:
                    self._object(inner)

    def _target(self, node: Element) -> str | None:
        relation = self.links.get(attribute(node, "id") or "")
        return relation.target if relation and is_safe_target(relation.target) else None

    def _run(self, node: Element, target: str | None) -> None:
        look = look_of(child(node, "rPr"))
        shown = self.styles.shown(look, self.paragraph_style)
        text = "".join(self._texts(node, look.font or shown.font))
        if not text:
            return
        if shown.hidden:
            self._aside(Reason.HIDDEN, text)
            return
        target = target or next((of.target for of in self.fields if of.target), None)
        self.runs.append(
            Run(text=text, strong=shown.strong, emphasis=shown.emphasis, target=target)
        )

    def _texts(self, node: Element, font: str) -> Iterator[str]:
        """Give the text in a run, piece by piece."""
        for inner in node:
            name = local(inner)
            if name == "fldChar":
                yield self._field(inner)
            elif name == "instrText":
                self._code(inner.text or "")
            elif self.fields and not all(of.shows for of in self.fields):
                continue
            elif name == "t":
                yield signs((inner.text or "").replace("\n", " "), font)
            elif name == "ruby":
                self.read(inner)
            else:
                yield self._other(inner, name, font)

    def _other(self, node: Element, name: str, font: str) -> str:
        if name in _BREAKS:
            return "\n"
        if name in _SPACES:
            return "\t"
        if name == "noBreakHyphen":
            return "-"
        if name == "sym":
            return _symbol(node, font)
        if name == "delText":
            self._aside(Reason.DELETED, node.text or "")
        elif name in _NOTES:
            self.notes.append((_NOTES[name], attribute(node, "id") or ""))
        elif name in _OBJECTS:
            self._object(node)
        elif name == "AlternateContent":
            self._chosen(node, None)
        return ""

    def _field(self, node: Element) -> str:
        kind = attribute(node, "fldCharType")
        if kind == "begin":
            self.fields.append(Field())
            return _form_field(child(node, "ffData"))
        if kind == "separate" and self.fields:
            self.fields[-1].shows = True
            link = _LINK.match(self.fields[-1].code)
            if link and is_safe_target(link[1]):
                self.fields[-1].target = link[1]
        elif kind == "end" and self.fields:
            self.fields.pop()
        return ""

    def _code(self, text: str) -> None:
        if self.fields and not self.fields[-1].shows:
            self.fields[-1].code += text

    def _object(self, node: Element) -> None:
        """Take the text boxes of a drawing; note what else it is."""
        boxes = list(_boxes(node))
        self.boxes += boxes
        if local(node) == "object":
            ole = next((n for n in node.iter() if local(n) == "OLEObject"), None)
            kind = attribute(ole, "ProgID") or "unknown kind"
            self._aside(Reason.EMBEDDED, f"object ({kind})")
        elif not boxes:
            self._aside(Reason.EMBEDDED, _picture(node))

    def _aside(self, reason: Reason, text: str) -> None:
        """Note what is left out, together with what stands right before it."""
        if self.asides and self.asides[-1][0] is reason and reason is not Reason.EMBEDDED:
            text = self.asides.pop()[1] + text
        self.asides.append((reason, text))


def first_way(node: Element) -> Iterator[Element]:
    """Of several ways to write the same, give the first."""
    ways = (inner for inner in node if local(inner) in {"Choice", "Fallback"})
    yield from islice(ways, 1)


def removed_text(node: Element) -> str:
    """Give the words that were struck out."""
    kinds = {"t", "delText", "tab", "br"}
    found = (inner for inner in node.iter() if local(inner) in kinds)
    return "".join((inner.text or "") or " " for inner in found)


def _boxes(node: Element) -> Iterator[Element]:
    """Find text boxes; of two ways to write the same, only in the first."""
    for inner in node:
        name = local(inner)
        if name == "txbxContent":
            yield inner
        elif name == "AlternateContent":
            for way in first_way(inner):
                yield from _boxes(way)
        else:
            yield from _boxes(inner)


def _picture(node: Element) -> str:
    told = next((n for n in node.iter() if local(n) == "docPr"), None)
    if told is None:
        told = next((n for n in node.iter() if local(n) in {"shape", "rect"}), None)
    words = attribute(told, "descr") or attribute(told, "alt") or ""
    kinds = {local(n) for n in node.iter()}
    kind = "chart" if "chart" in kinds else "diagram" if "relIds" in kinds else "picture"
    if kind == "picture" and not kinds & {"pic", "imagedata", "blip"}:
        kind = "drawing"
    return f"{kind}: {words}" if words.strip() else kind


def _form_field(node: Element | None) -> str:
    """Show a field of a form as it stands: a box, or what was chosen from a list."""
    box, choice = child(node, "checkBox"), child(node, "ddList")
    if box is not None:
        state = child(box, "checked")
        state = child(box, "default") if state is None else state
        off = state is None or attribute(state, "val") in {"0", "false", "off"}
        return EMPTY_BOX if off else CROSSED_BOX
    if choice is not None:
        entries = [attribute(n, "val") or "" for n in choice if local(n) == "listEntry"]
        chosen = attribute(path(choice, "result"), "val") or "0"
        return entries[int(chosen)] if _is_place(chosen, entries) else ""
    return ""


def _is_place(chosen: str, entries: list[str]) -> bool:
    return re.fullmatch(r"[0-9]{1,4}", chosen) is not None and int(chosen) < len(entries)


def _symbol(node: Element, font: str) -> str:
    code = attribute(node, "char") or ""
    if not re.fullmatch(r"[0-9A-Fa-f]{1,5}", code):
        return ""
    return sign(int(code, 16), attribute(node, "font") or font)
