"""Fonts: what their names and figures say about how they look."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import resolve1

_BOLD = re.compile(r"bold|black|heavy|demi|(?:[-,]|\b)(?:bd|semibd)\b", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|(?:[-,]|\b)it\b", re.IGNORECASE)
_SYMBOL = re.compile(r"symbol|wingding|webding|dingbat|bullet", re.IGNORECASE)
_FORCED = 1 << 18
_HEAVY = 600


@dataclass(frozen=True, slots=True)
class FontLook:
    """How the letters of a font look."""

    bold: bool
    italic: bool
    symbol: bool
    """Whether it is a font of signs, not of letters."""


def look_of(font: PDFFont) -> FontLook:
    """Tell how a font looks; kept with the font, as it is asked for each sign."""
    kept = font.__dict__.get("minutebook_look")
    if isinstance(kept, FontLook):
        return kept
    look = _look(font)
    font.__dict__["minutebook_look"] = look
    return look


def _look(font: PDFFont) -> FontLook:
    name = font.fontname
    named = name.decode("latin-1") if isinstance(name, bytes) else str(name)
    named = re.sub(r"^[A-Z]{6}\+", "", named)
    weight = _number(font.descriptor.get("FontWeight"))
    flags = int(_number(font.descriptor.get("Flags")))
    angle = _number(font.descriptor.get("ItalicAngle"))
    return FontLook(
        bold=bool(_BOLD.search(named)) or weight >= _HEAVY or bool(flags & _FORCED),
        italic=bool(_ITALIC.search(named)) or angle != 0,
        symbol=bool(_SYMBOL.search(named)),
    )


def _number(value: object) -> float:
    found = resolve1(value)
    return float(found) if isinstance(found, int | float) else 0.0
