"""How a Word document looks: styles that are built on styles, and what a run adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importing.formats.xml import Element, attribute, child, local, path

_MOST_HOPS = 20
"""Styles a style may be built on. Word allows about ten."""

_TINIEST = 2
"""Half points: text of one point is there for no reader."""

_OFF = frozenset({"0", "false", "off", "none"})
_HEADING = re.compile(r"heading ([1-9])")
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What properties of a run say; None where they say nothing."""

    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    half_points: float | None = None
    font: str | None = None
    style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A place in a list, as properties of a paragraph name it."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style, without those it is built on."""

    name: str
    based_on: str | None
    look: Look
    outline: int | None
    numbered: Numbered | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a run is shown in the end."""

    strong: bool
    emphasis: bool
    hidden: bool
    font: str


class Styles:
    """All styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read the part `styles.xml`, if the document has one."""
        found = [] if root is None else [n for n in root if local(n) == "style"]
        self._styles = {attribute(n, "styleId") or "": _style(n) for n in found}
        self._default = next(
            (
                attribute(n, "styleId")
                for n in found
                if attribute(n, "type") == "paragraph"
                and attribute(n, "default") in {"1", "true", "on"}
            ),
            None,
        )
        self._plain = look_of(path(root, "docDefaults", "rPrDefault", "rPr"))

    def chain(self, style_id: str | None) -> Iterator[tuple[str, Style]]:
        """Give a style and those it is built on, the nearest first."""
        for _ in range(_MOST_HOPS):
            style = self._styles.get(style_id or "")
            if style_id is None or style is None:
                return
            yield style_id, style
            style_id = style.based_on

    def of_paragraph(self, properties: Element | None) -> str | None:
        """Give the id of the style of a paragraph."""
        return attribute(child(properties, "pStyle"), "val") or self._default

    def name(self, style_id: str | None) -> str:
        """Give the name of a style: built-in ones are English in all languages."""
        return next((style.name for _, style in self.chain(style_id)), "")

    def heading_level(self, style_id: str | None, properties: Element | None) -> int:
        """Tell which level of heading a paragraph is; 0 for none."""
        direct = _number(attribute(child(properties, "outlineLvl"), "val"))
        if direct is not None:
            return 0 if direct >= _BODY_LEVEL else direct + 1
        for _, style in self.chain(style_id):
            named = _HEADING.fullmatch(style.name)
            if named:
                return int(named[1])
            if style.name == "title":
                return 1
            if style.outline is not None:
                return 0 if style.outline >= _BODY_LEVEL else style.outline + 1
        return 0

    def numbered(self, style_id: str | None) -> tuple[str, Numbered] | None:
        """Find the list of a style's paragraphs, and which style says so."""
        for own_id, style in self.chain(style_id):
            if style.numbered and style.numbered.list_id:
                return own_id, style.numbered
        return None

    def shown(self, look: Look, paragraph_style: str | None) -> Shown:
        """Tell how a run looks; what both styles switch on is switched off again."""
        by_paragraph = [style.look for _, style in self.chain(paragraph_style)]
        by_letters = [style.look for _, style in self.chain(look.style)]

        def switched(which: str) -> bool:
            own = getattr(look, which)
            if own is not None:
                return bool(own)
            ways = [
                next((v for of in looks if (v := getattr(of, which)) is not None), None)
                for looks in (by_paragraph, by_letters)
            ]
            if ways == [None, None]:
                return bool(getattr(self._plain, which))
            return bool(ways[0]) != bool(ways[1])

        every = [look, *by_letters, *by_paragraph, self._plain]
        size = next((of.half_points for of in every if of.half_points is not None), None)
        lines = (of.underlined for of in every if of.underlined is not None)
        return Shown(
            strong=switched("bold") or next(lines, False),
            emphasis=switched("italic"),
            hidden=switched("hidden") or (size is not None and size <= _TINIEST),
            font=next((of.font for of in every if of.font), ""),
        )


def look_of(properties: Element | None) -> Look:
    """Read the properties of a run, an `rPr`."""
    if properties is None:
        return Look()
    own = {local(node): node for node in properties}
    size = own.get("sz")
    return Look(
        bold=_switch(own.get("b")),
        italic=_switch(own.get("i")),
        underlined=_switch(own.get("u")),
        hidden=_switch(own.get("vanish")),
        half_points=_float(attribute(size, "val")),
        font=attribute(own.get("rFonts"), "ascii"),
        style=attribute(own.get("rStyle"), "val"),
    )


def numbered_of(properties: Element | None) -> Numbered | None:
    """Read the place in a list that properties of a paragraph, a `pPr`, name."""
    found = child(properties, "numPr")
    if found is None:
        return None
    return Numbered(
        list_id=attribute(child(found, "numId"), "val"),
        level=_number(attribute(child(found, "ilvl"), "val")),
    )


def _style(node: Element) -> Style:
    properties = child(node, "pPr")
    return Style(
        name=(attribute(child(node, "name"), "val") or "").casefold(),
        based_on=attribute(child(node, "basedOn"), "val"),
        look=look_of(child(node, "rPr")),
        outline=_number(attribute(child(properties, "outlineLvl"), "val")),
        numbered=numbered_of(properties),
    )


def _switch(node: Element | None) -> bool | None:
    if node is None:
        return None
    return (attribute(node, "val") or "true").casefold() not in _OFF


def _number(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch(r"[0-9]{1,4}", value) else None


def _float(value: str | None) -> float | None:
    return float(value) if value and re.fullmatch(r"[0-9]{1,4}(\.\d+)?", value) else None
