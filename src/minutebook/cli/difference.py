"""What a change does to the files, shown as lines that come and go."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from minutebook.changing.change import Change


def difference(change: Change) -> str:
    """Show the new files whole, and of others the lines around what changes."""
    return "".join(f"{_seen(line)}\n" for line in _lines(change))


def _lines(change: Change) -> Iterator[str]:
    for path, text in change.added.items():
        yield f"New: {path}"
        yield from text.splitlines()
        yield ""
    for path, (before, after) in change.edited.items():
        yield from difflib.unified_diff(
            before.splitlines(), after.splitlines(), path, path, lineterm=""
        )


def _seen(line: str) -> str:
    """Replace what could steer a terminal; a tab and what can be seen stay."""
    return "".join(s if s.isprintable() or s == "\t" else "\ufffd" for s in line)
