"""Signs of fonts that hold pictures: bullets, ticks and boxes, as letters that say so."""

from __future__ import annotations

EMPTY_BOX = "☐"
CROSSED_BOX = "☒"

_FONTS = {
    "symbol": {0xB7: "•", 0x2D: "-", 0xA7: "▪", 0xD7: "·", 0xDE: "➢"},
    "wingdings": {
        0x6C: "●", 0x6E: "■", 0x6F: EMPTY_BOX, 0x70: EMPTY_BOX, 0x71: EMPTY_BOX,
        0x72: EMPTY_BOX, 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x78: CROSSED_BOX,
        0x9E: "•", 0x9F: "•", 0xA7: "▪", 0xA8: EMPTY_BOX, 0xD8: "➢", 0xE0: "→",
        0xE8: "→", 0xF0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: CROSSED_BOX, 0xFE: "☑",
    },
    "wingdings 2": {
        0x4F: "✗", 0x50: "✓", 0x51: CROSSED_BOX, 0x52: "☑", 0x53: CROSSED_BOX,
        0x54: CROSSED_BOX, 0x2A: EMPTY_BOX, 0x35: "▪", 0x95: "•", 0x97: "●",
        0xA3: EMPTY_BOX,
    },
    "webdings": {0x61: "✓", 0x63: EMPTY_BOX, 0x67: "■", 0x72: "✗"},
}  # fmt: skip

_PRIVATE = range(0xF000, 0xF100)
"""Where text keeps the signs of such a font."""


def is_of_pictures(font: str) -> bool:
    """Whether the letters of a font are pictures."""
    return font.casefold() in _FONTS


def sign(code: int, font: str) -> str:
    """Give the sign that a picture stands for; a bullet for one that is not known."""
    if code in _PRIVATE:
        code -= _PRIVATE.start
    known = _FONTS.get(font.casefold()) or _FONTS["wingdings"]
    return known.get(code, "•")


def signs(text: str, font: str) -> str:
    """Put signs in the place of pictures; letters of other fonts stay as they are."""
    pictures = is_of_pictures(font)
    if not pictures and not any(ord(letter) in _PRIVATE for letter in text):
        return text
    return "".join(
        sign(ord(letter), font)
        if ord(letter) in _PRIVATE or (pictures and not letter.isspace())
        else letter
        for letter in text
    )
