"""Words are found wherever they stand, and the place that is given is just theirs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.contributing.proposing.folded import folded

signs = st.text("ab'\u2019\"\u201c> \n\r\t", max_size=30)


@settings(max_examples=300, deadline=None)
@given(signs, st.text("ab'\u2019 \n>", min_size=1, max_size=4), signs)
def test_words_that_are_put_into_a_text_are_found_there(
    before: str, words: str, after: str
) -> None:
    text = f"{before} {words} {after}"
    found = list(folded(text).find(words))

    assert bool(found) == bool(folded(words).text.strip())
    for span in found:
        piece = text[span.start : span.end]
        assert folded(piece).text.strip() == folded(words).text.strip()


@settings(max_examples=300, deadline=None)
@given(signs)
def test_each_word_of_a_text_stands_in_its_place(text: str) -> None:
    for word in {w for w in text.split() if w.isalpha()}:
        places = [text[span.start : span.end] for span in folded(text).find(word)]

        assert places == [word] * text.count(word)


def test_no_text_takes_time_that_grows_with_its_square() -> None:
    """Each of these took minutes with patterns that can be matched in many ways."""
    for text, words in (
        ("a " * 200_000, "a " * 900 + "b"),
        ("'" * 400_000, "'" * 1_900 + "b"),
        ("> " * 200_000, "> " * 900 + "b"),
        ("a\n> " * 100_000, "a " * 900 + "b"),
        ("\n" + " " * 400_000, "a b"),
    ):
        assert list(folded(text).find(words)) == []
