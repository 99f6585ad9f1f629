"""The few things that are asked of the git host, through its REST interface."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from typing import Any

MARK = "<!-- minutebook-form -->"
"""What our one comment on an issue begins with."""

_BOT = "github-actions[bot]"
_MOST_PAGES = 20
_A_PAGE = 100


class NotAllowed(Exception):  # noqa: N818 - how a repository is set up, not an error of ours
    """The host lets no workflow open a proposal here."""


@dataclass(frozen=True, kw_only=True)
class Host:
    """A repository at the git host."""

    api: str
    repository: str
    """Owner and name, as in `minutebook/minutebook`."""

    token: str = field(repr=False)

    def propose(self, *, branch: str, base: str, title: str, body: str) -> int:
        """Open the proposal of a branch, or bring the one there is up to date.

        Gives its number. Raises `NotAllowed`.
        """
        head = urllib.parse.quote(f"{self.repository.split('/')[0]}:{branch}", safe="")
        standing = self._ask("GET", f"pulls?state=open&head={head}")
        said = {"title": title, "body": body}
        if standing:
            number = int(standing[0]["number"])
            self._ask("PATCH", f"pulls/{number}", said)
            return number
        try:
            made = self._ask("POST", "pulls", {**said, "head": branch, "base": base})
        except urllib.error.HTTPError as error:
            if error.code in (403, 422):
                raise NotAllowed from error
            raise
        return int(made["number"])

    def answer(self, issue: int, text: str) -> None:
        """Write our one comment on an issue, or bring it up to date."""
        self.keep_comment(issue, f"{MARK}\n{text}", MARK)

    def keep_comment(self, issue: int, text: str, mark: str) -> None:
        """Write our one comment that holds a mark, or bring it up to date.

        A pull request is an issue, too.
        """
        said = {"body": text}
        standing = self._own_comment(issue, mark)
        if standing is None:
            self._ask("POST", f"issues/{issue}/comments", said)
        elif standing["body"] != said["body"]:
            self._ask("PATCH", f"issues/comments/{int(standing['id'])}", said)

    def head_of(self, number: int) -> str:
        """Give the commit that a pull request proposes."""
        return str(self._ask("GET", f"pulls/{number}")["head"]["sha"])

    def run_of(self, workflow: str, commit: str) -> str | None:
        """Give the address at which a workflow checks what is proposed, if it does."""
        asked = f"runs?head_sha={urllib.parse.quote(commit, safe='')}&per_page=1"
        try:
            found = self._ask("GET", f"actions/workflows/{workflow}/{asked}")
        except urllib.error.HTTPError:
            return None
        runs = found["workflow_runs"]
        return str(runs[0]["html_url"]) if runs else None

    def start(self, workflow: str, branch: str, **inputs: str) -> bool:
        """Let a workflow run on a branch; tell whether the host does.

        What a workflow pushes or proposes brings no other about by itself.
        """
        said = {"ref": branch, "inputs": inputs} if inputs else {"ref": branch}
        try:
            self._ask("POST", f"actions/workflows/{workflow}/dispatches", said)
        except urllib.error.HTTPError:
            return False
        return True

    def _own_comment(self, issue: int, mark: str) -> Any:  # noqa: ANN401 - what the host sends
        for page in range(1, _MOST_PAGES + 1):
            asked = f"issues/{issue}/comments?per_page={_A_PAGE}&page={page}"
            found = self._ask("GET", asked)
            for comment in found:
                is_ours = comment["user"]["login"] == _BOT
                if is_ours and mark in (comment["body"] or ""):
                    return comment
            if len(found) < _A_PAGE:
                return None
        return None

    def _ask(self, method: str, what: str, said: Any = None) -> Any:  # noqa: ANN401 - JSON
        request = urllib.request.Request(  # noqa: S310 - the host's own address
            f"{self.api}/repos/{self.repository}/{what}",
            method=method,
            data=None if said is None else json.dumps(said).encode(),
            headers={
                "Accept": "application/vnd.github+json",
                "Authorization": f"Bearer {self.token}",
                "Content-Type": "application/json",
                "User-Agent": "minutebook",
                "X-GitHub-Api-Version": "2022-11-28",
            },
        )
        with urllib.request.urlopen(request, timeout=60) as reply:  # noqa: S310 - see above
            said_back = reply.read()
            return json.loads(said_back) if said_back else None
