"""Anybody's words in what a git host shows: nothing in them calls, links or closes.

A host reads Markdown, and in it mentions of people, numbers of issues and the words that
close them; some of that in titles and messages of commits, too.
"""

from __future__ import annotations

import re

from minutebook.changing.escaping import not_a_mark, without_marks

_ACTS = re.compile(r"([@#](?=\w)|\bGH-(?=\d)|://|\bwww\.)", re.IGNORECASE)
"""What calls somebody, links, or names an issue, which other words may close."""

_SPLIT = "<!-- -->"
"""What nobody sees and what parts two signs, so that they are not read together."""

_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]*://(?:www\.)?|\bwww\.", re.IGNORECASE)
_CALLS = re.compile(r"[@#]+(?=\w)|\bGH-(?=\d)", re.IGNORECASE)
_INSTEAD = {"@": "(at) ", "#": "no. "}
_LONGEST_TITLE = 200


def in_markdown(text: str) -> str:
    """Write words, in one line, so that Markdown shows just these and does nothing."""
    pieces = _ACTS.split(without_marks(_one_line(text)).replace("$", "\\$"))
    return not_a_mark(
        "".join(
            piece + (_SPLIT if number % 2 else "") for number, piece in enumerate(pieces)
        )
    )


def as_title(text: str) -> str:
    """Write words as the title of a proposal, which may become a message of a commit."""
    words, before = _one_line(text), ""
    while words != before:  # what is taken out may have stood within another
        words, before = _ADDRESS.sub("", words), words
    words = _CALLS.sub(lambda call: _INSTEAD.get(call[0][-1], "GH "), words)
    return words if len(words) <= _LONGEST_TITLE else f"{words[:_LONGEST_TITLE]}…"


def _one_line(text: str) -> str:
    seen = (sign if sign.isprintable() else " " for sign in text)
    return " ".join("".join(seen).split())
