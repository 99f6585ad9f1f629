"""Fetches what a pull request proposes into git's own store, and lays nothing out.

    python3 .github/scripts/fetch_proposal.py BRANCH

The branch of this name is not switched to: it is read with `git cat-file` and the like.
"""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from proposal import number_of

_PATIENCE = 600


def main() -> int:
    """Fetch the head of the pull request that this run is about."""
    event = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_bytes())
    number = number_of(event)
    (branch,) = sys.argv[1:]
    if number is None or not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", branch):
        sys.stderr.write("Nothing was fetched: there is no such pull request.\n")
        return 1
    fetched = f"+refs/pull/{number}/head:refs/heads/{branch}"
    words = ("fetch", "--quiet", "--no-tags", "--no-recurse-submodules")
    subprocess.run(  # noqa: S603 - our own words and a number
        ["git", *words, "origin", fetched],  # noqa: S607 - the git of the system
        env=_environment(),
        check=True,
        timeout=_PATIENCE,
    )
    return 0


def _environment() -> dict[str, str]:
    """Tell git who asks, where no log shows it; and to refuse what is malformed."""
    token = f"x-access-token:{os.environ['GITHUB_TOKEN']}".encode()
    settings = {
        f"http.{os.environ['GITHUB_SERVER_URL']}/.extraheader": (
            f"AUTHORIZATION: basic {base64.b64encode(token).decode()}"
        ),
        "fetch.fsckObjects": "true",
    }
    given = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (name, value) in enumerate(settings.items()):
        given |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "GIT_TERMINAL_PROMPT": "0",
        **given,
    }


if __name__ == "__main__":
    sys.exit(main())
