"""What people write to name a record, brought to an id: a path, an address, a title."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"\A[a-z][a-z0-9+.-]*://[^/]*", re.IGNORECASE)
_REST = re.compile(r"[?#].*\Z", re.DOTALL)
_ENDING = re.compile(r"\.(?:md|ya?ml|html|json)\Z", re.IGNORECASE)
_PAGE = frozenset(("", ".", "..", "index.html", "index.md"))
_NUMBER = re.compile(r"(?<![\w-])A ?(?P<number>[1-9]\d{0,3})(?![\w-])", re.IGNORECASE)
_JOINING = re.compile(
    r"\A(?:[\s,:;()#]|(?:action|of|in|from|at|the meeting of)\b)*", re.IGNORECASE
)
"""What stands between the number of an action and its meeting."""

_LONGEST_SHOWN = 80


def parts_of(named: str) -> list[str]:
    """Cut a path or an address into its parts; anything else is one part.

    `https://example.org/notes/actions/x-a1/` and `notes/actions/x-a1.md` end alike.
    """
    text = named.strip().strip("`'\"<>").strip()
    text = _REST.sub("", _ADDRESS.sub("", text))
    parts = [part for part in re.split(r"[/\\]", text) if part not in _PAGE]
    return [*parts[:-1], _ENDING.sub("", parts[-1])] if parts else []


def id_in(named: str, folder: str) -> str:
    """Give the id that a path or an address ends in; any other words as they are."""
    parts = parts_of(named)
    below = parts[parts.index(folder) + 1 :] if folder in parts else []
    return (below or parts or [""])[0 if below else -1]


def number_in(named: str) -> tuple[int, str] | None:
    """Take `A2 of 2026-03-12-board` apart: the number, and what names the meeting."""
    found = _NUMBER.search(named)
    if not found:
        return None
    rest = _JOINING.sub("", f"{named[: found.start()]} {named[found.end() :]}")
    return int(found["number"]), rest.rstrip(" ,:;()#")


def shown(named: str) -> str:
    """Quote what somebody wrote, in a line that is not too long."""
    text = " ".join(named.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
