"""What people typed that a program would have counted or wrapped by itself.

A number or a bullet that somebody typed becomes the marker of its item. A paragraph that
was broken into lines, as text from an e-mail or a PDF is, is put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minutebook.importing.document import Block, Kind
from minutebook.importing.formats.text.wrapping import goes_on, width_of
from minutebook.importing.inline import Run, inline_of, read_inline
from minutebook.importing.markers import counting_capitals, is_capital, marked

_FEWEST_WRAPS = 3
"""So many paragraphs must go on in the next one before any is believed to."""

_FULL = 60
"""How long a line is at least that goes on behind a gap."""

_LABEL = re.compile(r"\s*[A-Z][\w ]{0,20}:(?:\s|$)")
"""What begins something of its own, wherever it stands."""

_FEWEST_GAPS = 3
_MOST_BETWEEN_GAPS = 12
"""Where empty paragraphs are the gaps, there is one for so many others at least."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A block, with what it was made from."""

    block: Block
    runs: tuple[Run, ...]
    gap: bool
    """Whether an empty paragraph stands before it."""


def mended(entries: Sequence[Entry]) -> tuple[Block, ...]:
    """Give blocks as they would be, had a program counted and wrapped them."""
    cut = list(_with_typed_marks(entries))
    if _has_gaps(entries):
        cut = [_with_gap(entry) for entry in cut]
    if came_as_text(entries):
        cut = [_with_marks(entry) for entry in _unwrapped(cut)]
    return tuple(entry.block for entry in cut)


def came_as_text(entries: Sequence[Entry]) -> bool:
    """Whether a document holds plain text that somebody put into it, line by line."""
    return (_has_gaps(entries) and _is_bare(entries)) or _is_wrapped(entries)


def _with_typed_marks(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Cut off the marks of items that somebody typed: `- `, `3. `, `a) `."""
    typed = [marked(_raw(entry.runs)) for entry in entries]
    capitals = counting_capitals(mark for mark in typed if mark)
    for entry, mark in zip(entries, typed, strict=True):
        name = mark and is_capital(mark.marker) and mark.marker not in capitals
        if not mark or not mark.marker or name or entry.block.marker:
            yield entry
            continue
        heading = entry.block.kind is Kind.HEADING
        yield _made(
            replace(
                entry.block,
                kind=Kind.HEADING if heading else Kind.ITEM,
                marker=mark.marker,
            ),
            tuple(_after(entry.runs, len(mark.marker))),
            gap=entry.gap,
        )


def _has_gaps(entries: Sequence[Entry]) -> bool:
    """Whether empty paragraphs are the gaps between others."""
    gaps = sum(entry.gap for entry in entries[1:])
    return gaps >= max(_FEWEST_GAPS, len(entries) / _MOST_BETWEEN_GAPS)


def _with_gap(entry: Entry) -> Entry:
    """Tell that a block stands tight, where there is no empty paragraph before it."""
    if entry.block.kind is Kind.ROW:
        return entry
    return replace(entry, block=replace(entry.block, tight=not entry.gap))


def _is_bare(entries: Sequence[Entry]) -> bool:
    """Whether a document uses nothing that a text has not."""
    return all(
        entry.block.kind is Kind.PARAGRAPH and not entry.block.marker for entry in entries
    ) and not any(run.strong or run.emphasis for entry in entries for run in entry.runs)


def _is_wrapped(entries: Sequence[Entry]) -> bool:
    """Whether paragraphs were broken into lines, beyond chance."""
    lines = [line for entry in entries for line in _line(entry)]
    evident = sum(goes_on(before, after, 0) for before, after in pairwise(lines))
    return evident >= _FEWEST_WRAPS and width_of(lines) > 0


def _unwrapped(entries: Sequence[Entry]) -> list[Entry]:
    """Put together what was wrapped by hand."""
    width = width_of([line for entry in entries for line in _line(entry)])
    found: list[Entry] = []
    last = ""
    for entry in entries:
        if (
            found
            and _may_go_on(found[-1], entry)
            and (
                _over_a_page(last, entry)
                if entry.gap
                else goes_on(last, _words(entry), width) or _hangs(entry)
            )
        ):
            found[-1] = _joined(found[-1], entry)
        else:
            found.append(entry)
        last = _words(entry)
    return found


def _line(entry: Entry) -> Iterator[str]:
    """Give a block as a line of text, with an empty one before it for a gap."""
    apart = entry.gap or entry.block.kind in {Kind.HEADING, Kind.ROW}
    yield from [""] if apart else []
    yield _words(entry) if entry.block.kind is not Kind.ROW else ""


def _words(entry: Entry) -> str:
    return f"{entry.block.marker} {entry.block.text}".strip()


def _may_go_on(before: Entry, after: Entry) -> bool:
    """Whether a block may be the rest of the one before."""
    prose = before.block.kind in {Kind.PARAGRAPH, Kind.ITEM}
    return prose and after.block.kind is Kind.PARAGRAPH


def _over_a_page(last: str, entry: Entry) -> bool:
    """Whether a sentence goes on behind a gap, as in text taken from pages."""
    return len(last) >= _FULL and goes_on(last, _words(entry), 0)


def _with_marks(entry: Entry) -> Entry:
    """Read the marks of emphasis in text that came as text: `*Risk:*` is none in Word."""
    looks = (run.strong or run.emphasis or run.target for run in entry.runs)
    if not entry.runs or any(looks):
        return entry
    inline = read_inline("".join(run.text for run in entry.runs))
    made = replace(
        entry.block, text=inline.text, strong=inline.strong, markdown=inline.markdown
    )
    return replace(entry, block=made) if inline.text else entry


def _hangs(entry: Entry) -> bool:
    """Whether a line is set in, as those that follow the first of an item are."""
    text = "".join(run.text for run in entry.runs)
    return text[:1].isspace() and not _LABEL.match(text)


def _joined(before: Entry, after: Entry) -> Entry:
    block = replace(before.block, end=after.block.end)
    runs = (*before.runs, Run(text=" "), *after.runs)
    return _made(block, runs, gap=before.gap)


def _made(block: Block, runs: tuple[Run, ...], *, gap: bool) -> Entry:
    inline = inline_of(runs)
    made = replace(
        block, text=inline.text, strong=inline.strong, markdown=inline.markdown
    )
    return Entry(made, runs, gap=gap)


def _raw(runs: Iterable[Run]) -> str:
    """Give a text with its gaps, which may set a number off: `3` and a tab."""
    return "".join(run.text for run in runs).replace("\xa0", " ").strip()


def _after(runs: Sequence[Run], length: int) -> Iterator[Run]:
    """Leave out the first signs of a text; white space before them does not count."""
    begun = False
    for run in runs:
        text = run.text if begun else run.text.lstrip()
        begun = begun or bool(text)
        cut = min(length, len(text))
        length -= cut
        yield replace(run, text=text[cut:])
