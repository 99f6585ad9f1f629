"""Records as people type them: comments, odd spacing, quotes, lists of every kind.

Simple choices come first, so that what hypothesis shrinks to is easy to read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from minutebook.reading.shapes import FOLDERS
from minutebook.reading.write import fields_of
from minutebook.reading.yaml_plain import Unusual, plain_data
from minutebook.reading.yamltext import write_in_brackets, write_yaml
from minutebook.records import Record
from property import records as made_up

FOLDER_OF = {shape.kind: folder for folder, shape in FOLDERS.items()}

Plain = str | None | list[Any] | dict[str, Any]
Draw = Callable[[st.SearchStrategy[Any]], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some lines of a file: a field, or a comment or blank line if there is no key."""

    lines: tuple[str, ...]
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OddLayout:
    """A record, and the file that somebody typed it in."""

    path: str
    pieces: tuple[Piece, ...]
    body: str = ""
    fences: tuple[str, str] = ("---\n", "---\n\n")
    newline: str = "\n"
    ending: str = "\n"
    extra: tuple[str, ...] = ()
    """Fields that no record has."""

    @property
    def kind(self) -> type[Record]:
        """The kind of record it is."""
        return FOLDERS[self.path.partition("/")[0]].kind

    @property
    def fields(self) -> str:
        return "".join(f"{line}\n" for piece in self.pieces for line in piece.lines)

    @property
    def text(self) -> str:
        """The whole file."""
        if self.path.endswith(".md"):
            above, below = self.fences
            plain = f"{above}{self.fields}{below}{self.body}{self.ending}"
        else:
            plain = self.fields.removesuffix("\n") + self.ending
        return plain.replace("\n", self.newline)

    def lines_beside(self, keys: list[str]) -> list[str]:
        """List the lines of all fields but some, and of comments."""
        return [
            line for piece in self.pieces if piece.key not in keys for line in piece.lines
        ]


def _in_some_way(draw: Draw, key: str, value: Plain) -> str:
    """Write a field in one of the ways that say it."""
    ways = list(_ways(key, value))
    way = str(draw(st.sampled_from(ways)))
    return way if _says(way, key, value) else ways[0]


def _says(way: str, key: str, value: Plain) -> bool:
    try:
        data = plain_data(way)
    except Unusual:
        return False
    return data in ({key: value}, {key: value[0]} if isinstance(value, list) else None)


def _ways(key: str, value: Plain) -> Iterator[str]:
    yield write_yaml({key: value})
    if isinstance(value, str):
        yield from _text_ways(key, value)
        return
    yield f"{key}: {write_in_brackets(value)}\n"
    yield f"{key}:   {write_in_brackets(value)}  # beside brackets\n"
    if isinstance(value, list):
        yield from _list_ways(key, value)
    if isinstance(value, dict):
        inside = write_yaml(value)
        for pad in ("  ", "    "):
            yield f"{key}:\n{_set_in(inside, pad)}"
            yield f"{key}: # beside a key\n{pad}# inside\n{_set_in(inside, pad)}"


def _text_ways(key: str, value: str) -> Iterator[str]:
    yield f"{key}:   {value}\n"
    yield f"{key}: {value} # beside a value\n"
    yield f"{key} : {json.dumps(value, ensure_ascii=False)}\n"
    quoted = value.replace("'", "''")
    yield f"{key}: '{quoted}'   # beside quotes\n"
    yield f"{key}: # below a comment\n  {value}\n"
    folded = value.replace(" ", "\n  ", 1)
    yield f"{key}: {folded}\n"
    for head in ("|-", ">-", "|", ">", "|+", "|2-", ">- # beside a sign"):
        yield f"{key}: {head}\n{_set_in(value, '  ')}\n"
    yield f"{key}: |-\n{_set_in(value, '    ')}\n\n\n"
    yield f"{key}: |+\n{_set_in(value, ' ')}\n"


def _list_ways(key: str, value: list[Any]) -> Iterator[str]:
    if len(value) == 1 and not (isinstance(value[0], str) and not value[0].strip()):
        yield write_yaml({key: value[0]})
        yield write_yaml({key: value[0]}).rstrip("\n") + " # one\n"
    flows = [write_in_brackets(item) for item in value]
    yield f"{key}: [{' , '.join(flows)} , ]\n"
    yield f"{key}: [\n  " + ",\n  ".join(flows) + "\n]\n"
    commented = ", # in brackets\n  ".join(flows)
    yield f"{key}: [{commented} # last one\n ] # behind\n"
    items = [write_yaml([item]) for item in value]
    for pad in ("", "  ", "    "):
        yield f"{key}:\n" + _set_in("".join(items), pad)
        yield f"{key}: # newest last\n" + f"{pad}# between\n".join(
            _set_in(item, pad) for item in items
        )
        yield f"{key}:\n" + _set_in("\n".join(items), pad) + f"{pad}  # set in\n"
    yield f"{key}:\n" + "".join(f"  -   {flow}   # beside an item\n" for flow in flows)


def _set_in(text: str, pad: str) -> str:
    return "\n".join(pad + line if line else line for line in text.split("\n"))


_ABOVE = st.sampled_from(
    ((), ("",), ("# about what follows",), ("", "# one", "# two"), ("  # set in",))
)
_IN_LINES = re.compile(r"[|>]\d?[-+]?(?: |$)", re.MULTILINE)


def _comments(draw: Draw, above: list[Piece]) -> Piece:
    """Make up comments; one that is set in would be a part of a text below a `|`."""
    lines = draw(_ABOVE)
    is_text = above and _IN_LINES.search("\n".join(above[-1].lines))
    return Piece(lines=tuple(line for line in lines if not (is_text and line[:1] == " ")))


_UNKNOWN = st.sampled_from(
    (
        {},
        {"layout": "post"},
        {"x-note": ["a", "b"]},
        {"Ünbekannt": {"deep": ["a"]}, "other": "x"},
    )
)
_FENCES = st.sampled_from(
    (("---\n", "---\n\n"), ("---  \n", "--- \n"), ("---\n", "---\n\n\n"))
)


@st.composite
def odd_layouts(
    draw: Draw,
    records: st.SearchStrategy[Record] = made_up.any_record,
    *,
    unknown: bool = False,
) -> OddLayout:
    """Make up a record and a file that says it; with unknown keys, if asked for."""
    record = draw(records)
    data = fields_of(record)
    ending = draw(st.sampled_from((".md", ".yml")))
    body = str(data.pop("text", "")) if ending == ".md" else ""
    extra = draw(_UNKNOWN) if unknown else {}
    keys = draw(st.permutations(list(data | extra)))
    pieces = list[Piece]()
    if draw(st.booleans()):
        pieces.append(Piece(lines=("# yaml-language-server: $schema=x.json",)))
    for key in keys:
        way = _in_some_way(draw, key, (data | extra)[key])
        pieces.append(_comments(draw, pieces))
        pieces.append(Piece(key=key, lines=tuple(way.removesuffix("\n").split("\n"))))
    pieces.append(_comments(draw, pieces))
    return OddLayout(
        path=f"{FOLDER_OF[type(record)]}/{record.id}{ending}",
        pieces=tuple(piece for piece in pieces if piece.lines),
        body=body,
        fences=draw(_FENCES),
        newline=draw(st.sampled_from(("\n", "\r\n", "\r"))),
        ending=draw(st.sampled_from(("\n", "", "\n\n"))),
        extra=tuple(extra),
    )
