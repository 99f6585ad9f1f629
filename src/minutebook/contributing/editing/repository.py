"""Branches that records wait on, by the plumbing of git alone.

The folder somebody works in, its index and the branch they are on stay as they are:
what is saved is written into the repository, in an index of its own.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minutebook.contributing.editing.refused import Refused

BRANCHES = "refs/heads/cms/"
"""Where the branches of editors are; the editors on the net name them the same."""

_NOBODY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "minutebook edit"), ("EMAIL", "edit@localhost"))
}
"""Who commits, where git does not know who is at the computer."""

_FILE = "100644"


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository that a folder of notes is in."""

    root: Path
    prefix: str
    """The way from there to the notes, ending in `/`; nothing if it is the root."""

    @classmethod
    def around(cls, notes: Path) -> Repository | None:
        """Find the repository of some notes; None if they are in none."""
        try:
            told = _git(notes, "rev-parse", "--show-toplevel", "--show-prefix")
            root, _, prefix = told.partition("\n")
            found = cls(Path(root), prefix.strip())
            found.commit("HEAD")
        except Refused:
            return None
        return found

    def commit(self, name: str) -> str:
        """Give the id of a commit. Raises Refused if there is none of that name."""
        return _git(self.root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def branches(self) -> tuple[str, ...]:
        """List the branches of editors, by what follows `cms/`."""
        told = _git(self.root, "for-each-ref", "--format=%(refname)", BRANCHES)
        return tuple(name.removeprefix(BRANCHES) for name in told.split())

    def base(self, branch: str) -> str:
        """Give the commit at which a branch left the one somebody works on."""
        return _git(self.root, "merge-base", "HEAD", BRANCHES + branch)

    def changed(self, branch: str) -> tuple[str, ...]:
        """List the files of the notes that a branch has changed."""
        names = ("--name-only", "--no-renames", "-z", "--diff-filter=AM")
        told = _git(
            self.root, "diff-tree", "-r", *names, self.base(branch), BRANCHES + branch
        )
        return tuple(
            path.removeprefix(self.prefix)
            for path in told.split("\0")
            if path and path.startswith(self.prefix)
        )

    def text(self, commit: str, path: str) -> str | None:
        """Read a file of the notes in a commit; None if it has none there."""
        asked = f"{commit}:{self.prefix}{path}"
        try:
            kind = _git(self.root, "cat-file", "-t", asked)
        except Refused:
            return None
        return (
            _git(self.root, "cat-file", "blob", asked, whole=True)
            if kind == "blob"
            else None
        )

    def time(self, commit: str) -> str:
        """Tell when a commit was made."""
        return _git(self.root, "show", "--no-patch", "--format=%cI", commit)

    def put(self, branch: str, files: Mapping[str, str], title: str) -> None:
        """Commit files of the notes to a branch, which is made if need be."""
        reference = BRANCHES + branch
        try:
            before = parent = self.commit(reference)
        except Refused:
            before, parent = "0" * 40, self.commit("HEAD")
        with tempfile.TemporaryDirectory() as scratch:
            index = {"GIT_INDEX_FILE": str(Path(scratch, "index"))}
            _git(self.root, "read-tree", parent, env=index)
            for path, text in files.items():
                blob = _git(self.root, "hash-object", "-w", "--stdin", given=text)
                entry = f"{_FILE},{blob},{self.prefix}{path}"
                _git(self.root, "update-index", "--add", "--cacheinfo", entry, env=index)
            tree = _git(self.root, "write-tree", env=index)
        made = _git(
            self.root, "commit-tree", tree, "-p", parent, env=self._who(), given=title
        )
        _git(self.root, "update-ref", "-m", "minutebook edit", reference, made, before)

    def delete(self, branch: str) -> None:
        """Delete a branch of an editor."""
        _git(self.root, "update-ref", "-d", BRANCHES + branch)
        if self.said_of(branch):
            _git(self.root, "config", "--local", "--unset", _description(branch))

    def said_of(self, branch: str) -> str:
        """Give what is written down of a branch."""
        try:
            return _git(self.root, "config", "--local", "--get", _description(branch))
        except Refused:
            return ""

    def say_of(self, branch: str, text: str) -> None:
        """Write something down of a branch."""
        _git(self.root, "config", "--local", _description(branch), text)

    def _who(self) -> Mapping[str, str]:
        try:
            _git(self.root, "var", "GIT_COMMITTER_IDENT")
        except Refused:
            return _NOBODY
        return {}


def _description(branch: str) -> str:
    return f"branch.cms/{branch}.description"


def _git(
    folder: Path,
    *words: str,
    given: str | None = None,
    env: Mapping[str, str] | None = None,
    whole: bool = False,
) -> str:
    """Ask git, and give what it says. Raises Refused if it fails."""
    command = ["git", "-C", str(folder), *words]
    try:
        done = subprocess.run(  # noqa: S603 - our own words, and names that were looked at
            command,
            input=None if given is None else given.encode(),
            stdin=subprocess.DEVNULL if given is None else None,
            env=os.environ | {"GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"} | dict(env or {}),
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        raise Refused("Git is not installed on this computer.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
        raise Refused(f"Git could not do it: {said or words[0]}.") from error
    text = done.stdout.decode("utf-8", "replace")
    return text if whole else text.rstrip("\n")
