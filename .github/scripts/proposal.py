"""Which pull request a run is about: that of its event, or the one it was started for.

What a workflow proposes brings no run about by itself, so that workflow starts one.
"""

from __future__ import annotations

import re
from typing import Any

_NUMBER = re.compile(r"[1-9][0-9]{0,9}")


def number_of(event: Any) -> int | None:  # noqa: ANN401 - JSON of the host
    """Give the number of the pull request, if it is one."""
    if "pull_request" in event:
        number = event["pull_request"]["number"]
        return number if type(number) is int else None
    given = (event.get("inputs") or {}).get("number")
    if isinstance(given, str) and _NUMBER.fullmatch(given):
        return int(given)
    return None
