"""Points of minutes whose label leads to a concern, and lines that want a link."""

from __future__ import annotations

import re

from minutebook.changing.escaping import escape

_MARK = re.compile(r"\W*(?:actions?|decision|resolved)\b[^:]{0,30}:", re.IGNORECASE)


def concern_line(label: str, text: str, record: str, *, before: str = "") -> str:
    """Write a labelled point whose label leads to the concern.

    `before` is what stands before the label: `Idea: ` of `Idea: a shared calendar`.
    """
    link = f"[{escape(label)}](../concerns/{record}.md)"
    return f"- **{escape(before.strip())} {link}:** {escape(text)}".replace(
        "** ", "**", 1
    )


def begins_with_mark(text: str) -> bool:
    """Whether a line is an action or a decision by its mark: the book wants a link."""
    return _MARK.match(text) is not None
