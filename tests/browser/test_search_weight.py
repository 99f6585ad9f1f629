"""What a first search loads does not grow with the book, but for a list of all pages."""

from __future__ import annotations

import gzip
import random
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from browser.conftest import Serve
from minutebook.pages.searched import Searched
from minutebook.publish.finding import index_leaves
from minutebook.publish.sheaves import Leaf

FEW, MANY = 1_000, 4_000
ASKED = ("brackenford", "hambleton", "quillback")
HAVE_THEM = 40
"""Pages that have a word one asks for: as long as the minutes of a long meeting."""

LARGE_BOOK = 40_000
"""Pages of a book of 5,000 notes."""

MOST = 300_000
"""Bytes over the wire, as a host that packs sends them."""

Weights = Mapping[str, int]


def leaves(many: int) -> Iterator[Leaf]:
    chance = random.Random(1)  # noqa: S311 - no secret
    letters = "abcdefghilmnoprstuvw"
    known = ["".join(chance.choices(letters, k=k % 6 + 3)) for k in range(6_000)]
    often = [1 / rank for rank in range(1, len(known) + 1)]
    for number in range(many):
        asked = number < len(ASKED) * HAVE_THEM
        said = chance.choices(known, often, k=2_500 if asked else chance.randint(20, 200))
        if asked:
            said[700:700] = [ASKED[number % len(ASKED)], ASKED[number % 2]]
        title = " ".join(chance.choices(known, k=4))
        yield Leaf(
            f"actions/{number}/",
            f'{{"kind": ["action"]}}\n<html lang="en"><body><div data-pagefind-ignore>'
            f'<p data-pagefind-meta="url">actions/{number}/</p>'
            f'<p data-pagefind-meta="kind">action</p></div>'
            f"<h1>{title}</h1><p>{' '.join(said)}</p></body></html>".encode(),
        )


@pytest.fixture(scope="module")
def loaded(
    chromium: Browser,
    demo: Path,
    serve: Serve,
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[int, Weights]:
    """Search two made-up books on the search page of the demo, for the first time."""
    return {
        many: first_search(
            chromium,
            searchable(many, demo, tmp_path_factory.mktemp("book")),
            serve,
        )
        for many in (FEW, MANY)
    }


def searchable(many: int, demo: Path, site: Path) -> Path:
    for name in ("search", "assets"):
        shutil.copytree(demo / name, site / name)
    searched = Searched(language="en", names=(), defined=())
    index_leaves(searched, leaves(many), site / "pagefind", None, ("", ""), None)
    return site


def first_search(chromium: Browser, site: Path, serve: Serve) -> Weights:
    context = chromium.new_context(viewport={"width": 375, "height": 800})
    page = context.new_page()
    answers: dict[str, Response] = {}
    page.on("response", lambda answer: answers.update({answer.url: answer}))
    page.goto(f"{serve(site)}search/?q={'+'.join(ASKED)}", wait_until="networkidle")
    page.wait_for_selector(".mb-result")
    weights = {
        url.partition("/pagefind/")[2]: weight(url, answer.body())
        for url, answer in answers.items()
        if "/pagefind/" in url
    }
    context.close()
    return weights


def weight(url: str, body: bytes) -> int:
    packed = url.partition("?")[0].endswith(("pf_index", "pf_fragment", "pagefind"))
    return len(body) if packed else len(gzip.compress(body))


def part(weights: Weights, *begins: str) -> int:
    return sum(size for name, size in weights.items() if name.startswith(begins))


def test_all_that_grows_with_a_book_is_less_than_a_byte_a_page(
    loaded: Mapping[int, Weights],
) -> None:
    few, many = (part(loaded[size], "book.") for size in (FEW, MANY))
    assert 0 < many - few < MANY - FEW

    rest = [
        sum(loaded[size].values()) - part(loaded[size], "book.") for size in (FEW, MANY)
    ]
    assert rest[1] < 1.05 * rest[0]


def test_a_book_of_5000_notes_is_searched_with_less_than_300_kilobytes(
    loaded: Mapping[int, Weights],
) -> None:
    whole = sum(loaded[MANY].values())
    assert part(loaded[MANY], "fragment/") > 0.3 * whole, "the pages found are long ones"
    assert whole + LARGE_BOOK - MANY < MOST


def test_a_phone_loads_a_piece_for_each_word_and_the_pages_it_looks_at(
    loaded: Mapping[int, Weights],
) -> None:
    names = [name.partition("/")[0] for name in loaded[MANY]]
    assert names.count("index") == len(ASKED)
    assert names.count("fragment") == 12
    assert not part(loaded[MANY], "facets.")
    for name, size in loaded[MANY].items():
        assert not name.startswith("index/") or size < 25_000
