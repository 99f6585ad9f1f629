"""Decisions in the forms that minutes have for them, and what only sounds like one."""

from __future__ import annotations

import pytest

from importing.spoken_minutes import decisions


def texts(text: str) -> list[str]:
    return [decision.text for decision in decisions(text)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("RESOLVED: that the fee be £10.", "that the fee be £10."),
        ("RESOLVED that the fee be £10.", "that the fee be £10."),
        ("Resolved to buy a mower.", "to buy a mower."),
        ("RESOLVED (moved Pell, seconded Ames): That it be sold.", "That it be sold."),
        ("AGREED: the fee is £10", "the fee is £10"),
        ("Agreed – the fee is £10", "the fee is £10"),
        ("AGREED that a reserve be kept.", "that a reserve be kept."),
        ("Decision: move the AGM", "move the AGM"),
        ("Decision - move the AGM", "move the AGM"),
        ("DECISION 3 – Move the AGM", "Move the AGM"),
        ("✅ Decision: no entry fee", "no entry fee"),
        ("PENDERFYNWYD / RESOLVED to set a precept.", "to set a precept."),
        ("It was agreed that the gate be locked.", "that the gate be locked."),
        ("It was therefore resolved to write again.", "to write again."),
        ("The board agreed to ask for an extension.", "to ask for an extension."),
        ("We agreed to do it on Saturday.", "to do it on Saturday."),
        ("It is old. It was decided to sell it.", "to sell it."),
        ("It was noted. AGREED: that it be sold.", "that it be sold."),
    ],
)
def test_a_decision_is_what_stands_behind_its_mark(line: str, text: str) -> None:
    assert texts(f"1. Fees\nThe fees were looked at.\n\n{line}\n") == [text]


@pytest.mark.parametrize(
    "line",
    [
        "Members agreed with the point.",
        "The group agreed to note the report.",
        "Members agreed that talks had been poor.",
        "It was agreed that this was a problem.",
        "The minutes were agreed as a true record.",
        "The minutes were approved.",
        "They agreed to disagree.",
        '"RESOLVED: that we dance" was the joke of the evening.',
        "Agreed outcomes come from the funder.",
        "Decision nodes are green.",
        "Decision:",
        "Tom agreed to buy paint.",
    ],
)
def test_what_only_sounds_like_a_decision_is_none(line: str) -> None:
    assert texts(f"1. Fees\nThe fees were looked at.\n\n{line}\n\nIt ended.\n") == []


def test_a_list_below_a_heading_of_decisions_is_of_decisions() -> None:
    assert texts(
        """
        # Meeting

        ## Decisions

        - Fees stay the same
        - Decision: the mower is to be sold

        | Task | Who | By when |
        |---|---|---|
        | Order laptops | Kim | May |
        """
    ) == ["Fees stay the same", "the mower is to be sold"]


def test_a_table_may_have_a_column_for_decisions() -> None:
    assert texts(
        """
        | Item | Discussion | Decision |
        |---|---|---|
        | Hall | It is cold. | Heat it in winter |
        | Roof | It is sound. | |
        """
    ) == ["Heat it in winter"]


def test_a_motion_and_its_vote_are_one_decision() -> None:
    assert texts(
        """
        1. Mower
        Motion: that we buy a mower.
        Proposed: Ann Shaw, seconded: Tom Hale.
        Carried 7-2
        """
    ) == ["that we buy a mower. Proposed: Ann Shaw, seconded: Tom Hale. Carried 7-2"]


def test_a_motion_that_was_lost_says_so() -> None:
    (text,) = texts(
        """
        1. Parking
        Motion to ban parking. Proposed by Sam, seconded by Gwen. For 3, against 4.
        Motion lost.
        """
    )
    assert text.endswith("Motion lost.")


def test_a_decision_that_is_listed_again_is_one() -> None:
    found = decisions(
        """
        1. Fees
        Decision: the fee stays at £10

        Summary of decisions
        - The fee stays at £10
        """
    )
    assert [decision.line for decision in found] == [2]


def test_an_action_behind_a_decision_is_left_to_the_actions() -> None:
    assert texts("1. Roof\nAGREED: to mend it. Action: TH to ask for prices.\n") == [
        "to mend it."
    ]
