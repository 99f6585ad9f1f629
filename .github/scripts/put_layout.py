"""Puts the layout that the notes had on the branch of an editor, as one more commit.

    python3 .github/scripts/put_layout.py FOLDER

FOLDER holds what `lay_out_proposal.py` wrote in a job that could change nothing. This
one can. It runs nothing of what was saved, and needs nothing but Python's own library and
git.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import laid_out
from handed_over import Refused
from host import Host
from repository import Meanwhile, Repository, Taken

_CHECK = "check.yml"


def main() -> int:
    """Put a layout on the branch of the pull request of this run. Gives the exit code."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    head = event["pull_request"]["head"]
    if head["repo"]["full_name"] != os.environ["GITHUB_REPOSITORY"]:
        sys.stderr.write("Nothing was done: the branch is in another repository.\n")
        return 1
    try:
        layout = laid_out.read(Path(sys.argv[1]), head["ref"])
    except Refused as refused:
        sys.stderr.write(f"Nothing was done: {refused}.\n")
        return 1
    repository = Repository(
        folder=Path.cwd(),
        server=os.environ["GITHUB_SERVER_URL"],
        token=os.environ["GITHUB_TOKEN"],
    )
    try:
        is_new = repository.go_on(layout.branch, layout.head, layout.files)
    except (Meanwhile, Taken):
        sys.stderr.write("The branch was changed meanwhile; that change is laid out.\n")
        return 0
    host = Host(
        api=os.environ["GITHUB_API_URL"],
        repository=os.environ["GITHUB_REPOSITORY"],
        token=os.environ["GITHUB_TOKEN"],
    )
    if is_new and not host.start(_CHECK, layout.branch):
        sys.stderr.write("The check was not started: somebody has to start it.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
