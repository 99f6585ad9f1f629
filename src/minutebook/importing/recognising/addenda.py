"""What was added after the meeting: annexes and post-meeting notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutebook.importing.document import Block, Kind
from minutebook.importing.findings import FoundAddendum
from minutebook.importing.recognising.outline.outline import Section
from minutebook.importing.recognising.outline.roles import Role

_NOTE = re.compile(
    r"""[\[(*\s]*
    (?P<title>post[\s-]*(?:meeting|minutes?)\s*(?:note|update|addition|clarification)?
      |(?:note|update)\s+(?:added\s+)?(?:after|since|following)\s+(?:the|this)\s+meeting
      |added\s+after\s+(?:the|this)\s+meeting
      |(?:note|update)\s+added\s+(?:on\s+)?(?:\w+day\s+)?\d{1,2}(?:st|nd|rd|th)?\s[\w\s,]{3,24}?(?=\s*:)
      |added\s+(?:on|later|in)\b[\w\s,]{0,30}?(?=\s*:)
      |(?:secretary|clerk|editor|minute[\s-]taker|secretariat)['’]?s?\s+note|PMN
      |note|addendum|correction)
    \s*(?:\([^()]{1,40}\)\s*|,?\s+\d[\w\s]{3,24})?[:.–—-]+\s*(?P<text>\S.*)""",
    re.VERBOSE | re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|after|following|subsequent to)\s(?:the|this)\s(?:meeting|date)\b"
    r"|\bhas\s(?:since|subsequently)\b|\bsubsequently\b|\bpost[\s-]meeting\b",
    re.IGNORECASE,
)


def addenda_in(sections: Sequence[Section]) -> tuple[FoundAddendum, ...]:
    """Find notes that say they were added later, and the annexes of a document."""
    found = [*_notes(sections), *_annexes(sections)]
    return tuple(sorted(found, key=lambda addendum: addendum.line))


def note_in(block: Block) -> tuple[str, str] | None:
    """Cut a note that was added later into its title and its text."""
    matched = _NOTE.fullmatch(block.text) if block.kind is not Kind.ROW else None
    if not matched:
        return None
    title, text = matched["title"].strip(), matched["text"].strip()
    plain = title.casefold() in {"note", "correction", "addendum"}
    if plain and not _SINCE.search(text):
        return None
    opened = re.match(r"[\[(]", block.text)
    if opened:
        text = re.sub(r"[\])]\.?$", "", text).strip()
    return ("Post-meeting note" if plain or title == "PMN" else _capital(title)), text


def _notes(sections: Sequence[Section]) -> Iterator[FoundAddendum]:
    for section in sections:
        if section.role is Role.ADDENDUM:
            continue
        for block in section.blocks:
            cut = note_in(block)
            if cut:
                yield FoundAddendum(title=cut[0], text=cut[1], line=block.line)


def _annexes(sections: Sequence[Section]) -> Iterator[FoundAddendum]:
    """Gather each annex with the sections below it."""
    annex: Section | None = None
    parts: list[str] = []
    for section in (*sections, None):
        goes_on = (
            section is not None
            and section.role is Role.ADDENDUM
            and annex is not None
            and section.level > annex.level
        )
        if annex and annex.heading and not goes_on:
            text = "\n".join(parts)
            yield FoundAddendum(title=annex.title, text=text, line=annex.heading.line)
            annex = None
        if section is None or section.role is not Role.ADDENDUM:
            continue
        if annex is None:
            annex, parts = section, []
        else:
            parts.append(section.title)
        parts += [block.text for block in section.blocks]


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
