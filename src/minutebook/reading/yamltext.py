"""YAML text to plain data that remembers where everything stood: the home of PyYAML.

Every scalar stays the text that was typed: `owner: no` is somebody called "no", and
`due: 2026-13-01` is refused later, with its line, by the shape of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar

import yaml

from minutebook.problems import Place, Problem
from minutebook.reading import limits
from minutebook.reading.text import NoteText
from minutebook.reading.yaml_words import in_plain_words

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings, positions in lists (from zero)."""

EMPTY = frozenset(("", "~", "null"))
"""What stands for nothing, unless there are quotes around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YamlData:
    """Plain data (mappings, lists, text and None) and the place of each value."""

    data: Any
    values: dict[Path, Place]
    keys: dict[Path, Place]
    problems: tuple[Problem, ...]


def read_yaml(note: NoteText, text: str, *, first_line: int) -> YamlData:
    """Read one YAML document that starts on line `first_line` of `note`."""
    builder = _Builder(note=note, first_line=first_line)
    data = None
    try:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        data = builder.build(events)
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        summary, hint = in_plain_words(error.problem)
        place = builder.at(mark) if mark else Place(note.path, first_line)
        builder.report("bad-yaml", place, summary, hint)
    return YamlData(
        data=data,
        values=builder.values,
        keys=builder.keys,
        problems=tuple(builder.problems),
    )


def write_yaml(data: Any) -> str:  # noqa: ANN401 - see YamlData.data
    """Write plain data so that `read_yaml` gives the same data again."""
    return yaml.dump(
        data, Dumper=_TextDumper, allow_unicode=True, sort_keys=False, width=100
    )


def write_in_brackets(item: Any) -> str:  # noqa: ANN401 - see YamlData.data
    """Write an item as it stands between the brackets of a list, on one line."""
    written = yaml.dump(
        [item],
        Dumper=_TextDumper,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
        default_flow_style=True,
    )
    return str(written).strip("\n")[1:-1]


def write_in_quotes(text: str) -> str:
    """Write a text between double quotes, on one line."""
    written = yaml.dump(
        text,
        Dumper=yaml.SafeDumper,
        allow_unicode=True,
        width=float("inf"),
        default_style='"',
    )
    return str(written).rstrip("\n")


class _TextDumper(yaml.SafeDumper):
    """Writes text without quotes wherever our reader takes it as text."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc] # so in PyYAML

    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def _as_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "'" if text in EMPTY else "|" if "\n" in text else None
    if text == "\n" or text.endswith("\n\n"):
        style = '"'  # below a `|`, blank lines of a file would be a part of it
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_TextDumper.add_representer(str, _as_text)


class _Stop(Exception):  # noqa: N818 - a way out of the loop, never seen outside
    """Nothing more can be made of this document."""


@dataclass(slots=True, kw_only=True)
class _Open:
    """A mapping or list that has begun and not ended."""

    container: dict[str, Any] | list[Any]
    path: Path
    key: str | None = None
    """The key whose value is awaited, in a mapping."""

    skipped: bool = False
    """The key was given before: the first one counts."""


@dataclass(slots=True, kw_only=True)
class _Builder:
    """Puts events together. A loop, not a recursion: depth is data, too."""

    note: NoteText
    first_line: int
    values: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def at(self, mark: Any) -> Place:  # noqa: ANN401 - PyYAML has no type for both marks
        return Place(self.note.path, mark.line + self.first_line, mark.column + 1)

    def report(self, code: str, place: Place, summary: str, hint: str) -> None:
        self.problems.append(self.note.problem(code, place, summary, hint))

    def build(self, events: Iterator[yaml.Event]) -> Any:  # noqa: ANN401 - data is any
        """Take all events; give the one value they describe."""
        root: Any = None
        documents = 0
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    documents += 1
                    self._one_document_only(event, documents)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._open.pop()
                case yaml.NodeEvent() if self._is_key():
                    self._take_key(event)
                case yaml.NodeEvent() if not self._open:
                    root = self._begin(event, ())
                case yaml.NodeEvent():
                    self._take_value(event)
        return root

    def _is_key(self) -> bool:
        if not self._open:
            return False
        top = self._open[-1]
        return isinstance(top.container, dict) and top.key is None

    def _take_key(self, event: yaml.NodeEvent) -> None:
        top, here = self._open[-1], self.at(event.start_mark)
        self._refuse_cleverness(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.report(
                "bad-yaml",
                here,
                "the name of a field is plain text",
                "write `name: value`",
            )
            raise _Stop
        key, path = str(event.value), (*top.path, str(event.value))
        top.key, top.skipped = key, path in self.keys
        if key == "<<":
            self.report(
                "yaml-merge-key",
                here,
                "`<<` copies fields from elsewhere, which notes do not do",
                "write the fields out",
            )
        if top.skipped:
            first = self.keys[path]
            self.report(
                "duplicate-key",
                here,
                f"`{key}` is given twice",
                f"it is already set on line {first.line}; keep one",
            )
        else:
            self.keys[path] = here

    def _take_value(self, event: yaml.NodeEvent) -> None:
        top = self._open[-1]
        if isinstance(top.container, list):
            path: Path = (*top.path, len(top.container))
            top.container.append(self._begin(event, path))
            return
        key, top.key = top.key or "", None
        if top.skipped:
            self._begin(event, (*top.path, key, "again"))
        else:
            top.container[key] = self._begin(event, (*top.path, key))

    def _begin(self, event: yaml.NodeEvent, path: Path) -> Any:  # noqa: ANN401 - see build
        self.values[path] = self.at(event.start_mark)
        self._refuse_cleverness(event)
        match event:
            case yaml.MappingStartEvent():
                return self._descend({}, path)
            case yaml.SequenceStartEvent():
                return self._descend([], path)
            case yaml.ScalarEvent(style=None | "", value=value) if value in EMPTY:
                return None
            case yaml.ScalarEvent():
                return str(event.value)
            case _:
                return None

    def _descend(self, container: Any, path: Path) -> Any:  # noqa: ANN401 - see build
        self._open.append(_Open(container=container, path=path))
        if len(self._open) > limits.YAML_LEVELS:
            self.report(
                "too-deep",
                self.values[path],
                f"lists and mappings are nested more than {limits.YAML_LEVELS} deep",
                "no record needs that; look for stray brackets or indentation",
            )
            raise _Stop
        return container

    def _refuse_cleverness(self, event: yaml.NodeEvent) -> None:
        """Refuse what lets one line of YAML stand for another: text is data."""
        here = self.at(event.start_mark)
        if event.anchor is not None:
            self.report(
                "yaml-alias",
                here,
                "`&` and `*` copy text from elsewhere, which notes do not do",
                "write the text out; put quotes around it if it starts with & or *",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.report(
                "yaml-tag",
                here,
                f"`{tag}` asks for something other than text",
                "remove the word that starts with `!`; quote text that starts with one",
            )

    def _one_document_only(self, event: yaml.Event, documents: int) -> None:
        if documents > 1:
            self.report(
                "bad-yaml",
                self.at(event.start_mark),
                "a second document starts here",
                "one record a file: remove the line `---`",
            )
            raise _Stop
