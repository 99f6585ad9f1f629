"""The numbers that Word counts by itself, written out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from minutebook.importing.formats.counting import (
    doubled_letters,
    in_words,
    ordinal,
    ordinal_in_words,
    roman,
)
from minutebook.importing.formats.symbols import signs
from minutebook.importing.formats.word.styles import Numbered, Styles
from minutebook.importing.formats.xml import Element, attribute, child, local, path

LEVELS = 9
"""Word's lists go no deeper."""

_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": doubled_letters,
    "upperLetter": lambda n: doubled_letters(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
    "ordinal": ordinal,
    "cardinalText": in_words,
    "ordinalText": ordinal_in_words,
    "none": lambda _: "",
}
"""How a number is written, by Word's name for it; as it is, where none is known."""

_LARGEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is numbered."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """`%1.%2` stands for the numbers of the first and the second level."""

    font: str = ""
    legal: bool = False
    """Whether all numbers are written 1, 2, 3, whatever their levels say."""

    restarts_after: int | None = None
    """The level that makes it begin again; 0 for none, None for all above it."""

    style: str | None = None
    """The style whose paragraphs are on this level."""


class Numbers:
    """Counts the paragraphs of all lists, in the order they are read in."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Read the part `numbering.xml`, if the document has one."""
        nodes = [] if root is None else list(root)
        self._styles = styles
        self._abstract = {
            attribute(n, "abstractNumId") or "": n
            for n in nodes
            if local(n) == "abstractNum"
        }
        self._lists = {attribute(n, "numId") or "": n for n in nodes if local(n) == "num"}
        self._levels: dict[str, tuple[str, dict[int, Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def place(
        self, direct: Numbered | None, style: tuple[str, Numbered] | None
    ) -> tuple[str, int] | None:
        """Tell which list a paragraph is in and how deep; None for a plain paragraph."""
        list_id = (direct and direct.list_id) or (style and style[1].list_id) or None
        if list_id is None or list_id == "0" or list_id not in self._lists:
            return None
        if direct and direct.level is not None:
            level = direct.level
        elif style and not (direct and direct.list_id):
            levels = self._levels_of(list_id)[1].items()
            own = next((at for at, found in levels if found.style == style[0]), None)
            level = own if own is not None else style[1].level or 0
        else:
            level = 0
        return list_id, min(level, LEVELS - 1)

    def next(self, list_id: str, level: int) -> str:
        """Count one more paragraph, and give what stands before it."""
        abstract, levels = self._levels_of(list_id)
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        self._count(list_id, level, levels, counts)
        own = levels.get(level, Level())
        if own.form == "bullet":
            return signs(own.text, own.font).strip() or "•"

        def number(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            form = "decimal" if own.legal else levels.get(at, Level()).form
            return _FORMS.get(form, str)(counts[at] or 0)

        return re.sub(r"%([1-9])", number, own.text).strip()

    def _count(
        self,
        list_id: str,
        level: int,
        levels: Mapping[int, Level],
        counts: list[int | None],
    ) -> None:
        for at in range(level):
            if counts[at] is None:
                counts[at] = levels.get(at, Level()).start
        override = self._override(list_id, level)
        if override is not None and (list_id, level) not in self._begun:
            counts[level] = override
        else:
            before = counts[level]
            start = levels.get(level, Level()).start
            counts[level] = start if before is None else before + 1
        self._begun.add((list_id, level))
        for below in range(level + 1, LEVELS):
            after = levels.get(below, Level()).restarts_after
            if after is None or (after and level < after):
                counts[below] = None

    def _override(self, list_id: str, level: int) -> int | None:
        for node in self._lists[list_id]:
            if local(node) == "lvlOverride" and attribute(node, "ilvl") == str(level):
                return _number(attribute(child(node, "startOverride"), "val"))
        return None

    def _levels_of(self, list_id: str) -> tuple[str, dict[int, Level]]:
        """Give what is counted together, and how its levels are numbered."""
        if list_id not in self._levels:
            abstract = self._abstract_of(list_id)
            levels = _levels(self._abstract.get(abstract))
            for node in self._lists[list_id]:
                if local(node) == "lvlOverride":
                    levels |= _levels(node)
            self._levels[list_id] = abstract, levels
        return self._levels[list_id]

    def _abstract_of(self, list_id: str) -> str:
        """Follow a list to its definition, which may be that of a style."""
        abstract = attribute(child(self._lists[list_id], "abstractNumId"), "val") or ""
        link = attribute(child(self._abstract.get(abstract), "numStyleLink"), "val")
        linked = self._styles.numbered(link)
        if linked and linked[1].list_id in self._lists:
            other = path(self._lists[linked[1].list_id or ""], "abstractNumId")
            return attribute(other, "val") or abstract
        return abstract


def _levels(node: Element | None) -> dict[int, Level]:
    found = [] if node is None else [n for n in node if local(n) == "lvl"]
    return {_number(attribute(n, "ilvl")) or 0: _level(n) for n in found}


def _level(node: Element) -> Level:
    own = {local(n): n for n in node}

    def value(name: str) -> str | None:
        return attribute(own.get(name), "val")

    start, restart = _number(value("start")), _number(value("lvlRestart"))
    return Level(
        start=1 if start is None else start,
        form=value("numFmt") or "decimal",
        text=(value("lvlText") or "")[:100],
        font=attribute(path(own.get("rPr"), "rFonts"), "ascii") or "",
        legal="isLgl" in own and value("isLgl") not in {"0", "false", "off"},
        restarts_after=restart,
        style=value("pStyle"),
    )


def _number(value: str | None) -> int | None:
    if not value or not re.fullmatch(r"[0-9]{1,9}", value):
        return None
    return min(int(value), _LARGEST)
