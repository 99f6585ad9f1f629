"""How an OpenDocument text looks: styles, and how its lists are numbered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from minutebook.importing.formats.counting import (
    doubled_letters,
    roman,
    spreadsheet_letters,
)
from minutebook.importing.formats.symbols import signs
from minutebook.importing.formats.xml import Element, attribute, child, local, path

_MOST_HOPS = 20
_TINIEST = 1.0
_BOLD = 600
_POINTS: Mapping[str, float] = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 28.35,
    "mm": 2.835,
    "px": 0.75,
}

LEVELS = 10
"""Lists of an OpenDocument text go no deeper."""

_LARGEST = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says by itself; None where it says nothing."""

    parent: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    points: float | None = None
    font: str | None = None
    outline: int | None = None
    list_style: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is marked."""

    bullet: str = ""
    form: str = ""
    """`1`, `a`, `A`, `i`, `I`; empty for no number."""

    before: str = ""
    after: str = ""
    shown: int = 1
    """How many levels the number has: 2 for `4.1`."""

    start: int = 1
    pattern: str = ""
    """`%1%.%2%.` stands for the numbers of two levels; newer than what is above."""

    synced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How text is shown in the end."""

    strong: bool = False
    emphasis: bool = False
    hidden: bool = False
    font: str = ""


class Styles:
    """All styles of a text, those it was given by hand included."""

    def __init__(self, *roots: Element | None) -> None:
        """Read the styles in the parts `styles.xml` and `content.xml`."""
        self._styles: dict[tuple[str, str], Style] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._fonts: dict[str, str] = {}
        self.outline: dict[int, Level] = {}
        for node in _defined(roots):
            name = attribute(node, "name") or ""
            kind = local(node)
            if kind == "style":
                self._styles[attribute(node, "family") or "", name] = _style(node)
            elif kind == "list-style":
                self._lists[name] = _levels(node)
            elif kind == "outline-style":
                self.outline = _levels(node)
            elif kind == "font-face":
                self._fonts[name] = (attribute(node, "font-family") or "").strip("'\"")

    def chain(self, family: str, name: str | None) -> Iterator[Style]:
        """Give a style and those it is built on, the nearest first."""
        for _ in range(_MOST_HOPS):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.parent

    def shown(self, looks: Iterable[Style]) -> Shown:
        """Tell how text looks; what says something first counts."""
        every = list(looks)

        def first(which: str) -> object:
            return next(
                (v for of in every if (v := getattr(of, which)) is not None), None
            )

        points = next((of.points for of in every if of.points is not None), None)
        font = str(first("font") or "")
        return Shown(
            strong=bool(first("bold")) or bool(first("underlined")),
            emphasis=bool(first("italic")),
            hidden=bool(first("hidden")) or (points is not None and points <= _TINIEST),
            font=self._fonts.get(font, font),
        )

    def heading_level(self, name: str | None) -> int:
        """Tell which level of heading the style of a paragraph stands for; 0 for none."""
        for _ in range(_MOST_HOPS):
            if name == "Title":
                return 1
            style = self._styles.get(("paragraph", name or ""))
            if style is None:
                return 0
            if style.outline is not None:
                return style.outline
            name = style.parent
        return 0

    def list_style(self, paragraph: str | None) -> str | None:
        """Find the list style that the style of a paragraph names."""
        chain = self.chain("paragraph", paragraph)
        return next((of.list_style for of in chain if of.list_style is not None), None)

    def levels(self, list_style: str | None) -> Mapping[int, Level]:
        """Give how the levels of a list are marked, from one."""
        return self._lists.get(list_style or "", {})


def marker(levels: Mapping[int, Level], depth: int, counts: Mapping[int, int]) -> str:
    """Write what stands before an item, with the numbers counted so far."""
    own = levels.get(depth, Level(bullet="•"))
    if own.bullet:
        return own.bullet

    def number(at: int) -> str:
        level = levels.get(at, own)
        return _written(counts.get(at, level.start), level)

    if own.pattern:
        return re.sub(r"%(\d{1,2})%", lambda m: number(int(m[1])), own.pattern).strip()
    if not own.form:
        return f"{own.before}{own.after}".strip()
    first = max(1, depth - own.shown + 1)
    numbers = [number(at) for at in range(first, depth + 1)]
    return f"{own.before}{'.'.join(filter(None, numbers))}{own.after}".strip()


def _written(number: int, level: Level) -> str:
    letters = doubled_letters if level.synced else spreadsheet_letters
    match level.form:
        case "a":
            return letters(number)
        case "A":
            return letters(number).upper()
        case "i":
            return roman(number)
        case "I":
            return roman(number).upper()
        case "":
            return ""
        case _:
            return str(number)


def _defined(roots: Iterable[Element | None]) -> Iterator[Element]:
    for root in roots:
        for part in ("font-face-decls", "styles", "automatic-styles"):
            found = path(root, part)
            yield from () if found is None else found


def _style(node: Element) -> Style:
    text = path(node, "text-properties")
    weight = attribute(text, "font-weight")
    slant = attribute(text, "font-style")
    line = attribute(text, "text-underline-style")
    display = attribute(text, "display")
    outline = attribute(node, "default-outline-level")
    return Style(
        parent=attribute(node, "parent-style-name"),
        bold=None if weight is None else _is_bold(weight),
        italic=None if slant is None else slant in {"italic", "oblique"},
        underlined=None if line is None else line != "none",
        hidden=None if display is None else display == "none",
        points=_points(attribute(text, "font-size")),
        font=attribute(text, "font-name"),
        outline=None if outline is None else _number(outline, 0),
        list_style=attribute(node, "list-style-name"),
    )


def _is_bold(weight: str) -> bool:
    return weight == "bold" or (weight.isdigit() and int(weight[:4]) >= _BOLD)


def _points(size: str | None) -> float | None:
    found = re.fullmatch(r"(\d{1,4}(?:\.\d{1,9})?)(pt|in|cm|mm|px)", size or "")
    return float(found[1]) * _POINTS[found[2]] if found else None


def _levels(node: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for inner in node:
        depth = _number(attribute(inner, "level"), 0)
        if depth:
            found[min(depth, LEVELS)] = _level(inner)
    return found


def _level(node: Element) -> Level:
    kind = local(node)
    if kind == "list-level-style-bullet":
        font = attribute(child(node, "text-properties"), "font-name") or ""
        return Level(bullet=signs(attribute(node, "bullet-char") or "", font) or "•")
    if kind == "list-level-style-image":
        return Level(bullet="•")
    level = Level(
        form=attribute(node, "num-format") or "",
        before=(attribute(node, "num-prefix") or "")[:50],
        after=(attribute(node, "num-suffix") or "")[:50],
        shown=_number(attribute(node, "display-levels"), 1),
        start=_number(attribute(node, "start-value"), 1),
        synced=attribute(node, "num-letter-sync") == "true",
    )
    pattern = attribute(node, "num-list-format")
    return replace(level, pattern=pattern[:100]) if pattern and level.form else level


def _number(value: str | None, otherwise: int) -> int:
    known = value is not None and re.fullmatch(r"[0-9]{1,9}", value)
    return min(int(value or 0), _LARGEST) if known else otherwise


def number_of(value: str | None) -> int | None:
    """Read a number that an attribute holds."""
    found = _number(value, -1)
    return None if found < 0 else found
