"""Reads and prints every pathological text, and tells of each how it went.

Run as a program of its own, so that a text on which a native library falls takes no
other test with it: the last name that was told is the text that did it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from minutebook.reading.read import read_bytes
from pathological_notes import PATHOLOGICAL
from small_book import write_notes
from test_commonmark import FIELDS, ORDINARY, dangers, note, show

ENOUGH = 100_000
"""How much of a page is looked at for dangers: it is the same again and again."""

BAD = "meetings/2026-05-14-bad.md"


def main() -> None:
    """Print a line of JSON before each text, and one after it."""
    with tempfile.TemporaryDirectory() as folder:
        notes = write_notes(Path(folder), {})
        show(notes)
        for name, body in PATHOLOGICAL.items():
            tell({"begins": name})
            whole = tried(notes, body)
            some = part(notes, body) if whole["refused"] else whole
            tell({"name": name, "whole": whole, "part": some})


def part(notes: Path, body: str) -> dict[str, Any]:
    """Try a beginning that is let through: it is halved until it is."""
    while read_bytes((FIELDS + body).encode(), BAD).problems:
        body = body[: len(body) // 2]
    return tried(notes, body)


def tried(notes: Path, body: str) -> dict[str, Any]:
    """Show a folder with one bad note, and tell what came of it."""
    path = note(notes, "bad", body)
    shown = show(notes)
    problems = shown.reading.problems
    return {
        "seconds": shown.seconds,
        "refused": [(problem.code, problem.place.line) for problem in problems],
        "only_the_bad_one": {problem.place.path for problem in shown.problems} <= {path},
        "has_page": path in shown.pages,
        "ordinary_has_page": ORDINARY in shown.pages,
        "dangers": dangers(shown.pages.get(path, "")[:ENOUGH], body=False),
    }


def tell(told: dict[str, Any]) -> None:
    """Write a line at once: the next text may be the last."""
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
