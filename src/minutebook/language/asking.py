"""How questions are put in a language: words that tell nothing, words that mean the same.

The lists stand in `asking/`, one language a set of files. A language without them is
searched by its words alone.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_LISTS = Path(__file__).parent / "asking"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a search knows of a language."""

    passed_over: tuple[str, ...] = ()
    """Words of a question that are not looked for."""

    the_same: tuple[tuple[str, ...], ...] = ()
    """Groups of words and phrases, each nearly of one meaning."""

    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the kind of page, the words that ask for one."""


@functools.cache
def asking_in(language: str) -> Asking:
    """Give what a search knows of a language, by its code."""
    kinds = (line.partition(":") for line in _lines(language, "kinds"))
    return Asking(
        passed_over=tuple(
            word for line in _lines(language, "passed-over") for word in line.split()
        ),
        the_same=tuple(_phrases(line) for line in _lines(language, "the-same")),
        kinds={kind: _phrases(words) for kind, _, words in kinds},
    )


def _lines(language: str, name: str) -> Iterator[str]:
    file = _LISTS / f"{language}.{name}.txt"
    if file.is_file():
        for line in file.read_text("utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                yield line


def _phrases(line: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in line.split(","))
