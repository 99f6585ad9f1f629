"""What of a web page is no part of its text: what it says of itself, code, pictures."""

from __future__ import annotations

import re

from minutebook.importing.document import Reason
from minutebook.importing.formats.webpage.writing import Writing
from minutebook.importing.formats.xml import Element, attribute, inner_text, local

CODE = frozenset({"script", "style", "template", "link", "base"})
UNSHOWN = frozenset({"noscript", "datalist", "noframes", "rp"})
EMBEDDED = frozenset(
    "iframe object embed video audio canvas svg applet math map img".split()
)
_TOLD = re.compile(
    r"title|description|author|creator|date|time|publish|modified|subject|keyword",
    re.IGNORECASE,
)
_LONGEST_CODE = 120


def note_head(writing: Writing, node: Element) -> None:
    """Note what a page says of itself: it came out on another day than we met."""
    for inner in node:
        writing.follow(inner)
        name = local(inner)
        if name == "title":
            writing.aside(Reason.METADATA, inner_text(inner))
        elif name == "meta":
            told = attribute(inner, "property") or inner.get("name") or ""
            if _TOLD.search(told):
                writing.aside(Reason.METADATA, f"{told}: {inner.get('content', '')}")
        elif not name:
            note_comment(writing, inner)
        elif name in CODE and (inner.text or "").strip():
            leave_out(writing, inner, Reason.CODE, name)


def note_comment(writing: Writing, node: Element) -> None:
    """Leave out what only those see who look at the source."""
    text = node.text or ""
    told = text.strip()
    code = told.startswith(("[if", "[endif", "?", "<!["))
    writing.aside(Reason.CODE if code else Reason.HIDDEN, _short(told) if code else told)
    writing.skip(text.count("\n"))


def leave_out(writing: Writing, node: Element, reason: Reason, name: str = "") -> None:
    """Leave out an element with all that is in it."""
    words = inner_text(node)
    if name:
        words = f"{name}: {_short(words)}" if words else ""
    writing.aside(reason, words)
    newlines = sum(str(part).count("\n") for part in node.itertext())
    writing.skip(newlines)


def note_object(writing: Writing, node: Element, name: str) -> None:
    """Leave out a picture and the like, with the words that stand for it."""
    words = node.get("alt") or node.get("title") or node.get("aria-label") or ""
    told = inner_text(node)
    if name == "img" and node.get("alt") == "":
        return
    name = "picture" if name in {"img", "svg", "canvas"} else name
    writing.aside(Reason.EMBEDDED, ": ".join(filter(None, (name, words, told))))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_CODE else f"{text[:_LONGEST_CODE]}…"
