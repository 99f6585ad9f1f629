"""A git host on this computer: a real repository, and what its interface answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

BOT = "github-actions[bot]"
NAME = "hall/notes"
TOKEN = "token-of-this-test"  # noqa: S105 - one that opens nothing


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, as somebody who has set up nothing."""
    who = {"NAME": "Amina Khatun", "EMAIL": "amina@example.org"}
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_AUTHOR_{key}": value for key, value in who.items()},
        **{f"GIT_COMMITTER_{key}": value for key, value in who.items()},
    }
    done = subprocess.run(
        ["git", *words],  # noqa: S607 - the git of the system
        cwd=folder,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout


SCRIPTS = Path(__file__).parents[3] / ".github" / "scripts"


@dataclass
class GitHost:
    """What the host holds."""

    bare: Path
    pulls: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    address: str = ""
    lets_propose: bool = True
    runs: list[dict[str, Any]] = field(default_factory=list)
    shows_runs: bool = True
    started: list[tuple[str, ...]] = field(default_factory=list)
    """Workflows that were asked to run, the branch of each, and what else it was told."""

    heads: dict[int, str] = field(default_factory=dict)
    """The commits that pull requests propose, by their numbers."""

    def run(
        self, script: str, *words: str, clone: Path, event: object, code: int = 0
    ) -> str:
        """Run a script as a workflow does; give what it says of what went wrong."""
        told = clone.parent / "event.json"
        told.write_text(json.dumps(event), "utf-8")
        done = subprocess.run(
            [sys.executable, "-S", str(SCRIPTS / script), *words],
            cwd=clone,
            env={
                "PATH": os.environ["PATH"],
                "GITHUB_EVENT_PATH": str(told),
                "GITHUB_API_URL": self.address,
                "GITHUB_SERVER_URL": "https://example.org",
                "GITHUB_REPOSITORY": NAME,
                "GITHUB_TOKEN": TOKEN,
            },
            capture_output=True,
            check=False,
            text=True,
        )
        assert done.returncode == code, done.stderr
        assert TOKEN not in done.stdout + done.stderr
        return done.stderr

    def shows(self, branch: str, path: str) -> str:
        """Give a file as it stands on a branch."""
        return git(self.bare, "show", f"{branch}:{path}")

    def has(self, branch: str) -> bool:
        return bool(git(self.bare, "branch", "--list", branch))

    def reply(self, method: str, path: str, said: Any) -> tuple[int, Any]:  # noqa: ANN401
        """Answer as the host does."""
        what, _, query = path.removeprefix(f"/repos/{NAME}/").partition("?")
        first, *rest = what.split("/")
        if first == "pulls":
            return self._pulls(method, rest, query, said)
        if rest[2:] == ["dispatches"]:
            self.started.append((rest[1], said["ref"], *said.get("inputs", {}).values()))
            return (204 if self.shows_runs else 403), None
        if first == "actions":
            assert rest == ["workflows", "check.yml", "runs"]
            return (200 if self.shows_runs else 403), {"workflow_runs": self.runs}
        return self._comments(method, rest, said)

    def _pulls(
        self,
        method: str,
        rest: list[str],
        query: str,
        said: Any,  # noqa: ANN401
    ) -> tuple[int, Any]:
        if method == "GET" and rest:
            return 200, {"head": {"sha": self.heads[int(rest[0])]}}
        if method == "GET":
            (head,) = parse_qs(query)["head"]
            owner, _, branch = head.partition(":")
            assert owner == NAME.partition("/")[0]
            return 200, [pull for pull in self.pulls if pull["head"] == branch]
        if method == "PATCH":
            (pull,) = [pull for pull in self.pulls if pull["number"] == int(rest[0])]
            pull.update(said)
            return 200, pull
        if not self.lets_propose:
            return 403, {"message": "not permitted to create pull requests"}
        assert self.has(said["head"])
        self.pulls.append({"number": 100 + len(self.pulls), **said})
        return 201, self.pulls[-1]

    def _comments(self, method: str, rest: list[str], said: Any) -> tuple[int, Any]:  # noqa: ANN401
        if method == "GET":
            return 200, self.comments
        if method == "PATCH":
            comment = self.comments[int(rest[-1]) - 1]
            comment.update(said)
            return 200, comment
        made = {"id": len(self.comments) + 1, "user": {"login": BOT}, **said}
        self.comments.append(made)
        return 201, made


@contextmanager
def hosting(folder: Path, files: Path) -> Iterator[tuple[GitHost, Path]]:
    """Keep a book at a host; give the host, and a clone of its main branch."""
    work, bare, clone = folder / "work", folder / "bare.git", folder / "clone"
    work.mkdir()
    git(work, "init", "--quiet", "--initial-branch=main")
    git(work, "-c", "core.safecrlf=false", "--work-tree", str(files), "add", "--all")
    git(work, "commit", "--quiet", "--message", "The book")
    git(folder, "clone", "--quiet", "--bare", str(work), str(bare))
    git(folder, "clone", "--quiet", "--depth=1", f"file://{bare}", str(clone))
    host = GitHost(bare=bare)
    with _serving(host):
        yield host, clone


@contextmanager
def _serving(host: GitHost) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            said = json.loads(self.rfile.read(length)) if length else None
            assert self.headers["Authorization"] == f"Bearer {TOKEN}"
            host.asked.append(f"{self.command} {self.path}")
            code, reply = host.reply(self.command, self.path, said)
            self.send_response(code)
            self.end_headers()
            if reply is not None:
                self.wfile.write(json.dumps(reply).encode())

        do_GET = do_POST = do_PATCH = _any  # noqa: N815 - as the library calls them

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        host.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield
        finally:
            server.shutdown()
            thread.join()
