"""Ticks, boxes and letters that say in a list who came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from minutebook.importing.findings import Attended


class Tick(Enum):
    """What stands in a box."""

    YES = "yes"
    NO = "no"
    EMPTY = "empty"


_BOXES = {
    Tick.YES: r"\[\s*[xX✓✔yY]\s*\]|\(\s*[xX✓✔]\s*\)|[☑☒✅✓✔√]",
    Tick.NO: r"[✗✘❌✖]|\[\s*[✗✘]\s*\]",
    Tick.EMPTY: r"\[\s*\]|\(\s+\)|[☐⬜▢]|_{2,}",
}
_PRESENT = """
    present p y yes x attended in-person in_person online remote ✓ ✔ ☑ ☒ ✅ √ [x] 1 zoom
    teams virtual here pres ✓. phone hybrid
""".split()
_APOLOGIES = """
    ap apol apols apologies apology regrets sent_apologies apologies_received
    apologies_sent apologies_given apologies_for_absence ap.
""".split()
_ABSENT = """
    absent n no ab abs dna did_not_attend not_present ✗ ✘ ❌ ✖ 0 no_apologies
    absent_without_apologies
""".split()
_PARTLY = re.compile(
    r"part(?:ial|ly)?\b.*|(?:left|joined|from|until|late|items?)\b.*", re.IGNORECASE
)


def tick_of(text: str) -> tuple[Tick | None, str]:
    """Cut the box off an entry, before it or behind it."""
    for tick, pattern in _BOXES.items():
        for place in (rf"^(?:{pattern})(?=\s|$|\w)\s*", rf"\s+(?:{pattern})$"):
            found = re.search(place, text)
            if found:
                return tick, (text[: found.start()] + text[found.end() :]).strip()
    return None, text


def status_of(cell: str, letters: Iterable[str] = ()) -> Attended | None:
    """Read a cell that says whether somebody came; None if it says nothing.

    `letters` are all signs used in the column: an `A` is absence where `Ap` is used too,
    and where nothing explains it, it is not known what it means.
    """
    word = re.sub(r"[\s]+", "_", cell.strip().casefold()).strip("()")
    used = {letter.strip().casefold().rstrip(".") for letter in letters}
    if word == "x" and used & {"✓", "✔", "√", "☑", "✅"}:
        return Attended.ABSENT
    for attended, words in (
        (Attended.PRESENT, _PRESENT),
        (Attended.APOLOGIES, _APOLOGIES),
        (Attended.ABSENT, _ABSENT),
    ):
        if word in words or word.strip("[].") in words:
            return attended
    if word in {"a", "a."}:
        return Attended.ABSENT if used & {"ap", "apol", "apologies"} else Attended.UNKNOWN
    if word in {"[_]", "[]", "☐", "⬜", "-", "–", "—"}:
        return None
    if _PARTLY.fullmatch(cell.strip()) or re.search(
        r"\((?:left|joined|from|until)\b", cell
    ):
        return Attended.PART
    return _in_words(cell)


def _in_words(cell: str) -> Attended | None:
    text = cell.casefold()
    if "apolog" in text:
        return Attended.APOLOGIES
    if re.search(r"\babsent\b|not present|did not attend", text):
        return Attended.ABSENT
    if "in attendance" in text:
        return Attended.OFFICIAL
    return Attended.PRESENT if re.search(r"\bpresent\b|\battended\b", text) else None
