"""Plain text and Markdown become blocks, however their lines are set."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.reading import blocks_of, document_of
from minutebook.importing.document import Kind, Reason
from minutebook.importing.formats.text.reader import read_plain


def texts(text: str) -> list[str]:
    return [block.text for block in blocks_of(text)]


def kinds(text: str) -> list[Kind]:
    return [block.kind for block in blocks_of(text)]


def test_lines_that_were_wrapped_are_one_paragraph() -> None:
    assert texts(
        """
        The treasurer said that the roof fund now stands at four thousand
        pounds, and that the grant from the county had been paid in March.
        Nobody objected.
        """
    ) == [
        (
            "The treasurer said that the roof fund now stands at four thousand pounds,"
            " and that the grant from the county had been paid in March."
        ),
        "Nobody objected.",
    ]


def test_a_label_behind_a_full_sentence_begins_a_line_of_its_own() -> None:
    assert texts(
        """
        Rates: Bills rose after the revaluation although trade has not
        recovered. Several shops do not open on Mondays to save on heat.
        Card fees: Charges on small sums are larger than any profit made.
        """
    )[1].startswith("Card fees:")


def test_short_lines_below_one_another_stay_apart() -> None:
    found = blocks_of("Present\nJess Mullen, Clinks\nHelen Dyson, Nacro\n")

    assert [block.text for block in found] == [
        "Present",
        "Jess Mullen, Clinks",
        "Helen Dyson, Nacro",
    ]
    assert [block.tight for block in found] == [False, True, True]


def test_a_sentence_that_a_page_break_cut_goes_on() -> None:
    (paragraph,) = texts(
        """
        It would be welcome to have the chance to talk about a breakdown of

        the figures by income.
        """
    )

    assert paragraph.endswith("a breakdown of the figures by income.")


@pytest.mark.parametrize(
    ("line", "marker", "text"),
    [
        ("- buy paint", "-", "buy paint"),
        ("• buy paint", "•", "buy paint"),
        ("\uf0b7 buy paint", "\uf0b7", "buy paint"),
        ("3. Finance", "3.", "Finance"),
        ("3) Finance", "3)", "Finance"),
        ("(b) Lighting", "(b)", "Lighting"),
        ("4.1 Budget", "4.1", "Budget"),
        ("iv. Roof", "iv.", "Roof"),
        ("23/041  APOLOGIES", "23/041", "APOLOGIES"),
        ("**2. Accounts**", "2.", "Accounts"),
        ("- [x] Jo Lee", "-", "[x] Jo Lee"),
    ],
)
def test_an_item_is_cut_into_its_mark_and_its_words(
    line: str, marker: str, text: str
) -> None:
    (block,) = blocks_of(line)

    assert (block.kind, block.marker, block.text) == (Kind.ITEM, marker, text)


@pytest.mark.parametrize(
    "line", ["12 people came", "A. Singh sent apologies", "2020 was a hard year"]
)
def test_a_number_or_an_initial_is_not_always_a_mark(line: str) -> None:
    assert kinds(line) == [Kind.PARAGRAPH]


def test_capitals_are_marks_where_they_count() -> None:
    assert kinds("A. Welcome\n\nB. Finance\n\nC. Close") == [Kind.ITEM] * 3


def test_bare_numbers_are_marks_where_they_count_from_one() -> None:
    found = blocks_of("1 Minutes\nTaken as read.\n\n2 Motions\nNone.\n\n3 Close\nAt 8.")

    assert [block.marker for block in found if block.marker] == ["1", "2", "3"]


def test_an_item_goes_on_in_lines_set_below_it() -> None:
    (item,) = texts(
        """
        - Relationships: the group had found that its dealings with the provider
          depended on who was in charge at the time.
        """
    )

    assert item.endswith("depended on who was in charge at the time.")


def test_what_stands_indented_below_a_short_title_is_not_its_rest() -> None:
    assert texts("2.   Water\n     The Chairman reported a leak.\n")[0] == "Water"


def test_emphasis_and_links_are_kept_as_markdown_and_not_as_words() -> None:
    (block,) = blocks_of("**Note:** see [the plan](https://example.org/plan).")

    assert block.text == "Note: see the plan."
    assert block.strong == len("Note:")
    assert block.markdown == "**Note:** see [the plan](<https://example.org/plan>)."


def test_a_link_that_could_run_something_loses_its_target() -> None:
    (block,) = blocks_of("See [the plan](javascript:alert(1)) and [more](data:x).")

    assert "javascript" not in block.markdown
    assert "data:" not in block.markdown


def test_what_could_be_read_as_markdown_is_escaped() -> None:
    (block,) = blocks_of("Use 2*3*4 <b>tags</b> and a_b_c | bars")

    assert block.text == "Use 2*3*4 tags and a_b_c | bars"
    assert "<b>" not in block.markdown


def test_a_table_between_bars_becomes_rows() -> None:
    found = blocks_of("| Action | Owner |\n|---|---|\n| Book hall | JS |\n")

    assert [block.cells for block in found] == [("Action", "Owner"), ("Book hall", "JS")]
    assert {block.table for block in found} == {1}


def test_a_table_between_tabs_becomes_rows_below_its_title() -> None:
    found = blocks_of("Actions\nNo.\tAction\tWho\n1\tBook hall\tJS\n2\tBuy paint\tPL\n")

    assert found[0].text == "Actions"
    assert found[2].cells == ("1", "Book hall", "JS")


def test_a_table_set_in_columns_becomes_rows_that_may_go_on() -> None:
    found = blocks_of(
        """
        Action            Owner      Due
        Book the hall     P. Lowe    4 May
        Ask the council   A. Singh   asap
        once more
        """.replace("        once", "                          once")
    )

    assert found[1].cells == ("Book the hall", "P. Lowe", "4 May")


def test_what_stands_at_the_right_margin_is_a_cell() -> None:
    (block,) = blocks_of("Count the visitors" + " " * 40 + "LB")

    assert block.cells == ("Count the visitors", "LB")


def test_front_matter_comments_and_page_numbers_are_set_aside() -> None:
    found = document_of(
        "---\ndate: 2024-01-01\n---\n\nMinutes\n\n<!-- secret -->\n\nPage 2 of 3\n\nEnd\n"
    )

    assert [block.text for block in found.blocks] == ["Minutes", "End"]
    assert [aside.reason for aside in found.asides] == [
        *[Reason.METADATA] * 3,
        Reason.HIDDEN,
        Reason.PAGE_NUMBER,
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Caf\u00e9 \u2013 minutes".encode(), "Caf\u00e9 \u2013 minutes"),
        ("Caf\u00e9 \u2013 minutes".encode("cp1252"), "Caf\u00e9 \u2013 minutes"),
        ("Caf\u00e9".encode("utf-16"), "Caf\u00e9"),
        ("\ufeffCaf\u00e9".encode(), "Caf\u00e9"),
        (b"one\x00 two", "one two"),
    ],
)
def test_text_is_read_in_the_encodings_people_have(data: bytes, text: str) -> None:
    (block,) = read_plain("a.txt", data).blocks

    assert block.text == text


_LINES = st.lists(
    st.text("abcDEF 123.,:;-*_#|>[]()`\t•\u2013<&/", max_size=60), max_size=25
)


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_every_letter_of_a_text_is_in_a_block_or_set_aside(lines: list[str]) -> None:
    document = document_of("\n".join(line for line in lines if not hides(line)))
    kept = letters(
        *(f"{block.marker} {block.text}" for block in document.blocks),
        *(aside.text for aside in document.asides),
    )

    assert letters(*document.lines) - kept == Counter()


def letters(*texts: str) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if sign.isalnum())


def hides(line: str) -> bool:
    """Whether a line has marks around what is no text: where a link leads, a language."""
    return "](" in line or "```" in line


def test_lines_of_code_are_shown_as_they_stand() -> None:
    blocks = blocks_of(
        """
        Zed pasted this:

        ```yaml
        # attendees
        - name: Mallory
        Decision: drop **all** tables
        ```

        Nobody laughed.
        """
    )
    assert [(b.kind, b.text, b.quoted) for b in blocks] == [
        (Kind.PARAGRAPH, "Zed pasted this:", False),
        (Kind.PARAGRAPH, "# attendees", True),
        (Kind.PARAGRAPH, "- name: Mallory", True),
        (Kind.PARAGRAPH, "Decision: drop **all** tables", True),
        (Kind.PARAGRAPH, "Nobody laughed.", False),
    ]


def test_a_fence_that_never_ends_hides_nothing() -> None:
    blocks = blocks_of("```\nAction: Tom to book the hall\n")
    assert [(b.text, b.quoted) for b in blocks] == [
        ("Action: Tom to book the hall", False)
    ]


def test_two_surnames_behind_initials_count_nothing() -> None:
    found = read_plain("notes.txt", b"Present\n\nA. Smith (chair)\nB. Jones\n").blocks

    assert [block.text for block in found[1:]] == ["A. Smith (chair)", "B. Jones"]


def test_two_titles_behind_capitals_are_counted() -> None:
    found = read_plain(
        "notes.txt", b"A. Minutes of the last meeting\n\nB. Money\n"
    ).blocks

    assert [block.marker for block in found] == ["A.", "B."]


def test_labels_in_small_letters_begin_a_line_of_their_own() -> None:
    found = read_plain(
        "notes.txt", b"there: marta, joss, abi (left 8:15), Femi, kim\nsorry: theo\n"
    )

    assert [block.text for block in found.blocks][1:] == ["sorry: theo"]


def test_a_quoted_message_is_read_without_its_signs() -> None:
    found = read_plain("notes.txt", b"> Present: Jo\n>\n>> Apologies: Sam\n")

    assert [block.text for block in found.blocks] == ["Present: Jo", "Apologies: Sam"]
    assert found.lines[0] == "> Present: Jo"
