"""What is kept in git, read without taking it out: no hooks, filters or links.

Names of versions and everything that stands in a version are a stranger's. Only objects
are asked for, by their names, and how much comes back is bounded.
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

MOST_LISTED = 32_000_000
"""Bytes of a list of files: a hundred thousand or more."""

_PATIENCE = 120
"""Seconds for one answer of git."""

_GIT = ("git", "--no-replace-objects", "--literal-pathspecs")
_CALM = {"GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""Git asks nobody, fetches nothing and waits for nobody."""

_LISTED = re.compile(
    rb"(\d{6}) (blob|commit) ([0-9a-f]{40,64}) +(\d+|-)\t(.+)", re.DOTALL
)
_NAME = re.compile(r"[0-9a-f]{40,64}")


class CannotCompare(Exception):  # noqa: N818 - reads as what it says
    """Two versions cannot be compared; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A file of a version, as git lists it."""

    mode: str
    """`120000` for a link, `160000` for another repository, else an ordinary file."""

    name: str
    """The name of its content in git."""

    size: int
    path: bytes
    """From the root of the repository."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, known by a folder in it."""

    folder: Path

    def root(self) -> Path:
        """Find the folder in which the repository begins."""
        found = self._ask("rev-parse", "--show-toplevel")
        if found is None:
            raise CannotCompare("this folder is not kept in git; use --before FOLDER")
        return Path(os.fsdecode(found))

    def tree(self, version: str) -> str:
        """Name the files of a version that somebody typed: a branch, tag or commit."""
        found = None
        if version and not version.startswith("-") and "\0" not in version:
            asked = f"{version}^{{tree}}"
            found = self._ask(
                "rev-parse", "--verify", "--quiet", "--end-of-options", asked
            )
        name = (found or b"").decode("ascii", "replace")
        if not _NAME.fullmatch(name):
            raise CannotCompare(
                f"git knows no version {_quoted(version)} here; name a branch, a tag or"
                " a commit, as in `minutebook diff main`"
            )
        return name

    def has(self, version: str) -> bool:
        """Whether there is a version of this name: a new repository has none."""
        try:
            self.tree(version)
        except CannotCompare:
            return False
        return True

    def staged(self) -> str:
        """Name the files as they are staged for the next commit."""
        found = self._ask("write-tree")
        if found is None:
            raise CannotCompare("what is staged has conflicts; mend those first")
        return found.decode("ascii")

    def merged(self, version: str, into: str) -> str | None:
        """Name the files of a version merged into another; None if there are conflicts.

        No branch moves: git only tells what would come of it.
        """
        self.tree(version)
        self.tree(into)
        found = self._ask("merge-tree", "--write-tree", "--no-messages", into, version)
        name = (found or b"").decode("ascii", "replace")
        return name if _NAME.fullmatch(name) else None

    def parting(self, version: str, other: str) -> str:
        """Find the commit at which two versions parted."""
        self.tree(version)
        self.tree(other)
        found = self._ask("merge-base", version, other)
        if found is None:
            raise CannotCompare(
                f"{_quoted(version)} and {_quoted(other)} have no commit in common"
            )
        return found.decode("ascii")

    def files(self, tree: str, below: str) -> Iterator[Listed]:
        """List the files of a version below a folder."""
        asked = ("ls-tree", "-r", "-z", "-l", "--full-tree", tree)
        listed = self._ask(*asked, "--", *([below] if below else []), most=MOST_LISTED)
        lines = [] if listed is None else listed.split(b"\0")[:-1]
        found = [_LISTED.fullmatch(line) for line in lines]
        if listed is None or not all(found):
            raise CannotCompare("git does not hold all the files of this version")
        for one in filter(None, found):
            size = 0 if one[4] == b"-" else int(one[4])
            yield Listed(one[1].decode(), one[3].decode(), size, one[5])

    def contents(self, files: Iterable[Listed]) -> Iterator[tuple[Listed, bytes]]:
        """Give the contents of files, one after another."""
        wanted = tuple(files)
        with self._start("cat-file", "--batch", stdin=subprocess.PIPE) as git:
            assert git.stdout  # noqa: S101 - it is a pipe
            threading.Thread(target=_ask_for, args=(git, wanted), daemon=True).start()
            for file in wanted:
                head = git.stdout.readline().split()
                if head[1:] != [b"blob", str(file.size).encode()]:
                    git.kill()
                    raise CannotCompare("git could not give a file that it lists")
                yield file, git.stdout.read(file.size)
                git.stdout.read(1)

    def path(self, name: str) -> Path | None:
        """Tell where git itself keeps something, e.g. `hooks`."""
        found = self._ask("rev-parse", "--git-path", name)
        return None if found is None else self.folder / os.fsdecode(found)

    def _ask(self, *words: str, most: int = 100_000) -> bytes | None:
        """Give the answer of git without its last line end; None if it has none."""
        with self._start(*words) as git:
            assert git.stdout  # noqa: S101 - it is a pipe
            late = threading.Timer(_PATIENCE, git.kill)
            late.start()
            answer = git.stdout.read(most + 1)
            if len(answer) > most:
                git.kill()
            git.wait()
            late.cancel()
        if len(answer) > most:
            raise CannotCompare("this version holds more files than can be compared")
        return answer.removesuffix(b"\n") if git.returncode == 0 else None

    def _start(
        self, *words: str, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        command: Sequence[str] = (*_GIT, "-C", str(self.folder), *words)
        try:
            return subprocess.Popen(  # noqa: S603 - our own words, and names of versions
                command,
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, **_CALM},
            )
        except OSError as error:
            raise CannotCompare(
                "git is not to be found on this computer; use --before FOLDER"
            ) from error


def _ask_for(git: subprocess.Popen[bytes], files: Iterable[Listed]) -> None:
    """Ask for files, as fast as git takes the question, while others read the answers."""
    assert git.stdin  # noqa: S101 - it is a pipe
    with suppress(OSError, ValueError), git.stdin:
        for file in files:
            git.stdin.write(f"{file.name}\n".encode())


def _quoted(version: str) -> str:
    """Show a name that somebody typed, without what could steer a terminal."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in version[:80])
    return f"`{shown}`"
