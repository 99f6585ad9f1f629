"""Proposes the change of a form as a pull request, or answers on its issue.

    python3 .github/scripts/propose_change.py FOLDER

FOLDER holds what `minutebook apply-form --out` wrote in a job that could change nothing.
This one can. It runs nothing that a contributor has sent, and needs nothing but Python's
own library and git.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import handed_over
from handed_over import Change, Refused
from host import Host, NotAllowed
from repository import Meanwhile, Repository, Taken

_PROPOSED = (
    "Thank you. What you sent is proposed in #{number}. A person looks at it before it is"
    " taken in; what they say of it stands there. If you edit what you sent, the proposal"
    " is brought up to date."
)
_NOT_OPENED = (
    "Thank you. What you sent stands on a branch of its own, but no workflow may open"
    " pull requests here. Somebody who looks after this repository can open it:"
    " {server}/{repository}/compare/{base}...{branch}?expand=1"
)
_MEANWHILE = (
    "Thank you. Somebody else has just changed the same record, so nothing was proposed."
    " Look at its page again. If what you sent still holds, edit it in any way, and save"
    " it: it is read again."
)
_TAKEN = (
    "Thank you. Somebody is working already on what you sent before, so this was not"
    " taken over by itself. Tell them there what has changed."
)

_CHECK, _REVIEW = "check.yml", "review.yml"


def main() -> int:
    """Do what was handed over. Gives the exit code."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    issue, base = int(event["issue"]["number"]), event["repository"]["default_branch"]
    try:
        found = handed_over.read(Path(sys.argv[1]), issue)
    except Refused as refused:
        sys.stderr.write(f"Nothing was done: {refused}.\n")
        return 1
    host = Host(
        api=os.environ["GITHUB_API_URL"],
        repository=os.environ["GITHUB_REPOSITORY"],
        token=os.environ["GITHUB_TOKEN"],
    )
    host.answer(issue, found if isinstance(found, str) else _proposed(found, base, host))
    return 0


def _proposed(change: Change, base: str, host: Host) -> str:
    """Propose a change; give what is to be said of that to whoever asked for it."""
    server = os.environ["GITHUB_SERVER_URL"]
    repository = Repository(folder=Path.cwd(), server=server, token=host.token)
    try:
        repository.put(change)
    except Meanwhile:
        return _MEANWHILE
    except Taken:
        return _TAKEN
    try:
        number = host.propose(
            branch=change.branch, base=base, title=change.title, body=change.body
        )
    except NotAllowed:
        return _NOT_OPENED.format(
            server=server, repository=host.repository, base=base, branch=change.branch
        )
    _start(host, change.branch, base, number)
    return _PROPOSED.format(number=number)


def _start(host: Host, branch: str, base: str, number: int) -> None:
    """Let what was proposed be checked, and compared for its reviewers."""
    started = host.start(_CHECK, branch)
    if not (host.start(_REVIEW, base, number=str(number)) and started):
        sys.stderr.write("The check was not started: somebody has to start it.\n")


if __name__ == "__main__":
    sys.exit(main())
