"""What stands in minutes for a record: a link that works on the git host too."""

from __future__ import annotations

import re

from minutebook.importing.inline import escape

_MARK = re.compile(r"\W*(?:actions?|decision|resolved)\b[^:]{0,30}:", re.IGNORECASE)


def action_link(title: str, record: str) -> str:
    """Write the line that the site turns into a card of the action."""
    return f"- **Action:** [{escape(title)}](../actions/{record}.md)"


def decision_link(title: str, record: str) -> str:
    """Write the line that leads to a decision."""
    return f"- **Decision:** [{escape(title)}](../decisions/{record}.md)"


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
