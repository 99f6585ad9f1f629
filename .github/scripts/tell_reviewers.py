"""Keeps the one comment of a pull request that says what it changes for readers.

    python3 .github/scripts/tell_reviewers.py FILE

FILE is what `minutebook diff --format markdown` wrote in a job that could change nothing.
It was made from what a stranger proposes, so it is a text here and nothing else.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

from host import Host
from proposal import number_of

MARK = "<!-- minutebook: what changes for readers -->"
"""What the text ends with, and by which our comment is found again."""

MOST_LETTERS = 60_000
_MOST_BYTES = 6 * MOST_LETTERS
_WORKFLOW = "check.yml"


def main() -> int:
    """Write the comment, or bring it up to date."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    number, text = number_of(event), _read(Path(sys.argv[1]))
    if text is None or number is None:
        sys.stderr.write("Nothing was written: this is not what a comparison says.\n")
        return 1
    host = Host(
        api=os.environ["GITHUB_API_URL"],
        repository=os.environ["GITHUB_REPOSITORY"],
        token=os.environ["GITHUB_TOKEN"],
    )
    commit = host.head_of(number)
    server = f"{os.environ['GITHUB_SERVER_URL']}/{host.repository}"
    body = text.removesuffix(MARK) + _preview(host, server, number, commit) + MARK
    host.keep_comment(number, body, MARK)
    return 0


def _read(path: Path) -> str | None:
    """Read the text, if it is one: not too long, and marked as ours at its end."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _MOST_BYTES:
        return None
    try:
        text = path.read_bytes().decode("utf-8").strip()
    except UnicodeDecodeError:
        return None
    return text if text.endswith(MARK) and len(text) <= MOST_LETTERS else None


def _preview(host: Host, server: str, number: int, commit: str) -> str:
    """Say where the site can be had as it would be."""
    run = host.run_of(_WORKFLOW, commit)
    known = run is not None and re.fullmatch(
        rf"{re.escape(server)}/actions/runs/[0-9]+", run
    )
    at = run if known else f"{server}/pull/{number}/checks"
    return (
        "The site as it would be: the artifact `site` of"
        f" [the check of this proposal]({at}), once that has passed."
        " It is kept for a week.\n\n"
    )


if __name__ == "__main__":
    sys.exit(main())
