"""Colours: how light one is, as far as that is certain."""

from __future__ import annotations

from pdfminer.pdfcolor import PDFColorSpace

_KNOWN = {"DeviceGray", "CalGray", "DeviceRGB", "CalRGB", "DeviceCMYK", "ICCBased"}
_RGB, _CMYK = 3, 4


def shade_of(colour: object, space: PDFColorSpace | None) -> float | None:
    """Give 0 for black, 1 for white, or nothing where the colours are named or woven."""
    if space is not None and space.name not in _KNOWN:
        return None
    parts = list(colour) if isinstance(colour, tuple | list) else [colour]
    values = [float(part) for part in parts if isinstance(part, int | float)]
    if len(values) != len(parts) or not values:
        return None
    if len(values) == _CMYK:
        return max(0.0, 1 - max(values[:3]) - values[3])
    return sum(values) / len(values) if len(values) in {1, _RGB} else None
