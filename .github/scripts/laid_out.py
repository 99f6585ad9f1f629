"""What the job that lays out notes has handed over, held against what that can be.

That job has read what somebody saved. What it hands over is checked here as if they had
written it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from handed_over import MOST_FILES, File, Refused, fields, file, read_file

LAYOUT = "layout.json"

_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_BRANCH = re.compile(r"cms/[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_BRANCH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Files as they are to look, and where."""

    branch: str
    head: str
    """The commit of the branch that was laid out."""

    files: tuple[File, ...]


def read(folder: Path, branch: str) -> Layout:
    """Read a layout for a branch. Raises `Refused`."""
    if len(branch) > _LONGEST_BRANCH or not _BRANCH.fullmatch(branch):
        raise Refused("this is no branch of an editor")
    try:
        data = json.loads(read_file(folder / LAYOUT))
    except (ValueError, RecursionError):
        raise Refused("the layout is not JSON") from None
    found = fields(data, {"head", "files"})
    head, files = found["head"], found["files"]
    if not isinstance(head, str) or not _COMMIT.fullmatch(head):
        raise Refused("the layout is of no commit")
    if not isinstance(files, list) or len(files) > MOST_FILES:
        raise Refused("the layout is of too many files")
    laid_out = tuple(file(one) for one in files)
    if any(one.before is None for one in laid_out):
        raise Refused("the layout makes a new file")
    if len({one.path for one in laid_out}) != len(laid_out):
        raise Refused("the layout names a file twice")
    return Layout(branch=branch, head=head, files=laid_out)
