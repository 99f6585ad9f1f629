"""Gives the notes that a pull request changes the layout they had, and hands that over.

    python3 .github/scripts/lay_out_proposal.py BRANCH FOLDER

BRANCH was fetched as data. The notes it changes are written into a passing folder, laid
out there by the program of the main branch, and what came of it goes into FOLDER. Both
jobs of a workflow know how that looks: see `laid_out.py`.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from handed_over import LONGEST_FILE, MOST_FILES, PATH
from laid_out import LAYOUT

_PROGRAM = Path(".venv/bin/minutebook")
_NOTHING_LEFT, _SOME_CANNOT_BE_READ = 0, 1


def main() -> int:
    """Lay out what a branch changes. Gives the exit code."""
    branch, out = sys.argv[1], Path(sys.argv[2])
    if not re.fullmatch(r"[a-z]+(?:-[a-z]+)*", branch):
        sys.stderr.write("This is no branch that was fetched.\n")
        return 1
    head = _git("rev-parse", "--verify", f"{branch}^{{commit}}").decode().strip()
    base = _git("merge-base", "HEAD", head).decode().strip()
    with tempfile.TemporaryDirectory() as scratch:
        files = _laid_out(Path(scratch), base, head)
    out.mkdir(parents=True, exist_ok=True)
    layout = {"head": head, "files": files}
    (out / LAYOUT).write_text(json.dumps(layout), "utf-8")
    return 0


def _laid_out(scratch: Path, base: str, head: str) -> list[dict[str, str]]:
    """Lay out the files that changed; give those that look another way now."""
    before, after = scratch / "before", scratch / "after"
    for folder in (before, after):
        (folder / "notes").mkdir(parents=True)
    saved = {path: _put(after, head, path) for path in _changed(base, head)}
    for path in saved:
        _put(before, base, path)
    told = ("--notes", str(after / "notes"), "--like", str(before / "notes"))
    command = [str(_PROGRAM), "fmt", *told]
    done = subprocess.run(command, check=False, timeout=300)  # noqa: S603 - our own words
    if done.returncode not in (_NOTHING_LEFT, _SOME_CANNOT_BE_READ):
        raise SystemExit(done.returncode)
    return [
        {
            "path": path,
            "before": hashlib.sha256(data).hexdigest(),
            "text": (after / path).read_bytes().decode("utf-8"),
        }
        for path, data in saved.items()
        if data is not None and (after / path).read_bytes() != data
    ]


def _changed(base: str, head: str) -> list[str]:
    """List the files of the notes that are new or another, up to so many."""
    told = _git("diff-tree", "-r", "-z", "--no-renames", "--name-only", base, head)
    paths = [path for path in told.decode("utf-8", "replace").split("\0") if path]
    return [path for path in paths if PATH.fullmatch(path)][:MOST_FILES]


def _put(folder: Path, commit: str, path: str) -> bytes | None:
    """Write a file of a commit into a folder, if it is an ordinary one."""
    listed = _git("ls-tree", "-l", commit, "--", path).decode("utf-8", "replace").split()
    if len(listed) < 4 or listed[0] != "100644":  # noqa: PLR2004 - mode, kind, id, size
        return None
    if int(listed[3]) > LONGEST_FILE:
        return None
    data = _git("cat-file", "blob", listed[2])
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(data)
    return data


def _git(*words: str) -> bytes:
    command = ["git", *words]
    return subprocess.run(  # noqa: S603 - our own words, ids, and paths that were checked
        command, check=True, stdout=subprocess.PIPE, timeout=300
    ).stdout


if __name__ == "__main__":
    sys.exit(main())
