"""Signs that mean something to YAML, or cannot be seen, where text was meant."""

from __future__ import annotations

import re

from minutebook.contributing.mending.fault import Fault, Fix
from minutebook.reading.text import NoteText
from minutebook.reading.yamltext import read_yaml, write_in_brackets
from minutebook.words import count

_FIELD = re.compile(r"( *(?:- +)*([A-Za-z][\w-]*):[ \t]+)(\S.*?)[ \t]*")
_ITEM = re.compile(r"( *(?:- +)+)(\S.*?)[ \t]*")
_STARTS_NO_TEXT = tuple("@`%")
_HAS_A_MEANING = tuple("'\"[{|>&*!#?-")
_ALIAS = re.compile(r"( *(?:- +)*(?:[A-Za-z][\w-]*:[ \t]+)?)([&*](\S+).*?)[ \t]*")


def bad_yaml(fault: Fault) -> Fix | None:
    """Put quotes around a text with a colon in it, or set in with spaces, not tabs."""
    return _quoted_field(fault) or _without_tabs(fault)


def yaml_alias(fault: Fault) -> Fix | None:
    """Put quotes around a text that begins with `*` or `&`, if it copies nothing."""
    fields = fault.fields
    line = fields.split("\n")[fault.line]
    found = _ALIAS.fullmatch(line)
    if not found or " #" in found[2]:
        return None
    other = {"*": "&", "&": "*"}[found[2][0]]
    if f"{other}{found[3]}" in fields:
        return None
    return _quoted(fault, found[1], found[2])


def _quoted_field(fault: Fault) -> Fix | None:
    line = fault.fields.split("\n")[fault.line]
    if found := _FIELD.fullmatch(line):
        before, words = found[1], found[3]
        is_text = not words.startswith(_HAS_A_MEANING) and _has_colon(words)
    elif found := _ITEM.fullmatch(line):
        before, words, is_text = found[1], found[2], False
    else:
        return None
    if " #" in words or not (is_text or words.startswith(_STARTS_NO_TEXT)):
        return None
    return _quoted(fault, before, words)


def _has_colon(words: str) -> bool:
    return ": " in words or words.endswith(":")


def _quoted(fault: Fault, before: str, words: str) -> Fix | None:
    """Put quotes around the words of a line, if it can be read then."""
    lines = fault.fields.split("\n")
    lines[fault.line] = before + write_in_brackets(words)
    if _faulty_line(fault, "\n".join(lines)) <= fault.line:
        return None
    text = fault.file.with_fields(lambda _: "\n".join(lines))
    return Fix(text, f"there are now quotes around `{words}`")


def _faulty_line(fault: Fault, fields: str) -> float:
    """Give the first line that still cannot be read."""
    note = NoteText(path=fault.file.path, text=fields)
    problems = read_yaml(note, fields, first_line=0).problems
    return min((problem.place.line for problem in problems), default=float("inf"))


def _without_tabs(fault: Fault) -> Fix | None:
    """Set lines in with spaces, where all of them are set in with tabs."""
    lines = fault.fields.split("\n")
    set_in = [line for line in lines if line.strip() and line[0] in " \t"]
    if not set_in or not all(re.match(r"\t+[^ \t]", line) for line in set_in):
        return None
    fields = re.sub(
        r"^\t+", lambda tabs: "  " * len(tabs[0]), fault.fields, flags=re.MULTILINE
    )
    if _faulty_line(fault, fields) <= fault.line:
        return None
    text = fault.file.with_fields(lambda _: fields)
    return Fix(text, "fields are now set in with spaces, not tabs", moves=True)


_GONE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
_GONE |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Signs without a width, and those that turn the direction of reading."""

_BREAKS = tuple(map(ord, "\x0b\x0c\u2028\u2029"))
"""Other ways of ending a line, or a page."""


def unseen_character(fault: Fault) -> Fix | None:
    """Take out signs that show nothing, and end lines with a line end."""
    text = fault.file.text
    start, end = fault.file.fields
    above, fields, body = text[:start], text[start:end], text[end:]
    mended = (
        above
        + fields.translate(_GONE | dict.fromkeys(_BREAKS, " "))
        + body.translate(_GONE | dict.fromkeys(_BREAKS, "\n"))
    )
    number = sum(text.count(chr(sign)) for sign in (*_GONE, *_BREAKS))
    if not number:
        return None
    whole = fault.file.changed(mended, 0, len(text))
    return Fix(whole, f"{count(number, 'sign')} that nobody can see: gone", moves=True)
