"""How fields were typed: where each key, value and item of a list begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

import yaml

from minutebook.reading.yaml_plain import Unusual


class Form(Enum):
    """The ways in which a value is typed."""

    EMPTY = auto()
    TEXT = auto()
    LINES = auto()
    """Text below a `|` or `>`."""

    BRACKETS = auto()
    """A list between `[` and `]`."""

    LIST = auto()
    """A list with one dash an item."""

    FIELDS = auto()
    """Fields of its own, one a line."""

    BRACES = auto()
    """Fields between `{` and `}`."""


Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """One field; all numbers are positions in the text, but for `column`."""

    key: str
    start: int
    """Where the key begins."""

    colon: int
    """The position behind the colon."""

    begin: int
    end: int
    """Behind the last sign of the value; behind its last blank line, after `|+`."""

    form: Form
    column: int
    """How far the value is set in; of a list, the dashes."""

    items: tuple[Span, ...] = ()
    """Where the items of a list begin and end."""

    is_commented: bool = False
    """Whether there are comments among the words of the value."""

    has_lines: bool = False
    """Whether it is, or holds, text below a `|` or `>`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The fields of a record or a register, as they were typed."""

    fields: tuple[Typed, ...]
    first: int
    """Where a field can stand if there is none yet."""

    is_plain: bool = True
    """Whether each field begins a line of its own."""

    column: int = 0
    """How far the keys are set in: hardly ever more than 0."""

    def field(self, key: str) -> Typed | None:
        """Find one field."""
        return next((one for one in self.fields if one.key == key), None)


def layout_of(text: str) -> Layout:
    """Find out how fields were typed. Raises Unusual."""
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    try:
        return _layout(text, events)
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unusual from error


def scalar_at(text: str, index: int) -> Span:
    """Find the words that begin at a position, but for text below a sign.

    Raises Unusual if there are none.
    """
    for event in _scalars(text):
        if start_of(event) == index and event.style not in ("|", ">"):
            return index, end_of(event)
    raise Unusual


_NOTHING: Mapping[int, str] = {}


def words_of(text: str, instead: Mapping[int, str] = _NOTHING) -> list[str]:
    """List all keys and words; with others `instead` of some, by where they begin."""
    return [instead.get(start_of(event), event.value) for event in _scalars(text)]


def _scalars(text: str) -> list[yaml.ScalarEvent]:
    try:
        events = list(yaml.parse(text, Loader=yaml.CSafeLoader))
    except (yaml.YAMLError, UnicodeError) as error:
        raise Unusual from error
    return [event for event in events if isinstance(event, yaml.ScalarEvent)]


def line_start(text: str, index: int) -> int:
    """Give the beginning of the line that a position stands in."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Give the beginning of the next line."""
    return text.find("\n", index) + 1 or len(text)


def start_of(event: yaml.Event) -> int:
    """Give the position in which something begins."""
    return event.start_mark.index if event.start_mark else 0


def end_of(event: yaml.Event) -> int:
    """Give the position behind it."""
    return event.end_mark.index if event.end_mark else 0


def _column(event: yaml.Event) -> int:
    return event.start_mark.column if event.start_mark else 0


def _layout(text: str, events: Iterator[yaml.Event]) -> Layout:
    first, is_plain, column = len(text), True, 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent) and event.explicit:
            first = line_end(text, end_of(event))
        if isinstance(event, yaml.MappingStartEvent):
            is_plain, column = not event.flow_style, _column(event)
            break
        if isinstance(event, yaml.NodeEvent) and not _is_nothing(event):
            raise Unusual
    fields: list[Typed] = []
    for event in events:
        if not isinstance(event, yaml.ScalarEvent):
            break
        fields.append(_field(text, event, events))
        before = text[line_start(text, fields[-1].start) : fields[-1].start]
        is_plain = is_plain and not before.strip(" ")
    for _ in events:
        pass  # what follows may be no YAML
    return Layout(fields=tuple(fields), first=first, is_plain=is_plain, column=column)


def _is_nothing(event: yaml.NodeEvent) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not (event.style or event.value)


def _field(text: str, key: yaml.ScalarEvent, events: Iterator[yaml.Event]) -> Typed:
    value = next(events)
    colon = text.find(":", end_of(key)) + 1
    extent = _Extent(text=text, end=start_of(value))
    extent.follow(value, events)
    form = _form(value)
    begin = start_of(value)
    return Typed(
        key=str(key.value),
        start=start_of(key),
        colon=colon,
        begin=colon if form is Form.EMPTY else begin,
        end=colon if form is Form.EMPTY else max(extent.end, begin),
        form=form,
        column=_column(value),
        items=tuple(extent.items) if form in (Form.LIST, Form.BRACKETS) else (),
        is_commented=extent.is_commented,
        has_lines=extent.has_lines,
    )


_FORMS = {
    (yaml.SequenceStartEvent, False): Form.LIST,
    (yaml.SequenceStartEvent, True): Form.BRACKETS,
    (yaml.MappingStartEvent, False): Form.FIELDS,
    (yaml.MappingStartEvent, True): Form.BRACES,
}


def _form(value: yaml.Event) -> Form:
    if isinstance(value, yaml.ScalarEvent):
        if value.style in ("|", ">"):
            return Form.LINES
        is_empty = start_of(value) == end_of(value)
        return Form.EMPTY if is_empty else Form.TEXT
    if isinstance(value, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
        return _FORMS[type(value), bool(value.flow_style)]
    raise Unusual


@dataclass(slots=True, kw_only=True)
class _Extent:
    """How far a value goes, and what is directly in it."""

    text: str
    end: int
    items: list[Span] = field(default_factory=list)
    is_commented: bool = False
    has_lines: bool = False

    def follow(self, value: yaml.Event, events: Iterator[yaml.Event]) -> None:
        """Follow a value to its end. A loop, not a recursion: depth is data, too."""
        flows, began, event = list[bool](), 0, value
        while True:
            if isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
                began = start_of(event) if len(flows) == 1 else began
                flows.append(bool(event.flow_style))
            elif isinstance(event, yaml.CollectionEndEvent):
                if flows.pop():
                    self._reach(end_of(event), end_of(event))
                if len(flows) == 1:
                    self.items.append((began, self.end))
            else:
                self._take(event, len(flows))
            if not flows:
                return
            event = next(events)

    def _take(self, event: yaml.Event, depth: int) -> None:
        """Take one word, or the text below a sign."""
        begin, end = start_of(event), _scalar_end(self.text, event)
        self._reach(begin, end)
        typed = self.text[begin:end]
        if getattr(event, "style", None) in ("|", ">"):
            self.has_lines = True
            has_comment = depth > 0 and _HEAD_COMMENT.match(typed) is not None
            self.is_commented = self.is_commented or has_comment
        if depth == 1:
            self.items.append((begin, end))

    def _reach(self, start: int, end: int) -> None:
        """Go on to the next words. There are comments between words, or nothing."""
        self.is_commented = self.is_commented or "#" in self.text[self.end : start]
        self.end = end


_HEAD_COMMENT = re.compile(r"[|>][-+\d]*[ \t]+#")
_KEEPS = re.compile(r"[|>]\d?\+")


def _scalar_end(text: str, event: yaml.Event) -> int:
    """Tell where a scalar ends, without the blank lines that do not count."""
    start, end = start_of(event), end_of(event)
    if getattr(event, "style", None) not in ("|", ">"):
        return end
    typed = text[start:end]
    if _KEEPS.match(typed):
        return end - typed.endswith("\n")
    return start + len(typed.rstrip("\n"))
