"""A change made a commit, and put on a branch of its own.

Git's own store is written to and nothing else: no file of the change is ever laid out in
a folder, and none is run or read as anything but bytes.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handed_over import Change, File

NAME = "github-actions[bot]"
EMAIL = "41898282+github-actions[bot]@users.noreply.github.com"
_ORDINARY = "100644"


class Meanwhile(Exception):  # noqa: N818 - the state of a repository, not an error of ours
    """A file is no longer as it was when the change was worked out."""


class Taken(Exception):  # noqa: N818 - see Meanwhile
    """Somebody has gone on working on the branch."""


@dataclass(frozen=True, kw_only=True)
class Repository:
    """A clone of the repository, at the commit to which changes are proposed."""

    folder: Path
    server: str
    token: str = field(repr=False)

    def put(self, change: Change) -> bool:
        """Put a change on its branch; tell whether the branch is new or another now.

        Raises `Meanwhile` or `Taken`, and then nothing was changed.
        """
        message = f"A change asked for in #{change.issue}"
        commit = self._commit(change.files, "HEAD", message)
        ref = f"refs/heads/{change.branch}"
        before = self._git("ls-remote", "origin", ref).split("\t")[0].strip()
        if before and self._stands(before, ref, commit):
            return False
        lease = f"--force-with-lease={ref}:{before}"
        self._git("push", "--quiet", lease, "origin", f"{commit}:{ref}")
        return True

    def go_on(self, branch: str, head: str, files: Sequence[File]) -> bool:
        """Put one more commit on a branch; tell whether there was anything to put there.

        Raises `Meanwhile` or `Taken`, and then nothing was changed.
        """
        ref = f"refs/heads/{branch}"
        self._git("fetch", "--quiet", "--depth=1", "origin", ref)
        if self._git("rev-parse", "FETCH_HEAD").strip() != head:
            raise Taken(ref)
        if not files:
            return False
        message = "What was not changed looks as it did before"
        commit = self._commit(files, head, message)
        lease = f"--force-with-lease={ref}:{head}"
        self._git("push", "--quiet", lease, "origin", f"{commit}:{ref}")
        return True

    def _commit(self, files: Sequence[File], parent: str, message: str) -> str:
        """Make a commit with nothing but some files in it."""
        with tempfile.TemporaryDirectory() as scratch:
            index = {"GIT_INDEX_FILE": str(Path(scratch) / "index")}
            self._git("read-tree", parent, also=index)
            for file in files:
                self._check(file, parent)
                stored = self._git(
                    "hash-object", "-w", "--no-filters", "--stdin", given=file.text
                ).strip()
                entry = f"{_ORDINARY},{stored},{file.path}"
                self._git("update-index", "--add", "--cacheinfo", entry, also=index)
            tree = self._git("write-tree", also=index).strip()
        return self._git("commit-tree", tree, "-p", parent, "-m", message).strip()

    def _check(self, file: File, parent: str) -> None:
        """Hold a file against what the change was worked out from."""
        listed = self._git("ls-tree", parent, "--", file.path).split()
        if file.before is None and not listed:
            return
        if file.before is None or not listed or listed[:2] != [_ORDINARY, "blob"]:
            raise Meanwhile(file.path)
        stands = self._run("cat-file", "blob", listed[2])
        if hashlib.sha256(stands).hexdigest() != file.before:
            raise Meanwhile(file.path)

    def _stands(self, before: str, ref: str, commit: str) -> bool:
        """Whether a branch holds a change already. Raises `Taken` if it is not ours."""
        self._git("fetch", "--quiet", "--depth=1", "origin", ref)
        email, tree = self._git("log", "-1", "--format=%ce %T", before).split()
        if email != EMAIL:
            raise Taken(ref)
        return tree == self._git("rev-parse", f"{commit}^{{tree}}").strip()

    def _git(
        self, *words: str, given: str = "", also: dict[str, str] | None = None
    ) -> str:
        return self._run(*words, given=given, also=also).decode("utf-8", "replace")

    def _run(
        self, *words: str, given: str = "", also: dict[str, str] | None = None
    ) -> bytes:
        """Run git. What it is told of ours stands in its environment, and in no log."""
        signed = base64.b64encode(f"x-access-token:{self.token}".encode()).decode()
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "LC_ALL": "C",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"http.{self.server}/.extraheader",
            "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {signed}",
            "GIT_AUTHOR_NAME": NAME,
            "GIT_AUTHOR_EMAIL": EMAIL,
            "GIT_COMMITTER_NAME": NAME,
            "GIT_COMMITTER_EMAIL": EMAIL,
            **(also or {}),
        }
        return subprocess.run(  # noqa: S603 - words of ours, and paths that were checked
            ["git", *words],  # noqa: S607 - the git of the system
            cwd=self.folder,
            env=environment,
            input=given.encode("utf-8"),
            stdout=subprocess.PIPE,
            check=True,
            timeout=300,
        ).stdout
