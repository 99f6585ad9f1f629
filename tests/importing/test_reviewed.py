"""Earlier actions that a meeting looks at again, with where each stands."""

from __future__ import annotations

import datetime as dt

import pytest

from importing.spoken_minutes import promises
from minutebook.importing.recognising.actions.statuses import is_finished, split_status


def reviewed(text: str) -> list[tuple[str, str | None]]:
    return [(old.text, old.status) for old in promises(text).reviewed]


@pytest.mark.parametrize(
    ("words", "text", "status"),
    [
        ("Book hall (JS) DONE", "Book hall (JS)", "DONE"),
        ("Book hall - Completed 14 August", "Book hall", "Completed 14 August"),
        ("Book hall – carried forward to May", "Book hall", "carried forward to May"),
        ("Book hall. Ongoing.", "Book hall.", "Ongoing"),
        ("Book hall (closed)", "Book hall", "closed"),
        ("Book hall: in progress, due March", "Book hall", "in progress, due March"),
        ("Book hall ✓", "Book hall", "✓"),
        ("DONE: Book hall", "Book hall", "DONE"),
        ("~~Book hall~~", "Book hall", "struck through"),
        ("Not started - book hall", "book hall", "Not started"),
        ("Book hall. Open days are to be planned", None, None),
        ("Ask if it is done", None, None),
        ("Book the NEW HALL", None, None),
    ],
)
def test_a_status_is_cut_off_wherever_it_stands(
    words: str, text: str | None, status: str | None
) -> None:
    assert split_status(words) == (text or words, status)


@pytest.mark.parametrize(
    ("status", "finished"),
    [
        ("Completed", True),
        ("done, invoice paid", True),
        ("no longer required", True),
        ("✓", True),
        ("partly done", False),
        ("not complete", False),
        ("Carried forward", False),
        (None, False),
    ],
)
def test_only_some_statuses_end_an_action(status: str | None, *, finished: bool) -> None:
    assert is_finished(status) is finished


def test_matters_arising_are_earlier_actions_and_a_new_mark_is_a_new_one() -> None:
    text = """
        1. Matters arising
        - Book hall for AGM (JS) - DONE
        - AP2: TH to chase the council. Ongoing.
        - Gate repair - carried forward to May
        - The clerk confirmed that the bench had been repaired.
        Action: AS to write to the council again.
        Action 3: TH to get quotes - COMPLETE
        """
    assert reviewed(text) == [
        ("Book hall for AGM (JS)", "DONE"),
        ("TH to chase the council.", "Ongoing"),
        ("Gate repair", "carried forward to May"),
        ("TH to get quotes", "COMPLETE"),
    ]
    (new,) = promises(text).actions
    assert new.text == "AS to write to the council again."


def test_a_new_action_may_stand_behind_an_old_one() -> None:
    found = promises(
        """
        1. Matters arising
        - Book hall (JS): carried forward. Action: JS to book it by Friday
        """
    )
    assert [(old.text, old.status) for old in found.reviewed] == [
        ("Book hall (JS)", "carried forward")
    ]
    assert [action.text for action in found.actions] == ["JS to book it by Friday"]


def test_an_old_table_has_a_status_in_each_row_but_for_new_ones() -> None:
    found = promises(
        """
        ## Action log

        | No. | Action | Owner | Status |
        |---|---|---|---|
        | 1 | Update the mandate | TH | Complete |
        | 2 | Refresh the site | JS | In progress |
        | 3 | Paint the gate | AS | New |
        """
    )
    assert [(old.text, old.status) for old in found.reviewed] == [
        ("Update the mandate", "Complete"),
        ("Refresh the site", "In progress"),
    ]
    assert [action.text for action in found.actions] == ["Paint the gate"]


def test_a_sentence_leads_into_a_review_where_no_heading_does() -> None:
    assert reviewed(
        """
        2. Minutes
        The minutes were agreed. Actions from the last meeting:
        - Tom to visit the club. Done, report circulated.
        - Ann to find a loop: still waiting for a quote

        3. Finance
        - Tom to pay the bill
        """
    ) == [
        ("Tom to visit the club.", "Done, report circulated"),
        ("Ann to find a loop", "still waiting for a quote"),
    ]


def test_an_answer_may_stand_on_the_line_below() -> None:
    found = promises(
        """
        1. Actions from last meeting
        Action: JS to book the hall.
        Update: the hall is booked.
        """
    )
    assert found.actions == ()
    assert [(old.text, old.status) for old in found.reviewed] == [
        ("JS to book the hall.", "the hall is booked.")
    ]


def test_a_ticked_box_is_done() -> None:
    found = promises(
        """
        # Team

        ## Action items

        - [ ] Kim: mend the page
        - [x] Raj: change the keys
        """
    )
    assert [action.text for action in found.actions] == ["mend the page"]
    assert [(o.text, o.status) for o in found.reviewed] == [
        ("Raj: change the keys", "done")
    ]


def test_a_log_that_lists_this_meetings_actions_again_adds_none() -> None:
    found = promises(
        """
        1. Hall
        ACTION: JS to book the village hall

        Action log
        - JS to book the village hall
        """
    )
    assert [action.line for action in found.actions] == [2]
    assert found.reviewed == ()


def test_prose_below_matters_arising_is_no_action() -> None:
    assert (
        reviewed(
            """
            1. Matters arising
            The bench has been repaired and looks well.
            There were no other matters arising.
            """
        )
        == []
    )


def said_of(text: str) -> list[tuple[str, str | None]]:
    return [(old.text, old.status) for old in promises(text).reviewed]


def test_a_heading_may_say_that_actions_are_outstanding() -> None:
    found = promises(
        """
        1) Actions outstanding
        13.11/1 TH to send out the rota - DONE
        13.11/2 JS to run the search - DONE at Anchor, Quay to follow
        13.11/3 AS to check the insurance - NOT DONE
        """
    )
    assert [old.status for old in found.reviewed] == [
        "DONE",
        "DONE at Anchor, Quay to follow",
        "NOT DONE",
    ]
    assert found.actions == ()


def test_prose_may_say_of_each_where_it_stands() -> None:
    assert said_of(
        """
        2. Actions from June
        SL had sent round the map: done. TF had not yet found the plans: carried forward.
        """
    ) == [
        ("SL had sent round the map", "done"),
        ("TF had not yet found the plans", "carried forward"),
    ]


def test_a_status_may_stand_in_two_languages() -> None:
    assert said_of(
        """
        3. Materion yn codi / Matters arising
        - Twmpath: the band is booked. Wedi'i wneud / done.
        - Signs on the road: waiting for the council. Yn parhau / continues.
        """
    ) == [
        ("Twmpath: the band is booked.", "Wedi'i wneud / done"),
        ("Signs on the road: waiting for the council.", "Yn parhau / continues"),
    ]


def test_free_words_may_say_how_a_matter_stands() -> None:
    assert said_of(
        """
        2. MATTERS ARISING
        Floodlights: the grant came in March and the work is finished.
        Defibrillator: still waiting for the cabinet.
        """
    ) == [
        ("Floodlights: the grant came in March and the work is finished.", "finished"),
        (
            "Defibrillator: still waiting for the cabinet.",
            "still waiting for the cabinet",
        ),
    ]


def test_a_few_words_at_the_end_may_be_the_status() -> None:
    assert said_of(
        """
        2. Matters arising
        (a) Footpath. Mr Velling said that the Order had been made. Completed.
        (b) Monitor. It had been struck by a tractor. Replacement on order.
        (c) Guy Fawkes. The bonfire made £38.65 after the rockets.
        """
    ) == [
        ("Footpath. Mr Velling said that the Order had been made.", "Completed"),
        ("Monitor. It had been struck by a tractor.", "Replacement on order"),
        ("Guy Fawkes. The bonfire made £38.65 after the rockets.", None),
    ]


def test_an_old_action_that_is_given_a_new_day_is_both() -> None:
    found = promises(
        """
        ## 1. Action table

        | No. | Action | Owner | Due | Update |
        |---|---|---|---|---|
        | 24/01 | Change the bank mandate | TH | 29 May | Done |
        | 24/03 | Ask for insurance | JS | April | One answer only; carry on |

        ## Actions from this meeting

        | No. | Action | Owner | Due |
        |---|---|---|---|
        | 24/03 | Ask for insurance | JS | 28 June 2023 |
        """
    )
    assert [old.status for old in found.reviewed] == ["Done", "One answer only; carry on"]
    (action,) = found.actions
    assert action.due == dt.date(2023, 6, 28)


def test_a_table_may_say_in_its_head_that_its_actions_are_old() -> None:
    text = """
        ## 2. Minutes

        The minutes were approved and signed.

        | Action from last meeting | Who | Status |
        |---|---|---|
        | Ask the trust about the boiler | Headteacher | In progress |
        | Safeguarding training | Louise Catt | Booked for 6 February |
        """
    assert reviewed(text) == [
        ("Ask the trust about the boiler", "In progress"),
        ("Safeguarding training", "Booked for 6 February"),
    ]
    assert promises(text).actions == ()


def test_what_leads_in_to_earlier_actions_is_none_of_them() -> None:
    assert reviewed(
        """
        2.2 Actions were reviewed as follows:

        TH to circulate the census tables: complete.
        AS to speak to the caseworkers: ongoing.

        3. Roof
        Nothing new.
        """
    ) == [
        ("TH to circulate the census tables", "complete"),
        ("AS to speak to the caseworkers", "ongoing"),
    ]


def test_an_answer_may_stand_behind_a_dash_in_its_own_words() -> None:
    assert reviewed(
        """
        2. MATTERS ARISING
        (i) Ladder on the north pier - replaced in March.
        (ii) Fuel berth signs - ordered, delivery awaited.
        (iii) Handbook – half written
        """
    ) == [
        ("Ladder on the north pier", "replaced in March"),
        ("Fuel berth signs", "ordered, delivery awaited"),
        ("Handbook", "half written"),
    ]


def test_a_list_with_finished_actions_tells_how_the_others_go_on() -> None:
    text = """
        ## 1. Action items

        - [x] @twrona: publish the post-mortem
        - [ ] @karima: benchmark the allocator — still waiting for hardware
        """
    assert [status for _, status in reviewed(text)] == [
        "done",
        "still waiting for hardware",
    ]
    assert promises(text).actions == ()


def test_what_is_still_to_be_done_in_such_a_list_is_an_action() -> None:
    found = promises(
        """
        ## 1. Action items

        - [x] @twrona: publish the post-mortem
        - [ ] @karima: benchmark the allocator - needed by May
        """
    )
    assert len(found.reviewed) == len(found.actions) == 1


def test_a_matter_without_a_word_for_its_status_stands_among_those_with_one() -> None:
    text = """
        4. MATTERS ARISING
        Potholes at the bridge: reported again, patched in May. Closed.
        Path to the school: the landowner has not replied. Ms Gunn will write again.
        """
    assert reviewed(text)[1] == (
        "Path to the school: the landowner has not replied. Ms Gunn will write again.",
        None,
    )
    assert [a.text for a in promises(text).actions] == ["Ms Gunn will write again."]


def test_an_answer_may_stand_in_brackets_or_below_a_head_of_its_own() -> None:
    assert reviewed(
        """
        2. Action log
        - [x] Tom - ring the plumber
        - [ ] Ann - paint the shed (waiting for dry weather)
        """
    )[1] == ("Ann - paint the shed", "waiting for dry weather")
    assert reviewed(
        """
        | Actions carried forward from 3 May | Lead | Where we are |
        |---|---|---|
        | Ring the plumber | TH | No answer |
        """
    ) == [("Ring the plumber", "No answer")]
