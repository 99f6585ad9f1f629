"""What people write to what a record needs: short forms, single items, dates.

`owners: Clinks` means a list of one; `Helen Dyson, Nacro (chair)` means a person;
`13:30` is a time. Which of these applies follows from the field's type alone.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from minutebook.records import (
    Attendance,
    NextMeeting,
    Organisation,
    Person,
    Term,
    When,
    attendance_from_text,
    date_from_text,
    time_from_text,
    when_from_text,
)


def _next_meeting_from_text(text: str) -> NextMeeting:
    """Read a day, or else what the next meeting is about."""
    when = when_from_text(text)
    return NextMeeting(date=when) if when.date else NextMeeting(about=text)


SHORT_FORMS: Mapping[type, Callable[[str], Any]] = {
    Attendance: attendance_from_text,
    When: when_from_text,
    NextMeeting: _next_meeting_from_text,
    Organisation: lambda text: {"name": text},
    Person: lambda text: {"name": text},
    Term: lambda text: {"meaning": text},
}
"""The types that may be written as one line of text."""

_FROM_TEXT: Mapping[type, Callable[[str], Any]] = {
    dt.date: date_from_text,
    dt.time: time_from_text,
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A date or time that is none: no field takes it."""

    text: str


Expander = Callable[[Any], Any]


def expand(value: Any, hint: Any) -> Any:  # noqa: ANN401 - data and types of any kind
    """Bring `value`, plain data, closer to the type `hint`; leave what does not fit."""
    expander = _expander(hint)
    return expander(value) if expander else value


@functools.cache
def _expander(hint: Any) -> Expander | None:  # noqa: ANN401 - see expand
    """Find out once for each type what is to be done; None stands for nothing."""
    hint = _without_none(hint)
    if typing.get_origin(hint) is tuple:
        return partial(_expand_items, _expander(typing.get_args(hint)[0]))
    from_text = SHORT_FORMS.get(hint) or _FROM_TEXT.get(hint)
    fields = (
        _fields(typing.cast("type", hint)) if dataclasses.is_dataclass(hint) else None
    )
    if from_text is None and fields is None:
        return None
    return partial(_expand_one, from_text, fields)


@dataclass(frozen=True, slots=True)
class _Field:
    """What is to be done with one field of a record."""

    expander: Expander | None
    required: bool


def _expand_items(of_one: Expander | None, value: Any) -> list[Any]:  # noqa: ANN401 - see expand
    items = value if isinstance(value, list) else [value]
    return [of_one(item) for item in items] if of_one else items


def _expand_one(
    from_text: Callable[[str], Any] | None,
    fields: Mapping[str, _Field] | None,
    value: Any,  # noqa: ANN401 - see expand
) -> Any:  # noqa: ANN401 - see expand
    if from_text and isinstance(value, str):
        try:
            return from_text(value)
        except ValueError:
            return Unreadable(value)
    if fields is not None and isinstance(value, dict):
        return _expand_fields(fields, value)
    return value


def _expand_fields(fields: Mapping[str, _Field], given: dict[str, Any]) -> dict[str, Any]:
    """Expand each field; one that is left empty is as good as absent."""
    expanded = {}
    for name, value in given.items():
        field = fields.get(name, _UNKNOWN)
        if field is not _UNKNOWN and _is_empty(value, required=field.required):
            continue
        expanded[name] = field.expander(value) if field.expander else value
    return expanded


_UNKNOWN = _Field(expander=None, required=False)


def _is_empty(value: Any, *, required: bool) -> bool:  # noqa: ANN401 - see expand
    """Whether a field says nothing; what is required cannot be blank, either."""
    if required and isinstance(value, str):
        return not value.strip()
    return value is None or (required and value == [])


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - see expand
    if isinstance(hint, types.UnionType):
        return next(arm for arm in typing.get_args(hint) if arm is not types.NoneType)
    return hint


def _fields(kind: type) -> dict[str, _Field]:
    hints = typing.get_type_hints(kind)
    return {
        field.name: _Field(
            expander=_expander(hints[field.name]),
            required=field.default is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
    }
