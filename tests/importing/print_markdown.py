"""Manuscripts as Markdown."""

from __future__ import annotations

from importing.manuscript import Heading, Item, Paragraph, Piece, Table, Title, Words


def print_markdown(pieces: tuple[Piece, ...]) -> bytes:
    """Write Markdown as a person does: one line for a paragraph, gaps between."""
    parts: list[str] = []
    for piece, before in zip(pieces, (None, *pieces), strict=False):
        gap = "\n" if isinstance(piece, Item) and isinstance(before, Item) else "\n\n"
        parts += [gap if before else "", _printed(piece)]
    return ("".join(parts) + "\n").encode()


def _printed(piece: Piece) -> str:
    match piece:
        case Title(text=text):
            return f"# {text}"
        case Heading(level=level):
            return f"{'#' * (level + 1)} {piece.full}"
        case Paragraph(words=words):
            return _marked(words)
        case Item(words=words):
            return f"- {_marked(words)}"
        case Table(rows=(first, *others)):
            rule = tuple("---" for _ in first)
            return "\n".join(f"| {' | '.join(row)} |" for row in (first, rule, *others))
        case _:
            raise AssertionError(piece)


def _marked(words: tuple[Words, ...]) -> str:
    marks = {(True, False): "**", (False, True): "*", (False, False): ""}
    return "".join(
        f"{marks[one.strong, one.emphasis]}{one.text}{marks[one.strong, one.emphasis]}"
        for one in words
    )
