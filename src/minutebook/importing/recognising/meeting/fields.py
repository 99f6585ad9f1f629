"""The fields that heads of minutes have, by their labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutebook.importing.recognising.language.dates import dates_in
from minutebook.importing.recognising.people.labels import label_of

TITLED = re.compile(
    r"(?:(?:draft|approved|confirmed|unconfirmed|summary|the)\s+)*(?:minutes?|notes?|record|report)\s"
    r"+(?:of|from)\b",
    re.IGNORECASE,
)

_SIGNED = re.compile(
    r"\b(?:was|were)\s+(?:signed|approved|confirmed|agreed|accepted|read|taken\s+as)\b",
    re.IGNORECASE,
)
"""What is said of the minutes of another meeting."""

SHORT_LINE = 120

FIELD_LABEL = re.compile(
    r"(?P<label>[A-Za-zÀ-ÿ][^:|]{1,48}?)\s*[:|]\s*(?P<value>\S.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """One line of the head, or one field of it."""

    text: str
    """Of a field: its value."""

    line: int
    field: str | None = None
    """What kind of field it is: `date`, `time`, `end`, `venue`, `title`, `group`; `other`
    for one that says nothing of the meeting. None for a line that is no field."""

    label: str = ""
    is_heading: bool = False
    is_prose: bool = False


_FIELDS = {
    "next": r"(?:date\s+(?:and\s+time\s+)?of\s+)?(?:the\s+)?next\s+meeting.*|next",
    "date": r"(?:meeting\s+)?dates?(?:\s*(?:of\s+(?:the\s+|this\s+)?(?:meeting"
    r"|minutes)|held"
    r"|(?:,|and|&|/|\+)\s*(?:start\s+)?(?:times?|place|venue|location)"
    r"(?:\s*(?:,|and|&|/)\s*(?:place|venue|location))?))?|when|held(?:\s+on)?|day"
    r"|meeting\s+held(?:\s+on)?|(?:dyddiad)(?:\s+y\s+cyfarfod)?|day\s+and\s+date"
    r"|time\s*(?:and|&|/)\s*date|date\s+of\s+meeting",
    "end": r"(?:meeting\s+)?(?:end(?:ed|s)?|finish(?:ed|es)?"
    r"|close[ds]?)(?:\s+(?:time|at))?"
    r"|meeting\s+closed|time\s+(?:ended|closed|finished|of\s+closing)|until|closing\s+time",
    "time": r"(?:meeting\s+)?(?:start(?:ed|s|ing)?\s+|opening\s+)?times?|start(?:ed|s)?"
    r"(?:\s+at)?|amser|opened(?:\s+at)?|commenced|began|time\s+(?:started|opened|commenced)"
    r"|meeting\s+(?:opened|started|commenced)|hours|time\s*(?:and|&|/)\s*(?:place|venue)",
    "venue": r"(?:meeting\s+)?(?:venue|location|place|room|platform|address)|where"
    r"|(?:meeting\s+)?held\s+(?:at|via|in|by|on\s+line|online)|lleoliad|man|at"
    r"|(?:place|venue|location)\s+of\s+(?:the\s+)?meeting|meeting\s+place|format",
    "title": r"(?:meeting\s+|document\s+)?(?:title|subject|topic)"
    r"|(?:meeting|document|event)\s+name"
    r"|subject\s+of\s+meeting"
    r"|meeting|event|type\s+of\s+meeting|meeting\s+type|minutes\s+of|notes\s+of|teitl",
    "group": r"(?:name\s+of\s+(?:the\s+)?)?(?:group|committee|sub-?committee|team"
    r"|board|body"
    r"|forum|panel|council|club|society|grŵp|pwyllgor)(?:\s+name)?|meeting\s+of",
}
_FIELD = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _FIELDS.items()}
_KNOWN = re.compile(
    r"(?:^|(?<=[\s|;,]))(?P<label>(?:meeting\s+)?(?:date(?:\s+of\s+meeting)?|start\s+time|end\s+time"
    r"|time|venue|location|place|where|when|start|finish|end|dyddiad|amser|lleoliad))\s*:\s*",
    re.IGNORECASE,
)
_LONGEST_LINE = 240
_MANY_WORDS = 24


def field_kind(label: str) -> str | None:
    """Tell what a field of the head is about."""
    words = re.sub(r"\s*\([^()]*\)$", "", label).strip(" :*")
    return next((kind for kind, p in _FIELD.items() if p.fullmatch(words)), None)


def field_line(label: str, value: str, line: int) -> HeadLine:
    """Make a line of the head from a label and its value."""
    return HeadLine(
        text=value, line=line, field=field_kind(label) or "other", label=label
    )


def lines_of_text(text: str, line: int, *, is_heading: bool) -> Iterator[HeadLine]:
    """Cut a line at its labels, or give it as it is."""
    known = list(_KNOWN.finditer(text))
    if known and known[0].start() == 0 and len(known) > 1:
        ends = [*(match.start() for match in known[1:]), len(text)]
        for match, end in zip(known, ends, strict=True):
            value = text[match.end() : end].strip(" |;,")
            if value:
                yield field_line(match["label"], value, line)
        return
    given = FIELD_LABEL.fullmatch(text)
    over = label_of(given["label"]) if given else None
    if given and over and over.role == "minute taker" and dates_in(given["value"], 2000):
        text = given["value"]
        given = None
    if given and (field_kind(given["label"]) or label_of(given["label"])):
        yield field_line(given["label"], given["value"], line)
        return
    dashed = re.fullmatch(r"(Date|Time|Venue|Location|Place)\s+[-–—]?\s*(\S.*)", text)
    if dashed and len(text) < SHORT_LINE:
        yield field_line(dashed[1], dashed[2], line)
        return
    words = len(text.split())
    of_minutes = TITLED.match(text) is not None or text.startswith("The minutes")
    signed = of_minutes and _SIGNED.search(text) is not None
    titled = of_minutes and not signed and words < _LONGEST_TITLE
    long = len(text) > _LONGEST_LINE or words > _MANY_WORDS
    sentence = long or (words > _SENTENCE and text.endswith("."))
    prose = signed or (sentence and not titled)
    yield HeadLine(text=text, line=line, is_heading=is_heading, is_prose=prose)


_SENTENCE = 9
_LONGEST_TITLE = 60
