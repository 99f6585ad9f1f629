"""Check the notes and build the site: `python3 build_site.py --help` tells the options.

Works on a machine with nothing but Python 3.11 or newer: what it needs is installed
into `.venv/` first, once. Exits with 0 (built), 1 (problems in the notes, nothing
published) or 2 (the command was wrong).
"""

from __future__ import annotations

import sys

import bootstrap


def main(words: list[str]) -> int:
    """Build the site with the words of a command; give its exit code."""
    other = any(word.startswith("--renderer") for word in words)
    lock = "requirements-renderers.lock" if other else "requirements.lock"
    return bootstrap.run(lock, "-m", "minutebook", "build", *words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
