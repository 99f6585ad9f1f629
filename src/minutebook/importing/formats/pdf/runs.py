"""Words of lines to text of one look, hyphens and breaks mended."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from minutebook.importing.formats.pdf.hyphens import Vocabulary
from minutebook.importing.formats.pdf.lines import Line
from minutebook.importing.formats.pdf.words import SOFT_HYPHEN, Word
from minutebook.importing.inline import Inline, Run, inline_of

_STUCK = re.compile(r"^([•●▪■◆◦○‣∙\ufffd])(?=[^\s•●▪■◆◦○‣∙\ufffd])")


def runs_of(lines: Iterable[Line], words: Vocabulary, *, plain: bool) -> list[Run]:
    """Give the runs of lines that are one; with `plain`, bold means nothing."""
    found: list[Run] = []
    for line in lines:
        for n, word in enumerate(line.words):
            run = _run(word, plain=plain)
            if n == 0 and found:
                found[-1] = replace(found[-1], text=_mended(found, run, words))
            elif found and not word.glued:
                found.append(_space(found[-1], run))
            found.append(run)
    if found:
        found[0] = replace(found[0], text=_STUCK.sub(r"\1 ", found[0].text))
    return [replace(run, text=run.text.replace(SOFT_HYPHEN, "")) for run in found]


def without(runs: Sequence[Run], signs: int) -> Inline:
    """Give runs as text, without so many signs at its beginning."""
    text = inline_of(runs).text
    left = len(text) - signs
    kept: list[Run] = []
    for run in reversed(list(_single_spaced(runs))):
        if left <= 0:
            break
        kept.insert(0, replace(run, text=run.text[-left:]))
        left -= len(run.text)
    return inline_of(kept)


def _single_spaced(runs: Iterable[Run]) -> Iterable[Run]:
    """Make white space single, and leave none at the end."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", run.text)
        if not found or found[-1].text.endswith(" "):
            text = text.lstrip()
        if text:
            found.append(replace(run, text=text))
    while found and not found[-1].text.rstrip():
        found.pop()
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return found


def _run(word: Word, *, plain: bool) -> Run:
    return Run(
        text=word.text,
        strong=word.bold and not plain,
        emphasis=word.italic,
        target=word.target,
    )


def _space(before: Run, after: Run) -> Run:
    """Give the space between two words: of one look with both, or of none."""
    if replace(before, text="") == replace(after, text=""):
        return replace(before, text=" ")
    return Run(text=" ")


def _mended(found: Sequence[Run], run: Run, words: Vocabulary) -> str:
    """Give the end of a line as it is before the beginning of the next."""
    at = len(found) - 1
    before = found[at].text
    while at and len(before) < _FARTHEST and not before[:1].isspace():
        at -= 1
        before = found[at].text + before
    joined = words.joined(before, run.text)
    taken = len(before) - len(found[-1].text)
    return joined[taken : len(joined) - len(run.text)]


_FARTHEST = 40
