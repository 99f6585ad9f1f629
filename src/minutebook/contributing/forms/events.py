"""What a git host tells of an issue that was sent or changed: little of it is read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

MOST_BYTES = 5_000_000
"""Of an event. A host sends a fraction of this."""


class NotAnIssue(Exception):  # noqa: N818 - what somebody named, not an error of ours
    """A file is not an event about an issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue that was sent."""

    number: int
    body: bytes
    login: str
    """Who sent it, by their name at the host."""


def issue_of(data: bytes) -> Issue:
    """Read the issue of an event. Raises `NotAnIssue` with why it cannot be read."""
    if len(data) > MOST_BYTES:
        raise NotAnIssue("it is too large")
    try:
        event = json.loads(data)
    except (ValueError, RecursionError):
        raise NotAnIssue("it is not JSON") from None
    issue = _part(event, "issue", dict)
    number = _part(issue, "number", int)
    login = _part(_part(issue, "user", dict), "login", str)
    body = issue.get("body")
    if number < 1 or isinstance(number, bool):
        raise NotAnIssue("it has no `number`")
    text = body if isinstance(body, str) else ""
    return Issue(number=number, body=text.encode("utf-8", "replace"), login=login)


def _part(whole: Any, name: str, kind: type) -> Any:  # noqa: ANN401 - JSON of any kind
    found = whole.get(name) if isinstance(whole, dict) else None
    if not isinstance(found, kind):
        raise NotAnIssue(f"it has no `{name}`")
    return found
