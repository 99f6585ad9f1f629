"""Paragraphs have addresses that last: they follow from their words, and only theirs."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from minutebook.pages.paragraphs import named_paragraphs
from minutebook.reading import read_prose

NAMED = re.compile(r'<(?:p|li) id="(p-[0-9a-f]{8}(?:-[0-9]+)?)">([^<]*)')


def named(markdown: str) -> str:
    return named_paragraphs(read_prose(markdown).html)


def addresses(markdown: str) -> dict[str, str]:
    """Give the first words of each paragraph by its address."""
    found = NAMED.findall(named(markdown))
    assert len({address for address, _ in found}) == len(found)
    return {address: words.strip() for address, words in found}


def address(markdown: str) -> str:
    (found,) = addresses(markdown)
    return found


WORDS = st.text("abcdé &<'.", min_size=1, max_size=8).map(lambda text: f"x{text}x")
TEXTS = st.lists(WORDS, max_size=8)


@given(before=TEXTS, new=WORDS, after=TEXTS)
def test_no_other_paragraph_moves_when_one_is_added(
    before: list[str], new: str, after: list[str]
) -> None:
    assume(" ".join(new.split()) not in {" ".join(w.split()) for w in before + after})
    was = addresses("\n\n".join(before + after))
    now = addresses("\n\n".join([*before, new, *after]))

    assert was.items() <= now.items()
    assert len(now) == len(was) + 1


BLOCKS = st.sampled_from(
    [
        "Words.", "Words.", "More\nwords.", "- a\n- b\n  - c", "1. a\n\n   b\n2. c",
        "> q", "- [ ] todo", "A[^1].\n\n[^1]: Note.", "```\n<p>\n```", "|a|\n|-|\n|<p>|",
        '[t](x.md "<p>a</p>")', "-", "- > q", "> [!NOTE]\n> Care.", "`<li>`", "***",
        "# H", "&nbsp;",
    ]
)  # fmt: skip


@given(st.lists(BLOCKS, max_size=12).map("\n\n".join))
def test_nothing_but_an_address_is_added_and_none_is_given_twice(markdown: str) -> None:
    safe = read_prose(markdown).html
    shown = named_paragraphs(safe)

    assert re.sub(r' id="p-[0-9a-f]{8}(?:-[0-9]+)?"', "", shown) == safe
    ids = re.findall(r'<[^>]* id="(p-[^"]*)"', shown)
    assert len(set(ids)) == len(ids)


def test_paragraphs_with_the_same_words_are_numbered() -> None:
    first, second, third = addresses("None.\n\nNone.\n\n- None.")

    assert (second, third) == (f"{first}-2", f"{first}-3")


@pytest.mark.parametrize(
    "typed",
    [
        "The roof *leaks*.",
        "The\nroof leaks.",
        "The [roof](../a.md) leaks.",
        "- The roof leaks.",
    ],
)
def test_an_address_follows_from_the_words_alone(typed: str) -> None:
    assert address(typed) == address("The roof leaks.")


def test_an_item_has_the_address_of_its_own_words() -> None:
    alone, outer = address("- Money"), addresses("- Money\n  - Rent\n  - Heat")

    assert outer[alone] == "Money"
    assert len(outer) == 3


def test_a_heading_never_takes_the_address_of_a_paragraph() -> None:
    taken = address("Words.")
    (heading,) = read_prose(f"# {taken}").headings

    assert heading.anchor == f"h-{taken}"
    assert read_prose("# P-values").headings[0].anchor == "p-values"
