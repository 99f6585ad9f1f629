"""The index of the search: put together of parts, it is the same as made in one go."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from minutebook.pages.searched import Searched
from minutebook.publish import cbor
from minutebook.publish.finding import index_leaves
from minutebook.publish.joining import lengths
from minutebook.publish.pagefind import CannotIndex, Pagefind
from minutebook.publish.postings import SIGNED, joined, words_in
from minutebook.publish.sheaves import Leaf, bound

SEARCHED = Searched(language="en", names=(), defined=())
WORDS = ("roof", "Café", "cafe", "heating", "lifts", "lift", "naïve", "12%", "Über")


def leaf(number: int, body: str, *, also: str = "") -> Leaf:
    told = f'<p data-pagefind-meta="also">{also}</p>' if also else ""
    address = f"themes/{number}/"
    page = (
        f'<html lang="en"><body><div data-pagefind-ignore>{told}'
        f'<p data-pagefind-meta="url">{address}</p></div>{body}</body></html>'
    )
    return Leaf(address, f'{{"kind": ["theme"]}}\n{page}'.encode())


def some_leaves(many: int) -> list[Leaf]:
    chance = random.Random(1)  # noqa: S311 - no secret
    return [
        leaf(
            number,
            f"<h1>{' '.join(chance.choices(WORDS, k=3))}</h1>"
            f"<p>{' '.join(chance.choices(WORDS, k=chance.randint(1, 400)))}</p>"
            f"<p>only{number % 7}</p>",
            also=chance.choice(("", "", "Lifts of all kinds")),
        )
        for number in range(many)
    ]


def index(leaves: Iterable[Leaf], folder: Path, kept: Path | None = None) -> Path:
    index_leaves(SEARCHED, leaves, folder, None, ("", ""), kept)
    return folder


def said_of_words(folder: Path) -> dict[tuple[str, str], dict[str, list[object]]]:
    """Read for each word and form the pages that have it, by address, with its places."""
    found = {}
    addresses = [shown["meta"]["url"] for shown in fragments(folder)]
    for piece in pieces(folder):
        (words,) = cbor.read(piece[len(SIGNED) :])
        for word, pages, forms in words:
            for form, these in (("", pages), *forms):
                found[word, form] = dict(_placed(these, addresses))
    return found


def _placed(
    pages: Iterable[tuple[int, object, object]], addresses: list[str]
) -> Iterator[tuple[str, list[object]]]:
    number = 0
    for step, *places in pages:
        number += step
        yield addresses[number], places


def pieces(folder: Path) -> Iterator[bytes]:
    for number in range(len(list((folder / "index").iterdir()))):
        yield gzip.decompress((folder / "index" / f"{number}.pf_index").read_bytes())


def fragments(folder: Path) -> list[dict[str, dict[str, str]]]:
    files = sorted((folder / "fragment").iterdir())
    return [
        json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNED))
        for file in files
    ]


def test_many_sheaves_make_the_same_index_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaves = some_leaves(60)
    whole = said_of_words(index(leaves, tmp_path / "whole"))
    monkeypatch.setattr("minutebook.publish.sheaves._MOST", 2)
    monkeypatch.setattr("minutebook.publish.joining._ENOUGH", 500)
    parts = index(leaves, tmp_path / "parts")

    assert len(bound(leaves)) > 20
    assert len(list(pieces(parts))) > 5
    assert said_of_words(parts) == whole
    assert any(form for _, form in whole), "some words have accents"


def test_an_index_is_the_same_whenever_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutebook.publish.sheaves._MOST", 8)
    leaves, kept = some_leaves(60), tmp_path / "kept"
    first = index(leaves, tmp_path / "first", kept)
    again = index(leaves, tmp_path / "again", kept)
    apart = index(leaves, tmp_path / "apart")

    for file in filter(Path.is_file, first.rglob("*")):
        data = file.read_bytes()
        assert data == (again / file.relative_to(first)).read_bytes()
        assert data == (apart / file.relative_to(first)).read_bytes()


def test_facets_and_lengths_are_those_of_the_pages(tmp_path: Path) -> None:
    short = leaf(1, "<h1>Roof</h1><p>It leaks.</p>")
    long = leaf(2, f"<h1>Heating</h1><p>{'words and ' * 900}</p>")
    folder = index([short, long], tmp_path / "index")
    book = json.loads((folder / "book.json").read_text("utf-8"))
    facets = json.loads((folder / "facets.json").read_text("utf-8"))
    places = [shown["meta"]["url"] for shown in fragments(folder)]

    assert book["pages"] == len(book["lengths"]) == 2
    assert book["lengths"][places.index("themes/1/")] == lengths([3])
    assert book["lengths"][places.index("themes/2/")] == lengths([1801])
    assert facets["kind"] == {"values": ["theme"], "pages": [[0], [0]]}


def test_a_page_without_a_word_is_left_out_and_others_are_found(tmp_path: Path) -> None:
    folder = index([leaf(1, ""), leaf(2, "<h1>Roof</h1>")], tmp_path / "index")

    assert [shown["meta"]["url"] for shown in fragments(folder)] == ["themes/2/"]
    assert ("roof", "") in said_of_words(folder)


def test_a_book_without_pages_has_an_empty_index(tmp_path: Path) -> None:
    folder = index([], tmp_path / "index")

    assert json.loads((folder / "book.json").read_text("utf-8"))["pages"] == 0
    assert said_of_words(folder) == {}


@pytest.mark.parametrize(
    "piece", [b"", SIGNED, SIGNED + b"\x81\x81\x83", SIGNED + b"\x81\x81\x83aa\x81\x80"]
)
def test_what_is_no_piece_of_an_index_is_refused(piece: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        list(words_in(piece, ()))


def test_pages_that_are_joined_are_counted_on() -> None:
    piece = SIGNED + b"\x81\x81\x83aa\x82\x83\x03\x81\x00\x80\x83\x02\x81\x07\x80\x80"
    (word,) = words_in(piece, ())

    assert (word.word, word.pages, word.first, word.last) == ("a", 2, 3, 5)
    pages = cbor.read(joined([(0, word), (300, word)]))
    assert [step for step, *_ in pages] == [3, 2, 298, 2]


def test_another_version_of_the_program_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minutebook.publish.sheaves._KNOWN", "0.9.")
    with pytest.raises(CannotIndex, match="is not known here"):
        index([leaf(1, "<h1>Roof</h1>")], tmp_path / "index")


def test_a_program_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    with Pagefind() as pagefind, pytest.raises(CannotIndex, match="could not index"):
        pagefind.index(["<html><body>words</body></html>"])
