"""Manuscripts as web pages."""

from __future__ import annotations

from itertools import groupby
from xml.sax.saxutils import escape

from importing.builders import html
from importing.manuscript import Heading, Item, Paragraph, Piece, Table, Title, Words


def print_webpage(pieces: tuple[Piece, ...], *, cover: str = "") -> bytes:
    """Make a page with what a site puts around it: a menu and a foot."""
    body = ["<nav><ul><li><a href='/'>Home</a></li></ul></nav>", "<main>"]
    body += [f"<p>{escape(cover)}</p>"] if cover else []
    for together, some in groupby(pieces, lambda piece: isinstance(piece, Item)):
        inside = [_printed(piece) for piece in some]
        body += ["<ul>", *inside, "</ul>"] if together else inside
    body += ["</main>", "<footer><p>Terms of use</p></footer></body></html>"]
    return html(*body, head="<meta charset='utf-8'><title>Notes</title>")


def _printed(piece: Piece) -> str:
    match piece:
        case Title(text=text):
            return f"<h1>{escape(text)}</h1>"
        case Heading(level=level):
            return f"<h{level + 1}>{escape(piece.full)}</h{level + 1}>"
        case Paragraph(words=words):
            return f"<p>{marked_up(words)}</p>"
        case Item(words=words):
            return f"<li>{marked_up(words)}</li>"
        case Table(rows=rows):
            cells = ("".join(f"<td>{escape(c)}</td>" for c in row) for row in rows)
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def marked_up(words: tuple[Words, ...], strong: str = "strong", slant: str = "em") -> str:
    """Write words with tags for their looks."""
    return "".join(_tagged(one, strong, slant) for one in words)


def _tagged(one: Words, strong: str, slant: str) -> str:
    tag = strong if one.strong else slant if one.emphasis else ""
    return f"<{tag}>{escape(one.text)}</{tag}>" if tag else escape(one.text)
