"""Minutes of a few lines, read as a whole document is."""

from __future__ import annotations

import datetime as dt
from textwrap import dedent

from minutebook.importing.findings import FoundDecision
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.recognising.actions.actions import Promises, promises_in
from minutebook.importing.recognising.decisions.decisions import decisions_in
from minutebook.importing.recognising.known import Known
from minutebook.importing.recognising.outline.outline import outline_of
from minutebook.importing.recognising.recognise import what_is_said

KNOWN = Known(
    document="minutes.txt",
    day=dt.date(2023, 3, 10),
    names=("Jess Smith", "Tom Hale", "Ann Shaw", "Clinks", "Lisa Dando"),
    organisations=("Clinks",),
    initials={"JS": "Jess Smith", "TH": "Tom Hale", "AS": "Ann Shaw"},
)


def promises(text: str, known: Known = KNOWN) -> Promises:
    document = read_plain("minutes.txt", dedent(text).strip("\n").encode())
    return promises_in(what_is_said(outline_of(document.blocks)), known)


def decisions(text: str) -> tuple[FoundDecision, ...]:
    document = read_plain("minutes.txt", dedent(text).strip("\n").encode())
    return decisions_in(what_is_said(outline_of(document.blocks)), KNOWN)
