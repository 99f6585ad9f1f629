"""Leaves by the sheaf: each is indexed by itself, and kept for the next build.

Whoever changes a note has the sheaves of a few pages indexed again, and no more of them
are in memory at a time. Which leaf is in which follows from its address and from how many
there are, so that every build binds alike.
"""

from __future__ import annotations

import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from minutebook.cache import digest, version
from minutebook.publish.cbor import UNKNOWN, read
from minutebook.publish.pagefind import CannotIndex, Pagefind
from minutebook.publish.postings import SIGNED, Postings, words_in
from minutebook.publish.vocabulary import Vocabulary
from minutebook.sealed import read_sealed, write_sealed

TOLD = ("also", "day", "kind", "status", "title", "url", "image", "image_alt")
"""What Pagefind may know of a page beside its text."""

_MOST = 1024
"""Leaves in a sheaf."""

_KNOWN = "1.5."
"""Versions of Pagefind whose index and program our script can drive."""

_BLOCK = 1000
"""Words that are packed together."""

_QUICK = 1
_BEGINNING = 1024
_PLACE = re.compile(rb'\{"url":"/(\d+)\.html"')


class Leaf(NamedTuple):
    """What the indexer is given of a page."""

    address: str
    text: bytes

    @property
    def facets(self) -> dict[str, list[str]]:
        """By what the page can be narrowed down to."""
        read: dict[str, list[str]] = json.loads(self.text.partition(b"\n")[0])
        return read

    @property
    def page(self) -> str:
        """The page itself."""
        return self.text.partition(b"\n")[2].decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """What Pagefind has made of some leaves."""

    pages: Sequence[tuple[int, int]]
    """In the order of its list: the place of the leaf, and how many words it has."""

    fragments: Sequence[bytes]
    """What it shows of each page, packed."""

    blocks: Sequence[bytes]
    """The words, in order."""

    vocabulary: Mapping[str, int]
    """On how many pages each word stands, as it is written."""

    engine: bytes
    """The program that searches, for the language of the leaves."""

    program: str
    """The version of Pagefind."""

    def bare(self) -> Sheaf:
        """Give the same without what is shown of its pages."""
        return replace(self, fragments=(), vocabulary={})

    def words(self) -> Iterator[Postings]:
        """Give the words in order, each with its pages."""
        for block in self.blocks:
            told, _, packed = zlib.decompress(block).partition(b"\n")
            at = 0
            for word, form, pages, first, last, length in json.loads(told):
                yield Postings(word, form, pages, first, last, packed[at : at + length])
                at += length


def bound(leaves: Iterable[Leaf]) -> list[list[Leaf]]:
    """Bind leaves into sheaves: as many as a power of two, so they change seldom."""
    known = list(leaves)
    many = 1 << max(0, (len(known) - 1) // _MOST).bit_length()
    sheaves: list[list[Leaf]] = [[] for _ in range(many)]
    for leaf in known:
        place = int.from_bytes(digest(leaf.address.encode())[:4], "big") % many
        sheaves[place].append(leaf)
    return sheaves


def mark_of(leaves: Iterable[Leaf]) -> str:
    """Tell from what a sheaf is made."""
    told = (part for address, text in leaves for part in (address.encode(), text))
    return digest(version(), *told).hex()


def indexed(leaves: Sequence[Leaf], mark: str, pagefind: Pagefind, kept: Path) -> Sheaf:
    """Have a sheaf indexed, if what came of it is not kept in a folder.

    Raises CannotIndex when Pagefind fails.
    """
    file = kept / mark
    there = read_sealed(file)
    if there is not None:
        return _unpacked(there)
    try:
        sheaf = _read(pagefind.index([leaf.page for leaf in leaves]), leaves)
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise CannotIndex(UNKNOWN) from error
    write_sealed(file, _packed(sheaf))
    return sheaf


def _read(files: Mapping[str, bytes], leaves: Iterable[Leaf]) -> Sheaf:
    """Read the index of a sheaf."""
    entry = json.loads(files["pagefind-entry.json"])
    if not entry["version"].startswith(_KNOWN):
        message = f"Pagefind {entry['version']} is not known here: {_KNOWN}x is"
        raise CannotIndex(message)
    vocabulary = Vocabulary()
    for leaf in leaves:
        vocabulary.add(leaf.page)
    if not entry["languages"]:  # nothing was said on any of the pages
        return _nothing(files, entry["version"])
    (language,) = entry["languages"].values()
    meta = gzip.decompress(files[f"pagefind.{language['hash']}.pf_meta"])
    pages, pieces, _, _, told = read(meta.removeprefix(SIGNED))[1:]
    numbers = [TOLD.index(name) for name in told]
    if numbers == list(range(len(told))):
        numbers = []
    words = [
        word
        for *_, name in pieces
        for word in words_in(gzip.decompress(files[f"index/{name}.pf_index"]), numbers)
    ]
    fragments = [files[f"fragment/{name}.pf_fragment"] for name, _ in pages]
    return Sheaf(
        pages=[
            (_place_in(fragment), count)
            for fragment, (_, count) in zip(fragments, pages, strict=True)
        ],
        fragments=fragments,
        blocks=[_block(words[at : at + _BLOCK]) for at in range(0, len(words), _BLOCK)],
        vocabulary=vocabulary.words(),
        engine=files[f"wasm.{language['wasm'] or 'unknown'}.pagefind"],
        program=entry["version"],
    )


def _nothing(files: Mapping[str, bytes], program: str) -> Sheaf:
    return Sheaf(
        pages=(),
        fragments=(),
        blocks=(),
        vocabulary={},
        engine=files["wasm.unknown.pagefind"],
        program=program,
    )


def _place_in(fragment: bytes) -> int:
    """Read which page it is that Pagefind shows."""
    beginning = zlib.decompressobj(31).decompress(fragment, _BEGINNING)
    found = _PLACE.match(beginning.removeprefix(SIGNED))
    if found is None:
        raise ValueError(UNKNOWN)
    return int(found[1])


def _block(words: Sequence[Postings]) -> bytes:
    told = json.dumps([(*word[:-1], len(word.packed)) for word in words]).encode()
    return zlib.compress(b"".join((told, b"\n", *(w.packed for w in words))), _QUICK)


def _packed(sheaf: Sheaf) -> bytes:
    told: dict[str, Any] = {
        "pages": sheaf.pages,
        "fragments": list(map(len, sheaf.fragments)),
        "blocks": list(map(len, sheaf.blocks)),
        "vocabulary": sheaf.vocabulary,
        "program": sheaf.program,
    }
    parts = (*sheaf.fragments, *sheaf.blocks, sheaf.engine)
    return b"".join((json.dumps(told).encode(), b"\n", *parts))


def _unpacked(text: bytes) -> Sheaf:
    told, _, body = text.partition(b"\n")
    read = json.loads(told)
    fragments, blocks = read["fragments"], read["blocks"]
    parts = list(_cut(body, (*fragments, *blocks)))
    return Sheaf(
        pages=read["pages"],
        fragments=parts[: len(fragments)],
        blocks=parts[len(fragments) :],
        vocabulary=read["vocabulary"],
        engine=body[sum(fragments) + sum(blocks) :],
        program=read["program"],
    )


def _cut(body: bytes, lengths: Iterable[int]) -> Iterator[bytes]:
    at = 0
    for length in lengths:
        yield body[at : at + length]
        at += length
