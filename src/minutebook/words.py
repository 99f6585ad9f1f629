"""English for what the programs say at a command line."""

from __future__ import annotations


def sentence(text: str) -> str:
    """Write words as the beginning of a sentence; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def count(number: int, noun: str, many: str | None = None) -> str:
    """Write a number of things: 1 action, 2 actions, 1,200 meetings."""
    return f"{number:,} {noun if number == 1 else many or noun + 's'}"
