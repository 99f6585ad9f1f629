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


def test_a_motion_that_was_carried_is_a_decision_without_its_vote() -> None:
    assert texts(
        """
        1. Mower
        Motion: that we buy a mower.
        Proposed: Ann Shaw, seconded: Tom Hale.
        Carried 7-2
        """
    ) == ["that we buy a mower."]


def test_a_motion_that_was_lost_is_none() -> None:
    assert (
        texts(
            """
            1. Parking
            Motion to ban parking. Proposed by Sam, seconded by Gwen. For 3, against 4.
            Motion lost.
            """
        )
        == []
    )


@pytest.mark.parametrize(
    "said",
    [
        """Motion 2, moved Bro. Rudge, seconded Bro. Hamdan: That the fee be ten pounds.
        For 24. Against 2. CARRIED.""",
        """Motion (Ann Shaw / Tom Hale): that the fee be ten pounds.
        Some heat. Tom said that it is dear. Carried by 39 votes to 12.""",
        """PROPOSED by Mavis Gunn, SECONDED by Ivy Fell, that the fee be ten pounds. \
        CARRIED nem. con.""",
        """It was proposed by Mr. A. Shaw, seconded by Mrs Hale and RESOLVED: that \
        the fee be ten pounds.""",
        "Prop. R. Angove, sec. P. Lobb that the fee be ten pounds. Carried.",
        "Ann Shaw moved that the fee be ten pounds, seconded by Tom Hale. Carried.",
        "The motion that the fee be ten pounds was put to the vote and carried.",
        "Motion: that the fee be ten pounds.\nFor 11, against 9.",
        """RESOLVED that the fee be ten pounds. Proposed Cllr Okafor, seconded Cllr \
        Tremlett, all in favour.""",
        "RESOLVED (unanimously) that the fee be ten pounds. (5 for, 0 against)",
        "The figures were bad. Resolved that the fee be ten pounds.",
        "After some discussion it was RESOLVED: that the fee be ten pounds.",
        "In the end the Committee agreed that the fee be ten pounds.",
        "The Steering Group agreed, after a vote, that the fee be ten pounds.",
        "It was resolved, on a show of hands, that the fee be ten pounds.",
        "Agreed by all that the fee be ten pounds.",
        "We agreed that the fee be ten pounds.",
        "The partnership decided that the fee be ten pounds.",
    ],
)
def test_who_moved_it_and_how_many_voted_are_no_part_of_a_decision(said: str) -> None:
    lines = "\n".join(" ".join(line.split()) for line in said.splitlines())
    (text,) = texts(f"1. Fees\n{lines}\n")
    assert text.casefold().rstrip(".") == "that the fee be ten pounds"


@pytest.mark.parametrize(
    "said",
    [
        "Motion: that dogs be banned.\nFor 9. Against 31.",
        "Motion: that dogs be banned.\nAn amendment was carried.\nThe motion was lost.",
        "A motion to ban dogs was moved by Ann. 2 for, 3 against. The motion was lost.",
        "Council resolves to ban dogs.\nFor 11, Against 17, Abstain 3. Motion falls.",
        "Moved by Tom Hale, seconded by Ann Shaw, that the minutes be accepted. Carried.",
        "The Board agreed the minutes of May.",
        "Everyone agreed that the storm was worth it.",
        "The committee agreed to look at it again.",
        "Motion: that dogs be banned. Withdrawn.",
    ],
)
def test_what_was_not_decided_is_no_decision(said: str) -> None:
    assert texts(f"1. Dogs\n{said}\n") == []


def test_a_vote_may_say_in_other_words_what_was_carried() -> None:
    assert texts(
        """
        1. Rents
        A proposal to raise the rents, brought by the finance group. Di is against.
        VOTE: for 5, against 1. Carried: rents rise by 2.5%.
        """
    ) == ["rents rise by 2.5%."]


def test_a_group_may_agree_to_a_thing() -> None:
    assert texts("1. Doctors\nBoard agreed a four-week trial from 8 January.\n") == [
        "a four-week trial from 8 January."
    ]


def test_what_stands_in_a_block_of_code_is_not_decided() -> None:
    assert texts("1. Formats\nZed showed this:\n\n```\nDecision: drop all\n```\n") == []


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


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "On a show of hands the community council resolved to object.",
            "to object.",
        ),
        (
            "By 5 votes to 2 the committee decided that the fee be raised.",
            "that the fee be raised.",
        ),
        ("Christmas - agreed to do the Britten.", "to do the Britten."),
        ("The committee voted 5-2 to raise the fee.", "to raise the fee."),
        (
            "On the proposal of Mr Lee, seconded by Ms Cox, it was agreed that it rise.",
            "that it rise.",
        ),
        ("The Board ratified the appointment of Mr Lee.", "the appointment of Mr Lee."),
        ("Robes: agreed to give them away.", "to give them away."),
        (
            "The increase of 7.5% was then put and carried.",
            "The increase of 7.5% was then put and carried.",
        ),
        (
            "The new scale was put to the vote and was carried unanimously.",
            "The new scale was put to the vote and was carried unanimously.",
        ),
    ],
)
def test_a_vote_may_be_told_in_the_sentence(sentence: str, text: str) -> None:
    assert texts(f"4. Fees\n\nA paper had been tabled. {sentence}\n") == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "The amendment was put and carried.",
        "The increase was then put and lost.",
        "Christmas - agreed to think about it.",
    ],
)
def test_what_was_put_may_be_no_decision_of_its_own(sentence: str) -> None:
    assert texts(f"4. Fees\n\nA paper had been tabled. {sentence}\n") == []
