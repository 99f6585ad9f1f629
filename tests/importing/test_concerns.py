"""Labelled points, and what was added after the meeting."""

from __future__ import annotations

import pytest

from importing.reading import sections_of
from minutebook.importing.recognising.addenda import addenda_in
from minutebook.importing.recognising.concerns import concerns_in, kind_of
from minutebook.records import ConcernKind

BY_THEME = """
Report of the listening day

Buses

The service was felt to be thin everywhere.

- Ramps: Drivers do not lower them, so that people in wheelchairs have to wait.
• Evenings: The last bus leaves at six, before the library has closed its doors.
**Fares:** A single costs more than a taxi shared by three people on a wet day.
Shelters: Two have no roof, and one has had no glass since a storm three years ago.
"""


def test_labelled_points_are_found_whatever_stands_before_them() -> None:
    found = concerns_in(sections_of(BY_THEME))

    assert [one.label for one in found] == ["Ramps", "Evenings", "Fares", "Shelters"]
    assert {one.theme for one in found} == {"Buses"}
    assert found[0].text.startswith("Drivers do not lower them")


def test_labelled_lines_of_ordinary_minutes_are_no_concerns() -> None:
    text = """
    1. Finance

    Treasurer: the account stands at forty pounds, which is a little more than in May.

    2. Show

    Venue: the village hall has been booked for the whole of Saturday afternoon.

    3. Close

    The meeting closed at nine.
    """

    assert concerns_in(sections_of(text)) == ()


def test_a_heading_may_say_that_concerns_were_raised() -> None:
    text = """
    1. Welcome

    All came.

    2. Concerns raised by residents

    - Parking: Cars stand on the pavement, and prams have to be taken into the road.

    3. Close

    At nine.
    """

    assert [one.label for one in concerns_in(sections_of(text))] == ["Parking"]


@pytest.mark.parametrize(
    ("label", "text", "kind"),
    [
        ("Fares", "They are too high for most.", ConcernKind.CONCERN),
        ("Fares", "Why are they so high?", ConcernKind.QUESTION),
        ("Fares", "Questions were raised about the price.", ConcernKind.QUESTION),
        ("Fares", "There should be a day ticket.", ConcernKind.SUGGESTION),
        ("Good example", "The night bus was named.", ConcernKind.GOOD_PRACTICE),
        ("Fares", "The night bus works well for all.", ConcernKind.GOOD_PRACTICE),
    ],
)
def test_a_point_is_of_the_kind_its_words_tell(
    label: str, text: str, kind: ConcernKind
) -> None:
    assert kind_of(label, text) is kind


def test_a_label_may_name_the_kind() -> None:
    text = BY_THEME.replace("Ramps:", "Idea - low ramps:")
    first = concerns_in(sections_of(text))[0]

    assert (first.label, first.kind) == ("low ramps", ConcernKind.SUGGESTION)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "(**Note:** The figures have since the meeting been sent.)",
            "Post-meeting note",
        ),
        ("Post-meeting note: the figures came.", "Post-meeting note"),
        ("[Post meeting update: the figures came]", "Post meeting update"),
        (
            "Note added after the meeting: the figures came.",
            "Note added after the meeting",
        ),
        ("Clerk's note: the figures came.", "Clerk's note"),
    ],
)
def test_a_note_says_that_it_was_added_later(text: str, title: str) -> None:
    (found,) = addenda_in(sections_of(f"1. Figures\n\nNone were there.\n\n{text}\n"))

    assert found.title == title
    assert "figures" in found.text


@pytest.mark.parametrize("text", ["Note: bring a torch.", "Notes: taken by Jo."])
def test_any_other_note_was_there_from_the_beginning(text: str) -> None:
    assert addenda_in(sections_of(f"1. Walk\n\nOn Sunday.\n\n{text}\n")) == ()


def test_an_annex_is_one_addendum_with_all_that_stands_below() -> None:
    text = (
        "1. Close\n\nAt nine.\n\nANNEX A: Figures\n\nFees came to £40.\n\n- Gifts: £3\n"
    )
    (found,) = addenda_in(sections_of(text))

    assert found.title == "ANNEX A: Figures"
    assert found.text == "Fees came to £40.\nGifts: £3"
