"""What an editor is answered by the git host's interface, over a real repository."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Page, Route

from contributing.forms.git_host import NAME

API = "https://api.github.com"
_STATUS = {"A": "added", "M": "modified", "D": "removed"}
_ANY = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "*",
}

Said = Any
"""JSON of any kind."""


class Missing(Exception):  # noqa: N818 - what the host says, not an error of ours
    """There is no such thing at this host."""


@dataclass
class EditorHost:
    """A repository at a host, and the pull requests that an editor has opened there."""

    bare: Path
    pulls: list[dict[str, Any]] = field(default_factory=list)

    def answers(self, page: Page) -> None:
        """Answer what a page asks of the host; nothing goes out to the real one."""
        page.route(f"{API}/**", self._answer)

    def git(self, *words: str, given: bytes | None = None, index: str = "") -> str:
        """Run git in the repository."""
        someone = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        done = subprocess.run(
            ["git", *someone, *words],  # noqa: S607 - the git of the system
            cwd=self.bare,
            input=given,
            capture_output=True,
            check=False,
            env=os.environ | ({"GIT_INDEX_FILE": index} if index else {}),
        )
        if done.returncode:
            raise Missing(done.stderr.decode())
        return done.stdout.decode().strip()

    def _answer(self, route: Route) -> None:
        asked = route.request
        url = urlsplit(asked.url)
        said = json.loads(asked.post_data) if asked.post_data else None
        way = f"{asked.method} {unquote(url.path).removeprefix(f'/repos/{NAME}')}"
        if asked.method == "OPTIONS":
            route.fulfill(status=204, headers=_ANY)
            return
        try:
            answer = self._reply(way, parse_qs(url.query), said)
        except Missing as missing:
            route.fulfill(status=404, json={"message": str(missing)}, headers=_ANY)
        else:
            route.fulfill(status=200, json=answer, headers=_ANY)

    def _reply(self, way: str, query: dict[str, list[str]], said: Said) -> Said:
        for pattern, reply in _REPLIES.items():
            found = re.fullmatch(pattern, way)
            if found:
                given = (said,) if way[:3] != "GET" else (query,)
                return reply(self, *found.groups(), *given)
        raise Missing(way)

    # Who asks, and of what

    def user(self, *_: Said) -> Said:
        return {"login": "amina-k", "name": "Amina Khatun", "id": 1}

    def repository(self, *_: Said) -> Said:
        return {"owner": {"login": "hall"}, "permissions": {"push": True}}

    # What stands there

    def tree(self, of: str, query: dict[str, list[str]]) -> Said:
        deep = ("-r",) if "recursive" in query else ()
        listed = self.git("ls-tree", "-l", *deep, of).splitlines()
        return {"tree": [_entry(line) for line in listed]}

    def blob(self, sha: str, *_: Said) -> Said:
        text = self.git("cat-file", "blob", sha) + "\n"
        return {"sha": sha, "content": base64.b64encode(text.encode()).decode()}

    def branch(self, name: str, *_: Said) -> Said:
        commit = self.git("rev-parse", "--verify", f"refs/heads/{name}")
        tree = self.git("rev-parse", f"{commit}^{{tree}}")
        return {"commit": {"sha": commit, "commit": {"tree": {"sha": tree}}}}

    def commits(self, *_: Said) -> Said:
        author = {"name": "Amina Khatun", "date": "2026-01-01T00:00:00Z"}
        return [{"sha": "0" * 40, "commit": {"author": author}}]

    def compare(self, before: str, after: str, *_: Said) -> Said:
        changed = self.git("diff", "--name-status", before, after).splitlines()
        pairs = [line.split("\t") for line in changed]
        files = [
            {
                "filename": name,
                "status": _STATUS[status],
                "sha": self.git("rev-parse", f"{after}:{name}"),
            }
            for status, name in pairs
        ]
        return {"files": files, "commits": [{"sha": after}], "total_commits": 1}

    # What is saved

    def new_blob(self, said: Said) -> Said:
        given = base64.b64decode(said["content"])
        return {"sha": self.git("hash-object", "-w", "--stdin", given=given)}

    def new_tree(self, said: Said) -> Said:
        index = str(self.bare / "index-of-the-editor")
        self.git("read-tree", said["base_tree"], index=index)
        for one in said["tree"]:
            told = f"{one['mode']},{one['sha']},{one['path']}"
            self.git("update-index", "--add", "--cacheinfo", told, index=index)
        return {"sha": self.git("write-tree", index=index)}

    def new_commit(self, said: Said) -> Said:
        parents = [word for one in said["parents"] for word in ("-p", one)]
        message = ("-m", said["message"])
        return {"sha": self.git("commit-tree", said["tree"], *message, *parents)}

    def new_ref(self, said: Said) -> Said:
        self.git("update-ref", said["ref"], said["sha"])
        return {"ref": said["ref"], "object": {"sha": said["sha"]}}

    # What is proposed

    def proposals(self, query: dict[str, list[str]]) -> Said:
        head = query.get("head", [""])[0].rpartition(":")[2]
        return [pull for pull in self.pulls if head in ("", pull["head"]["ref"])]

    def propose(self, said: Said) -> Said:
        branch = said["head"].rpartition(":")[2]
        commit = self.git("rev-parse", f"refs/heads/{branch}")
        self.pulls.append(
            {
                **said,
                "number": len(self.pulls) + 1,
                "state": "open",
                "head": {"ref": branch, "sha": commit, "repo": {"full_name": NAME}},
                "base": {"ref": said["base"]},
                "labels": [],
                "user": self.user(),
                "updated_at": "2026-01-01T00:00:00Z",
            }
        )
        return self.pulls[-1]

    def label(self, number: str, said: Said) -> Said:
        labels = [{"name": name} for name in said["labels"]]
        self.pulls[int(number) - 1]["labels"] = labels
        return labels


def _entry(line: str) -> dict[str, Any]:
    about, name = line.split("\t")
    mode, kind, sha, size = about.split()
    length = 0 if size == "-" else int(size)
    return {"path": name, "mode": mode, "type": kind, "sha": sha, "size": length}


_REPLIES: dict[str, Callable[..., Said]] = {
    "GET /users?(?:/[^/]+)?": EditorHost.user,
    "GET ": EditorHost.repository,
    "GET /git/trees/(.+)": EditorHost.tree,
    "GET /git/blobs/([0-9a-f]+)": EditorHost.blob,
    "GET /branches/(.+)": EditorHost.branch,
    "GET /commits": EditorHost.commits,
    r"GET /compare/(.+)\.\.\.(.+)": EditorHost.compare,
    "GET /pulls": EditorHost.proposals,
    "POST /git/blobs": EditorHost.new_blob,
    "POST /git/trees": EditorHost.new_tree,
    "POST /git/commits": EditorHost.new_commit,
    "POST /git/refs": EditorHost.new_ref,
    "POST /pulls": EditorHost.propose,
    "PUT /issues/([0-9]+)/labels": EditorHost.label,
}
"""What answers what, by the method and the way below the repository."""
