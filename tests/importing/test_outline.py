"""Headings of every kind are found, nested, and told by what they announce."""

from __future__ import annotations

import pytest

from importing.reading import sections_of
from minutebook.importing.recognising.outline.roles import Role, role_of_title


def titles(text: str) -> list[tuple[int, str | None, str]]:
    return [
        (one.level, one.number, one.title) for one in sections_of(text) if one.heading
    ]


def test_markdown_headings_nest_below_the_title() -> None:
    assert titles("# Board, 4 May\n\n## Finance\n\nFine.\n\n### Roof\n\nLeaks.\n") == [
        (0, None, "Board, 4 May"),
        (1, None, "Finance"),
        (2, None, "Roof"),
    ]


def test_numbered_lines_head_what_stands_below() -> None:
    assert titles("1. Welcome\n\nAll came.\n\n2. Close\n\nAt nine.\n") == [
        (1, "1", "Welcome"),
        (1, "2", "Close"),
    ]


def test_letters_nest_below_numbers_and_bare_lines_below_letters() -> None:
    found = titles(
        """
        3. Main discussion:

        a. Spending

        The group was concerned about what would be spent in the first year.

        Mobilisation

        Costs of mobilisation would be paid apart from the values that were published.

        b. Volumes

        These were too low.
        """
    )

    assert [level for level, _, _ in found] == [1, 2, 3, 2]


def test_a_list_of_numbered_points_has_no_headings() -> None:
    assert titles("We agreed to:\n\n1. paint the hall\n2. mend the gate\n3. rest\n") == []


def test_numbered_sentences_are_paragraphs() -> None:
    assert (
        titles("4.1 The chair spoke.\n\nMore.\n\n4.2 The clerk replied.\n\nMore.") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "Welcome all.\n\nFINANCE\nThe fund stands at £40.\n",
        "Welcome all.\n\n**Finance**\n\nThe fund stands at £40.\n",
        "Welcome all.\n\nFinance\n\nThe fund stands at £40 and nobody objected.\n",
        "Welcome all.\n\nITEM 4 - Finance\n\nThe fund stands at £40.\n",
        "Welcome all.\n\nFinance\n=======\n\nThe fund stands at £40.\n",
        "Welcome all.\n\n== Finance ==\n\nThe fund stands at £40.\n",
    ],
)
def test_a_heading_may_be_marked_in_many_ways(text: str) -> None:
    assert [title.casefold() for _, _, title in titles(text)] == ["finance"]


def test_short_lines_above_sentences_are_headings_where_there_are_several() -> None:
    text = "Friends of the Park\n\nBook sale\nWe took £40.\n\nTalks\nNone this month.\n"

    assert [title for _, _, title in titles(text)] == ["Book sale", "Talks"]


def test_a_heading_may_say_which_theme_it_is() -> None:
    text = (
        "Report of the day\n\nTheme 1: Costs\n\n- Fares: They doubled in two years.\n\n"
        "Theme 2: Doors\n\n- Weight: Nobody can open them with a pram, or with a stick.\n"
    )

    assert [t for _, _, t in titles(text)] == ["Theme 1: Costs", "Theme 2: Doors"]


def test_a_line_about_a_day_or_an_hour_is_no_heading() -> None:
    text = "Minutes\n\n4 May 2021, 7.30pm\n\nThe meeting was held in the village hall.\n"

    assert "4 May 2021, 7.30pm" not in [title for _, _, title in titles(text)]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Present", Role.PEOPLE),
        ("Apologies for absence", Role.PEOPLE),
        ("In attendance", Role.PEOPLE),
        ("Attendees and apologies", Role.PEOPLE),
        ("Actions", Role.ACTIONS),
        ("Summary of actions", Role.ACTIONS),
        ("Matters arising", Role.REVIEWED),
        ("Matters arising from the last meeting", Role.REVIEWED),
        ("Actions from previous meeting", Role.REVIEWED),
        ("Action log", Role.REVIEWED),
        ("Decisions made", Role.DECISIONS),
        ("Date of next meeting", Role.NEXT),
        ("Agenda for the next meeting", Role.NEXT),
        ("Annex A: Eligibility", Role.ADDENDUM),
        ("Post-meeting note", Role.ADDENDUM),
        ("Materion yn codi / Matters arising", Role.REVIEWED),
        ("Finance", None),
        ("Action Plan for the Park", None),
        ("The present state of the roof", None),
    ],
)
def test_a_heading_announces_what_stands_below(title: str, role: Role | None) -> None:
    assert role_of_title(title) is role


def test_an_annex_runs_on_to_the_end() -> None:
    text = (
        "1. Close\n\nAt nine.\n\nANNEX A: Figures\n\nThese are the figures we had.\n\n"
        "Income\n\nFees came to £40 in the year, which is more than before.\n"
    )

    assert [one.role for one in sections_of(text)][-2:] == [Role.ADDENDUM] * 2
