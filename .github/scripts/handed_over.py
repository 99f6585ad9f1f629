"""What the job that reads forms has handed over, held against what a form can change.

That job has read what a stranger wrote. Whatever it hands over is checked here as if the
stranger had written it: which files it names, how large they are, where it is to go.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHANGE, ANSWER = "change.json", "answer.md"

MOST_BYTES = 20_000_000
MOST_FILES = 200
MOST_OF_A_FORM = 6_000
"""Files. The longest note that is sent has fewer lines that begin with `Action:`."""

LONGEST_FILE = 1_000_000
LONGEST_TITLE = 250
LONGEST_BODY = 60_000
"""Letters of the text of a proposal or of an answer; the host takes a little more."""

_FOLDERS = "meetings|actions|concerns|decisions|themes|groups"
_REGISTERS = "organisations|people|glossary"
PATH = re.compile(
    rf"notes/(?:(?:{_FOLDERS})/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:md|yml)|(?:{_REGISTERS})\.yml)"
)
_LONGEST_PATH = 200
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Refused(Exception):  # noqa: N818 - what was handed over, not an error of ours
    """What was handed over is nothing a form can ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file as it is to be."""

    path: str
    before: str | None
    """The SHA-256 of the file as it was; None if there is to be none yet."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that is to be proposed."""

    issue: int
    branch: str
    title: str
    body: str
    files: tuple[File, ...]


def read(folder: Path, issue: int) -> Change | str:
    """Read the change for an issue, or the answer to it. Raises `Refused`."""
    change, answer = folder / CHANGE, folder / ANSWER
    if change.exists() == answer.exists():
        raise Refused("a change or an answer is handed over, one of the two")
    if answer.exists():
        return _text(read_file(answer), "the answer", LONGEST_BODY)
    try:
        data = json.loads(read_file(change))
    except (ValueError, RecursionError):
        raise Refused("the change is not JSON") from None
    return _change(data, issue)


def read_file(path: Path) -> str:
    """Read a text that was handed over. Raises `Refused`."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MOST_BYTES:
        raise Refused(f"{path.name} is no ordinary file, or too large")
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path.name} is not UTF-8") from None


def _change(data: Any, issue: int) -> Change:  # noqa: ANN401 - JSON of any kind
    given = fields(data, {"issue", "branch", "title", "body", "files"})
    if type(given["issue"]) is not int or given["issue"] != issue:
        raise Refused("the change is for another issue")
    if given["branch"] != f"form/issue-{issue}":
        raise Refused("the change goes to a branch that is not its own")
    title = _text(given["title"], "the title", LONGEST_TITLE)
    if not title.isprintable():
        raise Refused("the title is not one line of plain text")
    files = given["files"]
    if not isinstance(files, list) or not 0 < len(files) <= MOST_OF_A_FORM:
        raise Refused("the change is of no files, or of too many")
    found = tuple(file(one) for one in files)
    if len({one.path for one in found}) != len(found):
        raise Refused("the change names a file twice")
    return Change(
        issue=issue,
        branch=given["branch"],
        title=title,
        body=_text(given["body"], "the body", LONGEST_BODY),
        files=found,
    )


def file(data: Any) -> File:  # noqa: ANN401 - JSON of any kind
    """Read a file as it is to be. Raises `Refused`."""
    given = fields(data, {"path", "before", "text"})
    path, before = given["path"], given["before"]
    fits = isinstance(path, str) and len(path) <= _LONGEST_PATH and PATH.fullmatch(path)
    if not fits:
        raise Refused("the change names a file that no form changes")
    if before is not None and not (isinstance(before, str) and _DIGEST.fullmatch(before)):
        raise Refused("the change does not say what a file was before")
    return File(
        path=path, before=before, text=_text(given["text"], "a file", LONGEST_FILE)
    )


def fields(data: Any, names: set[str]) -> dict[str, Any]:  # noqa: ANN401 - JSON of any kind
    """Take what has these fields and no others. Raises `Refused`."""
    if not isinstance(data, dict) or set(data) != names:
        raise Refused("the change is not laid out as it ought to be")
    return data


def _text(value: Any, what: str, longest: int) -> str:  # noqa: ANN401 - JSON of any kind
    """Take a text that can be written as UTF-8 and is not too long."""
    if not isinstance(value, str) or not value.strip() or len(value) > longest:
        raise Refused(f"{what} is no text, or too long")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused(f"{what} is not UTF-8") from None
    return value
