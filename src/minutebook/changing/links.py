"""What stands in minutes for a record: a link that works on the git host too."""

from __future__ import annotations

from minutebook.changing.escaping import escape


def action_link(title: str, record: str) -> str:
    """Write the line that the site turns into a card of the action."""
    return f"- **Action:** [{escape(title)}](../actions/{record}.md)"


def decision_link(title: str, record: str) -> str:
    """Write the line that leads to a decision."""
    return f"- **Decision:** [{escape(title)}](../decisions/{record}.md)"
