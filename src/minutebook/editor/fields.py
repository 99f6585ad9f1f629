"""The fields of a record, as an editor shows them: what follows from their types.

A field that can be written in one line of text (a day or words, somebody at a meeting)
stays one line. Widgets of our own, `minutebook-line` and `minutebook-lines`, take any
text and suggest what the book knows: a list to choose from would lose what it has not.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterator, Mapping
from enum import EnumType
from typing import Any

from minutebook.editor.suggestions import Suggests
from minutebook.records import Attendance, NextMeeting, When

Field = dict[str, Any]
"""A field in the configuration of an editor."""

LINE, LINES = "minutebook-line", "minutebook-lines"
"""Our own widgets: a text, and a list of texts."""

_LONG = frozenset("about answer explanation note said summary text".split())
"""Fields that hold sentences."""

_ONE_LINE = (Attendance, NextMeeting, When)
"""Parts of records that are written in one line."""

_SUGGESTS: Mapping[str, Suggests] = {
    "raised_in": Suggests.MEETINGS,
    "reported_in": Suggests.MEETINGS,
    "decided_in": Suggests.MEETINGS,
    "meeting": Suggests.MEETINGS,
    "group": Suggests.GROUPS,
    "parent": Suggests.GROUPS,
    "themes": Suggests.THEMES,
    "concerns": Suggests.CONCERNS,
    "actions": Suggests.ACTIONS,
    "owners": Suggests.PARTIES,
    "by": Suggests.PARTIES,
    "organisation": Suggests.ORGANISATIONS,
    "chair": Suggests.PEOPLE,
    "minute_taker": Suggests.PEOPLE,
    "attendees": Suggests.PEOPLE,
    "officials": Suggests.PEOPLE,
    "apologies": Suggests.PEOPLE,
    "officers": Suggests.PEOPLE,
}
"""What is suggested in which field; a name means the same in every record."""

_SINGULAR = {
    "updates": ("update", "{{status}} {{date}} {{note}}"),
    "raised": ("raising", "{{meeting}} {{label}}"),
    "responses": ("answer", "{{meeting}} {{document}} {{answer}}"),
    "addenda": ("addendum", "{{title}}"),
    "corrections": ("correction", "{{date}} {{reason}}"),
}
"""Of a list of parts: what one is called, and how it is told in a line."""

_DAY = {"widget": "datetime", "format": "YYYY-MM-DD", "date_format": "YYYY-MM-DD"}
_TIME = r"^([01]?\d|2[0-3])[:.][0-5]\d$"


Explained = Mapping[str, Mapping[str, str]]
"""What fields mean, by the class they stand in and their name."""


def fields_of(
    kind: type, explained: Explained, *, may_miss: bool = False
) -> Iterator[Field]:
    """List the fields of a record, or of a part of one, but for its id.

    Where the part itself may be left out, an editor must not ask for what is in it.
    """
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        name = field.name
        if name != "id":
            yield {
                "name": name,
                "label": label_of(name),
                **_widget(name, hints[name], explained),
                "required": not may_miss and field.default is dataclasses.MISSING,
                **_hint(explained.get(kind.__name__, {}).get(name, "")),
            }


def label_of(name: str) -> str:
    """Make a label of the name of a field: `raised_in` is `Raised in`."""
    return name.replace("_", " ").capitalize()


def _hint(text: str) -> Field:
    """Give a help text, in which an editor takes some signs for Markdown."""
    plain = " ".join(text.replace("`", "").split())
    return {"hint": plain} if plain else {}


def _widget(  # noqa: PLR0911 - one for each type
    name: str,
    hint: Any,  # noqa: ANN401 - a type of any kind
    explained: Explained,
) -> Field:
    """Choose a widget by the type of a field."""
    hint = _without_none(hint)
    if typing.get_origin(hint) is tuple:
        return _list(name, typing.get_args(hint)[0], explained)
    if isinstance(hint, EnumType):
        members: list[Any] = list(hint)
        return {"widget": "select", "options": [_option(member) for member in members]}
    if hint in _ONE_LINE or name in _SUGGESTS:
        return {"widget": LINE, **_suggests(name)}
    if dataclasses.is_dataclass(hint):
        parts = fields_of(typing.cast("type", hint), explained, may_miss=True)
        return {"widget": "object", "collapsed": True, "fields": list(parts)}
    if hint is dt.date:
        return {**_DAY, "time_format": False}
    if hint is dt.time:
        return {"widget": "string", "pattern": [_TIME, "is a time such as 13:30"]}
    if hint is bool:
        return {"widget": "boolean", "default": False}
    return {"widget": "text" if name in _LONG else "string"}


def _list(name: str, item: Any, explained: Explained) -> Field:  # noqa: ANN401 - see above
    if dataclasses.is_dataclass(item) and item not in _ONE_LINE:
        singular, summary = _SINGULAR.get(name, ("one more", ""))
        return {
            "widget": "list",
            "label_singular": singular,
            **({"summary": summary} if summary else {}),
            "collapsed": True,
            "fields": list(fields_of(typing.cast("type", item), explained)),
        }
    return {"widget": LINES, **_suggests(name)}


def _suggests(name: str) -> Field:
    return {"suggests": str(_SUGGESTS[name])} if name in _SUGGESTS else {}


def _option(value: Any) -> Field:  # noqa: ANN401 - a member of any enumeration
    label = str(value.value).replace("-", " ").capitalize()
    return {"label": label, "value": value.value}


def _without_none(hint: Any) -> Any:  # noqa: ANN401 - a type of any kind
    if isinstance(hint, types.UnionType):
        return next(arm for arm in typing.get_args(hint) if arm is not types.NoneType)
    return hint
