"""Who is a member and who came for somebody, by all the lists together."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from minutebook.importing.findings import Attended
from minutebook.importing.recognising.people.labels import label_of
from minutebook.importing.recognising.people.listed import Listed


def has_present(listed: Iterable[Listed]) -> bool:
    """Whether somewhere those present are listed apart from those in attendance."""
    return any(
        one.attended in {Attended.PRESENT, Attended.PART} and one.run >= 0
        for one in listed
    )


def not_official(listed: Listed) -> Listed:
    """Read `In attendance` as those who came, where nobody is listed as present."""
    plain = re.match(
        r"(?:in\s+attendance|also|attending|officers)", listed.label, re.IGNORECASE
    )
    official = listed.attended is Attended.OFFICIAL
    return replace(listed, attended=Attended.PRESENT) if plain and official else listed


def is_of_side(listed: Listed) -> bool:
    """Whether somebody is listed as of one side of the table."""
    label = label_of(listed.label) if listed.label else None
    side = label is not None and label.is_side
    return side and listed.attended is Attended.PRESENT


def on_other_side(listed: Listed) -> Listed:
    """Read `Staff` as a side of the table, where `Students` or `Union` is the other."""
    side = re.fullmatch(
        r"(?:[\w'’-]+\s+){0,2}(?:staff|officers|officials)", listed.label, re.IGNORECASE
    )
    return replace(listed, attended=Attended.PRESENT) if side else listed
