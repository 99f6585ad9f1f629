"""What is wrong with the fields of a record, in plain words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from minutebook.problems import Place, Problem
from minutebook.reading import bounds, effort
from minutebook.reading.expand import Unreadable
from minutebook.reading.nearest import did_you_mean
from minutebook.reading.source import Source
from minutebook.reading.yamltext import Path

_LONGEST_SHOWN = 60


def explain(detail: Mapping[str, Any], source: Source, fields: list[str]) -> Problem:
    """Turn one fault of a record into our words, at its place, with a hint.

    `detail` is a fault as pydantic tells it: `type`, `loc`, `input` and `ctx`.
    `fields` are those that may stand beside the faulty one.
    """
    path: Path = tuple(detail["loc"])
    name = str(next((key for key in reversed(path) if isinstance(key, str)), "record"))
    given = detail["input"]
    match detail["type"]:
        case "missing":
            return _missing(source, path, name)
        case "unexpected_keyword_argument":
            fields = [field for field in fields if _may_say(source, field)]
            return source.problem(
                "unknown-field",
                source.key_place(path),
                f"there is no field `{name}` here",
                did_you_mean(name, fields) or f"the fields are {', '.join(fields)}",
            )
        case "enum":
            choices = re.findall(r"'([^']+)'", detail["ctx"]["expected"])
            listed = ", ".join(f"`{choice}`" for choice in choices)
            return source.problem(
                "bad-choice",
                path,
                f"`{_shown(given)}` is not a {name.replace('_', ' ')}",
                did_you_mean(str(given), choices) or f"use one of {listed}",
            )
        case "time_type":
            return source.problem(
                "bad-time",
                path,
                f"`{_shown(given)}` is not a time of day",
                "write hours:minutes on the 24-hour clock, as in 13:30",
            )
        case _ if isinstance(given, Unreadable):
            return source.problem(
                "bad-date",
                path,
                f"`{_shown(given)}` is not a date",
                "write year-month-day with a day that exists, as in 2026-03-31",
            )
        case other:
            one = "an entry of " if path and isinstance(path[-1], int) else ""
            return source.problem(
                "bad-value",
                path,
                f"{one}`{name}` cannot be {_what(given)}",
                _EXPECTED.get(other, "look at another record of the same kind"),
            )


def _missing(source: Source, path: Path, name: str) -> Problem:
    """Tell a field that was left out from one that was left empty."""
    if source.has_key(path):
        return source.problem(
            "missing-field",
            source.key_place(path),
            f"`{name}` is left empty",
            "write it after the colon, or below as a list",
        )
    return source.problem(
        "missing-field",
        source.start if len(path) == 1 else source.place(path[:-1]),
        f"`{name}` is missing",
        f"add a line `{name}: …`",
    )


def _may_say(source: Source, field: str) -> bool:
    """Whether a field may be written here: in Markdown, the text stands below."""
    return field != "text" or source.body_line is None


_EXPECTED = {
    "string_type": "write one line of text here; put quotes around it if in doubt",
    "tuple_type": "write a list here, one `- item` a line",
    "dataclass_type": "write fields here, one `name: value` a line, set in by two spaces",
    "bool_parsing": "write true or false",
}


def _what(given: object) -> str:
    match given:
        case dict():
            return "`name: value`; it is one line of text"
        case list():
            return "a list"
        case None:
            return "left empty"
        case _:
            return f"`{_shown(given)}`"


def _shown(given: object) -> str:
    text = given.text if isinstance(given, Unreadable) else str(given)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def id_given(source: Source, record_id: str) -> Problem:
    """Refuse an id among the fields."""
    stands = "the word above it" if source.root else "the name of the file"
    return source.problem(
        "id-given",
        source.key_place(("id",)),
        "a record does not carry its own id",
        f"remove this line; the id is {stands}, `{record_id}`",
    )


def bad_id(source: Source, key: str) -> Problem:
    """Refuse a key of a register that an address cannot keep."""
    return source.problem(
        "bad-id",
        source.start,
        f"`{_shown(key)}` cannot be an id",
        "use small letters a-z, digits and single hyphens, as in `village-shop`;"
        " the full name goes into `name:`",
    )


def too_nested(source: Source, place: Place) -> Problem:
    """Refuse a text with quotes in quotes in quotes."""
    return source.problem(
        "too-deep",
        place,
        f"quotes or lists are nested more than {bounds.DEEPEST} deep",
        "no reader can follow that; remove most of the signs the line begins with",
    )


def table_too_large(source: Source, place: Place) -> Problem:
    """Refuse a text whose tables no browser can show."""
    return source.problem(
        "table-too-large",
        place,
        f"the tables of this text have more than {bounds.MOST_CELLS:,} cells",
        "keep the figures in a spreadsheet in attachments/ and link to it",
    )


def too_tangled(source: Source, place: Place) -> Problem:
    """Refuse a paragraph of signs that no reader could sort out."""
    return source.problem(
        "too-tangled",
        place,
        "the paragraph or table that begins here has more than"
        f" {effort.MOST_SIGNS:,} signs such as * _ [ ] or {effort.MOST_ADDRESSES:,} @",
        "cut it with blank lines; if nobody typed this, the file is damaged or was"
        " never text: take it out",
    )


def too_much_work(source: Source, place: Place) -> Problem:
    """Refuse a text that would keep everybody waiting."""
    return source.problem(
        "too-much-markup",
        place,
        "down to here, the text has as many lines, links, cells and other signs as a"
        " page can show",
        "split it in two, or keep the data in attachments/ and link to it; if nobody"
        " typed this, the file is damaged or was never text",
    )


def not_fields(source: Source) -> Problem:
    """Tell that something else stands where fields are expected."""
    return source.problem(
        "not-fields",
        (),
        "here should be fields, one a line, written `name: value`",
        "look at another record of the same kind",
    )
