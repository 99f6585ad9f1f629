"""Actions in the forms that minutes have for them, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from importing.spoken_minutes import KNOWN, promises
from minutebook.importing.findings import Confidence, FoundAction
from minutebook.importing.recognising.actions.promise import promise_of
from minutebook.importing.recognising.known import Known

HIGH, MEDIUM, LOW = Confidence.HIGH, Confidence.MEDIUM, Confidence.LOW


def the_one(text: str) -> FoundAction:
    (action,) = promises(text).actions
    return action


@pytest.mark.parametrize(
    ("line", "text", "owners"),
    [
        ("Action: Tom to book the hall.", "Tom to book the hall.", ["Tom"]),
        ("ACTION - Tom Hale: book the hall", "book the hall", ["Tom Hale"]),
        ("ACTION: Tom Hale – book the hall", "book the hall", ["Tom Hale"]),
        ("Action (JS): book the hall", "book the hall", ["Jess Smith"]),
        ("Action for JS: book the hall", "book the hall", ["Jess Smith"]),
        ("Action 3: JS to book the hall", "JS to book the hall", ["Jess Smith"]),
        ("[ACTION - TH] Book the hall", "Book the hall", ["Tom Hale"]),
        ("[Action: TH to book the hall]", "TH to book the hall", ["Tom Hale"]),
        ("AI: Tom to look at AI tools", "Tom to look at AI tools", ["Tom"]),
        ("AI(mei-ling): raise the timeout", "raise the timeout", ["mei-ling"]),
        ("AP3: Chase the invoice - Tom", "Chase the invoice", ["Tom"]),
        ("AP3  TH to chase the invoice", "TH to chase the invoice", ["Tom Hale"]),
        ("TODO - mend the door", "mend the door", []),
        ("To do: write the newsletter (AS)", "write the newsletter", ["Ann Shaw"]),
        ("TODO: Ewa ring the hospital", "Ewa ring the hospital", ["Ewa"]),
        ("→ Jess to send the minutes round", "Jess to send the minutes round", ["Jess"]),
        (">> Ann to book a speaker", "Ann to book a speaker", ["Ann"]),
        ("ACTION    Tom to book the hall", "Tom to book the hall", ["Tom"]),
        (
            "ACTION: DR ELLISON TO READ METERS",
            "DR ELLISON TO READ METERS",
            ["DR ELLISON"],
        ),
        ("GWEITHREDU / ACTION: Mrs Puw to write", "Mrs Puw to write", ["Mrs Puw"]),
        ("👉 ACTION – Tom: send the plan", "send the plan", ["Tom"]),
        ("Action: Officials to confirm", "Officials to confirm", ["Officials"]),
        ("Action: All to send comments", "All to send comments", ["All"]),
        ("Action: The Chair to write", "The Chair to write", ["Chair"]),
        ("Action TH: ring the roofer", "ring the roofer", ["Tom Hale"]),
        ("Gweithredu: TH i ffonio", "TH i ffonio", ["Tom Hale"]),
    ],
)
def test_a_mark_says_that_something_is_to_be_done(
    line: str, text: str, owners: list[str]
) -> None:
    action = the_one(f"1. Hall\nThe roof leaks.\n\n{line}\n")
    assert (action.text, list(action.owners)) == (text, owners)


@pytest.mark.parametrize(
    ("words", "text", "owners", "due"),
    [
        ("Book the hall (JS, by 4 May)", "Book the hall", "Jess Smith", "by 4 May"),
        ("Book the hall [TH]", "Book the hall", "Tom Hale", None),
        ("Book the hall | JS | 4 May", "Book the hall", "Jess Smith", "4 May"),
        ("Book the hall, JS, 4 May", "Book the hall", "Jess Smith", "4 May"),
        ("Book the hall – Finance Officer", "Book the hall", "Finance Officer", None),
        ("Book the hall: Clerk", "Book the hall", "Clerk", None),
        ("Book the hall. JS", "Book the hall.", "Jess Smith", None),
        ("Book the hall JS", "Book the hall", "Jess Smith", None),
        ("Book the hall Ann Shaw", "Book the hall", "Ann Shaw", None),
        ("Ann: book the hall", "book the hall", "Ann", None),
        ("05-01 Book the hall (JS)", "Book the hall", "Jess Smith", None),
        ("Book it. Owner: Tom. Due: 1 May", "Book it.", "Tom", "1 May"),
        ("PT to book it", "PT to book it", "PT", None),
        ("Report to the council", "Report to the council", "", None),
        ("Write to Bob Smith", "Write to Bob Smith", "", None),
        ("Speak to Ann Shaw", "Speak to Ann Shaw", "", None),
        ("Contact the BBC", "Contact the BBC", "", None),
        ("Check the roof (see annex A)", "Check the roof (see annex A)", "", None),
        ("Website: update it (TH)", "Website: update it", "Tom Hale", None),
    ],
)
def test_owner_and_due_date_are_cut_off_only_where_they_stand_apart(
    words: str, text: str, owners: str, due: str | None
) -> None:
    found = promise_of(words, KNOWN)
    assert found.text == text
    assert ", ".join(found.owners) == owners
    assert (found.due.text if found.due else None) == due


@pytest.mark.parametrize(
    ("words", "due", "date"),
    [
        ("Tom to write by 4 May", "by 4 May", dt.date(2023, 5, 4)),
        ("Tom to write by 10 January", "by 10 January", dt.date(2024, 1, 10)),
        ("Tom to write as soon as possible", "as soon as possible", None),
        ("Tom to write by the next meeting", "by the next meeting", None),
        ("Tom to write by the end of June", "by the end of June", None),
        ("Tom to write before the summer", "before the summer", None),
        ("Tom to write within two weeks", "within two weeks", None),
        ("Tom to report to the board on 6 June", "on 6 June", dt.date(2023, 6, 6)),
        ("Tom to attend the fair on 4 May with Ann", None, None),
        ("Tom to send it by post", None, None),
        ("Tom to go by today's volumes", None, None),
        ("Tom to meet women at their next meeting and ask", None, None),
    ],
)
def test_a_sentence_says_by_when(
    words: str, due: str | None, date: dt.date | None
) -> None:
    found = promise_of(words, KNOWN).due
    assert ((found.text, found.date) if found else (None, None)) == (due, date)


def test_a_bracket_closes_the_sentence_before_it() -> None:
    action = the_one(
        """
        1. Hall
        It rained in. The roof is to be mended. [ACTION - TH]
        """
    )
    assert (action.text, action.owners) == ("The roof is to be mended.", ("Tom Hale",))


def test_a_name_alone_behind_a_mark_owns_the_sentence_above() -> None:
    action = the_one(
        """
        1. Fete
        Tents are to be borrowed from the school.
        Action Mrs Lovell
        """
    )
    assert action.text == "Tents are to be borrowed from the school."
    assert action.owners == ("Mrs Lovell",)


def test_a_second_sentence_in_an_action_does_not_change_its_owners() -> None:
    action = the_one(
        "Action: Clinks and Lisa Dando (RR3 representative) to ask the centres. Clinks to"
        " support with collating this."
    )
    assert action.owners == ("Clinks", "Lisa Dando")


def test_a_table_says_who_and_when_in_its_columns() -> None:
    first, second = promises(
        """
        | Ref | Action | Owner | Deadline | Status |
        |---|---|---|---|---|
        | 05-02 | Ask the school | TH/JS | asap | New |
        | 05-03 | Clean the gutters | Bob | 4 May | |
        | | | | | |
        """
    ).actions
    assert (first.text, first.owners) == ("Ask the school", ("Tom Hale", "Jess Smith"))
    assert (first.due, first.due_text) == (None, "asap")
    assert (second.owners, second.due) == (("Bob",), dt.date(2023, 5, 4))


def test_minutes_that_are_a_table_have_actions_in_a_column() -> None:
    found = promises(
        """
        Item | Discussion | Action
        ---|---|---
        1. Hall | We met there. The hall needs booking. | JS
        2. Site | It is out of date. | TH to update it<br>JS to check links
        3. Roof | Nothing to report. | None
        """
    ).actions
    assert [(a.text, a.owners[0]) for a in found] == [
        ("The hall needs booking.", "Jess Smith"),
        ("TH to update it", "Tom Hale"),
        ("JS to check links", "Jess Smith"),
    ]


def test_a_list_below_a_heading_of_actions_is_of_actions() -> None:
    found = promises(
        """
        1. Hall
        The roof leaks.

        Actions

        Tom Hale
        - book the hall
        - buy paint
        Ann:
        - ask the school

        The meeting closed at 9pm.
        """
    ).actions
    assert [(a.text, a.owners[0]) for a in found] == [
        ("book the hall", "Tom Hale"),
        ("buy paint", "Tom Hale"),
        ("ask the school", "Ann"),
    ]
    assert {a.confidence for a in found} == {HIGH}


def test_a_numbered_list_below_a_numbered_heading_is_no_agenda() -> None:
    found = promises(
        """
        3. Playground
        The swing is broken.

        4. Actions
        1. Mend the swing - TH
        2. Write to the council (AS)
        """
    ).actions
    assert [a.text for a in found] == ["Mend the swing", "Write to the council"]


@pytest.mark.parametrize(
    ("sentence", "confidence"),
    [
        ("Jess to ask the school about the field.", MEDIUM),
        ("PR offered to contact the manufacturer.", LOW),
        ("Ann undertook to thank the volunteers.", LOW),
        ("It was suggested that Tom Hale would write to the council.", LOW),
    ],
)
def test_a_sentence_alone_is_less_sure_than_a_mark(
    sentence: str, confidence: Confidence
) -> None:
    action = the_one(f"1. Field\nThe field was discussed. {sentence}\n")
    assert (action.text, action.confidence) == (sentence, confidence)


def test_where_actions_are_marked_what_an_organisation_will_do_is_talk() -> None:
    action = the_one(
        """
        1. Data
        Clinks will discuss this with the department outside the meeting.

        Action: Tom to write the note.
        """
    )
    assert action.owners == ("Tom",)


@pytest.mark.parametrize(
    "line",
    [
        "Action Plan: the plan was noted.",
        "Action Aid - a charity - spoke to us.",
        "Actions speak louder than words.",
        "Action points were reviewed.",
        "The Action Aid shop (Action Aid shop) is to close.",
        "Action: None",
        "Action:",
        "Action: [insert action here]",
        "No actions arising.",
        "AI: the group thought it overhyped.",
        '"Action: speak louder" was the motto of the day.',
        "The group agreed to note the report.",
        "The project will run until 2025.",
        "Members agreed with the point.",
        "Nothing to report.",
        "The coach will cost about £900.",
    ],
)
def test_what_only_sounds_like_an_action_is_none(line: str) -> None:
    assert promises(f"1. Talks\nWe had a talk.\n\n{line}\n\nIt ended.\n").actions == ()


def test_the_agenda_of_the_next_meeting_gives_nobody_anything_to_do() -> None:
    found = promises(
        """
        Agenda for the next meeting
        1. Apologies
        2. Action: review the budget
        """
    )
    assert found.actions == ()


def test_a_summary_repeats_actions_in_fewer_words_and_with_owners_moved() -> None:
    found = promises(
        """
        1. Money
        ACTION: Tom to send the accounts to the auditor.

        Action: write to the county council about the parking

        2. Actions
        - Send accounts to auditor - TH - 4 April
        - AS: letter to county council about parking
        - Order badges (JS)
        """
    ).actions
    assert [(a.line, a.due_text) for a in found] == [(2, "4 April"), (4, None), (9, None)]
    assert [a.owners[0] for a in found] == ["Tom", "Ann Shaw", "Jess Smith"]


def test_actions_that_share_their_words_stay_two() -> None:
    found = promises(
        """
        1. Roads
        Cars were seen.

        Actions
        - JS to write to the county council about parking
        - JS to write to the county council about lighting
        - TH to write to the county council about lighting
        """
    ).actions
    assert len(found) == 3


def test_two_due_dates_for_one_action_are_reported() -> None:
    found = promises(
        """
        1. Money
        ACTION: Tom to send the accounts to the auditor by 4 April

        2. Actions
        - Send accounts to auditor - TH - 11 April
        """
    )
    (action,), (problem,) = found.actions, found.problems
    assert action.due == dt.date(2023, 4, 4)
    assert (problem.code, problem.place.line) == ("import-two-due-dates", 5)
    assert problem.summary == (
        "the same action is due 2023-04-04 on line 2 and 2023-04-11 on line 5"
    )


def test_two_owners_for_one_action_are_reported() -> None:
    found = promises(
        """
        1. Hall
        ACTION: JS to book the village hall

        2. Actions
        - TH to book the village hall
        """
    )
    assert [action.owners for action in found.actions] == [("Jess Smith",)]
    assert [problem.code for problem in found.problems] == ["import-two-owners"]


def test_thousands_of_actions_are_each_kept() -> None:
    lines = [f"Action: Tom to read meter {n} in the hall" for n in range(500)]
    assert len(promises("\n".join(["1. Meters", *lines])).actions) == 500


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("telephone the builder tomorrow", "tomorrow"),
        ("mend the road before the season starts", "before the season starts"),
        ("send the draft as soon as it is cleared", "as soon as it is cleared"),
        ("print the tickets in time for the fair", "in time for the fair"),
        ("split the figures for next TMG", "for next TMG"),
        ("draft the call before the next call", "before the next call"),
        ("see the nurse before Easter", "before Easter"),
        ("clear the passage before half term", "before half term"),
        ("do the invoices in October (Jess to show him)", "in October"),
    ],
)
def test_people_have_many_words_for_when(words: str, due: str) -> None:
    assert the_one(f"Action: Tom to {words}").due_text == due


def test_a_date_may_be_that_of_an_event() -> None:
    action = the_one("Action: Tom to tell them before its Finance Committee on 8 May")
    assert action.due == dt.date(2023, 5, 8)


@pytest.mark.parametrize(
    ("mark", "owners"),
    [
        ("Action - Sis. Pinnock and Bro. Harrop:", ["Sis. Pinnock", "Bro. Harrop"]),
        ("Action: Revd. J. Smith -", ["Revd. J. Smith"]),
        ("ACTION (Llŷr ab Owain, Mr. Prys):", ["Llŷr ab Owain", "Mr. Prys"]),
        ("[ACTION - hall group: Ngozi Obi, Tess:", ["Ngozi Obi", "Tess"]),
    ],
)
def test_a_title_with_a_stop_is_a_part_of_its_name(mark: str, owners: list[str]) -> None:
    close = "]" if mark.startswith("[") else ""
    action = the_one(f"1. Hall\nIt leaks.\n\n{mark} write to the council{close}\n")
    assert (action.text, list(action.owners)) == ("write to the council", owners)


def test_two_may_have_each_their_part() -> None:
    action = the_one("Action: Tom to ring again and Mrs Cox to write to the council")
    assert action.owners == ("Tom", "Mrs Cox")


def test_whom_somebody_is_to_ask_owns_nothing() -> None:
    assert the_one("Action: Tom to ask Jo Lee and Mrs Cox to write").owners == ("Tom",)


def test_a_mark_at_the_margin_below_speaks_of_the_sentence_above() -> None:
    action = the_one(
        """
        1. Wards
        It was a long day.

        The Chief Nurse should find out how often a date is changed.
                                                            ACTION: JS
        """
    )
    assert action.owners == ("Jess Smith",)
    assert action.text == "The Chief Nurse should find out how often a date is changed."


@pytest.mark.parametrize(
    ("item", "text", "owners"),
    [
        ("EBH answer ethics", "EBH answer ethics", ["EBH"]),
        ("Lena, KvD - try the app", "try the app", ["Lena", "KvD"]),
    ],
)
def test_initials_show_that_ai_is_a_mark(item: str, text: str, owners: list[str]) -> None:
    action = the_one(f"Data\n----\n\n* The figures are late.\n* AI: {item}\n")
    assert (action.text, list(action.owners)) == (text, owners)


def test_ai_may_be_a_subject() -> None:
    assert promises("1. News\nAI: Microsoft announced a new model.\n").actions == ()


def test_items_that_end_with_a_name_are_actions_below_any_subject() -> None:
    actions = promises(
        """
        Notes of 3 May

        KITCHEN

        The dishwasher has been mended.

        - put the oven rota back up (Maureen)
        - price another dishwasher (Mr Olatunji, before half term)

        STORE

        - new labels for the shelves (Tom)
        - clear the passage (Ken & Hazel)
        """
    ).actions
    assert [(a.text, *a.owners) for a in actions] == [
        ("put the oven rota back up", "Maureen"),
        ("price another dishwasher", "Mr Olatunji"),
        ("new labels for the shelves", "Tom"),
        ("clear the passage", "Ken", "Hazel"),
    ]
    assert {a.confidence for a in actions} == {MEDIUM}


@pytest.mark.parametrize(
    "items",
    [
        "- Visit to the museum (Tom Hale)\n- Report of the treasurer (Ann Shaw)",
        "- Jo Lee, Open Door Trust (chair)\n- Sam Cox, Harbour Lights (secretary)",
        "- The wall is damp (Tom Hale)\n- The roof has been mended (Ann Shaw)",
        "- use the old interface (Python)",
        "- order the stew (Irish)",
    ],
)
def test_not_every_bracket_names_an_owner(items: str) -> None:
    assert promises(f"2. Programme\n\nWe began late.\n\n{items}\n").actions == ()


def test_a_list_of_facts_may_end_with_an_order() -> None:
    action = the_one(
        "1. Sites\n\n* Leeds has lost its nurse, TH to visit before Easter\n"
    )
    assert (action.text, action.owners) == ("TH to visit before Easter", ("Tom Hale",))


@pytest.mark.parametrize(
    ("said", "owner", "text"),
    [
        ("Tom undertook to have twelve put in.", "Tom", None),
        ("Ann Shaw agreed to come back in the autumn.", "Ann Shaw", None),
        ("Tom Hale will run an evening on frostbite.", "Tom Hale", None),
        ("Jess would see to the tickets.", "Jess", None),
        ("Jess would speak to Mrs Pomfret about it.", "Jess", None),
        ("Sis. McAteer agreed to find out.", "Sis. McAteer", None),
        ("Tom has photographs and will let her have them.", "Tom", None),
        ("Tom took away an action to ring the roofer.", "Tom", None),
        ("The treasurer is to pay the bill.", "treasurer", None),
        ("Tom needs to ring the roofer.", "Tom", None),
        ("The committee was asked to see if it floats.", "committee", None),
        (
            "Mr Purdy said that he had not known. He will look into it.",
            "Mr Purdy",
            "He will look into it.",
        ),
        (
            "Ann thought that it was late, and she agreed to ask the bakery.",
            "Ann",
            "she agreed to ask the bakery",
        ),
        (
            "Officials could not promise a fund. They would take it away with them.",
            "Officials",
            "They would take it away with them.",
        ),
        ("The insurance is due, JS will renew it.", "Jess Smith", "JS will renew it"),
    ],
)
def test_sentences_and_clauses_promise(said: str, owner: str, text: str | None) -> None:
    action = the_one(f"1. Hall\n{said}\n")
    assert (action.text, action.owners) == (text or said, (owner,))
    assert action.confidence is LOW


@pytest.mark.parametrize(
    "said",
    [
        "Jess agreed that they may.",
        "Tom would take no part in the decision.",
        "Tom will retire at the end of the year.",
        "Mrs Cox spoke. He will look into it.",
        "The roof leaks. He will look into it.",
        "Ann was asked what gets in her way.",
        "Tom will have the final say.",
        "Would Tom ring the roofer?",
        "Tom would rather wait.",
        "Ann will turn 80.",
        "Tom agreed to this.",
        "Lisa Dando will miss the next meeting.",
        "Tom Hale felt it too dear. He would vote against.",
        "The Council is to resurface the road.",
        "The hall is to close in June.",
    ],
)
def test_not_all_that_will_be_is_promised(said: str) -> None:
    assert promises(f"1. Hall\n{said}\n").actions == ()


def test_a_sentence_may_begin_behind_an_hour() -> None:
    action = the_one("1. Fair\nSaturday at 2 p.m. Mrs. Cox to ask the Fire Station.\n")
    assert action.text == "Mrs. Cox to ask the Fire Station."


def test_what_stands_in_a_block_of_code_is_no_action() -> None:
    found = promises("1. Formats\nZed showed:\n\n```yaml\nAction: Tom to go\n```\n")
    assert found.actions == ()


@pytest.mark.parametrize("mark", ["TH", "(TH)", "Action TH by Friday"])
def test_initials_alone_on_a_line_speak_of_what_must_be_done(mark: str) -> None:
    action = the_one(f"1. Hall\nWe met late.\n\nThe roof is to be mended.\n\n{mark}\n")
    assert (action.text, action.owners) == ("The roof is to be mended.", ("Tom Hale",))


def test_initials_below_what_was_only_told_own_nothing() -> None:
    assert promises("1. Hall\nWe met late.\n\nThe roof leaks.\n\nTH\n").actions == ()


def test_a_box_to_tick_is_to_be_done_or_done() -> None:
    found = promises(
        """
        1. Hall
        The roof leaks.

        - [ ] ring the roofer @tom
        - [x] pay the bill
        """
    )
    assert [(a.text, a.owners) for a in found.actions] == [("ring the roofer", ("tom",))]
    assert [(old.text, old.status) for old in found.reviewed] == [
        ("pay the bill", "done")
    ]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- **AI:** @dele-o to review the fix by Tuesday", ("dele-o",)),
        ("Action: @dele-o and @karima to write the notes", ("dele-o", "karima")),
        ("- **Action:** @k.lind, @twrona to cut the branch", ("k.lind", "twrona")),
        ("Action: Chair to write to the two directors.", ("Chair",)),
        ("Action: Harbour Master to publish the dates", ("Harbour Master",)),
    ],
)
def test_a_handle_and_an_office_own_what_a_mark_gives_them(
    line: str, owners: tuple[str, ...]
) -> None:
    assert the_one(f"1. Release\n\n{line}\n").owners == owners


def test_members_to_do_something_leaves_it_to_nobody_yet() -> None:
    action = the_one("1. Letters\n\nAction: Members to send examples by 31 March.\n")
    assert (action.owners, action.due) == ((), dt.date(2023, 3, 31))


@pytest.mark.parametrize(
    "sentence",
    [
        "The grant has not arrived, Tom to chase.",
        "Nobody objected in principle, so Tom to work out what it would cost.",
        "Subs are still owed by five people, Tom to have a quiet word.",
    ],
)
def test_a_sentence_that_ends_with_its_order_stays_whole(sentence: str) -> None:
    action = the_one(f"1. Money\n\nWe have £40 in the bank. {sentence}\n")
    assert (action.text, action.owners) == (sentence, ("Tom",))
    assert action.confidence is Confidence.MEDIUM


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "It was agreed to pay the renewal of £684. (TH)",
            "It was agreed to pay the renewal of £684.",
        ),
        ("Twelve tons of sand to be ordered (TH).", "Twelve tons of sand to be ordered"),
        ("New locks must be fitted [TH/AS].", "New locks must be fitted"),
    ],
)
def test_initials_that_a_list_explains_close_what_must_be_done(
    sentence: str, text: str
) -> None:
    action = the_one(f"1. Green\n\nThe green stood up well. {sentence}\n")
    assert action.text == text
    assert action.owners[0] == "Tom Hale"


@pytest.mark.parametrize(
    "sentence",
    [
        "The green has stood up well (TH).",
        "The forms are to be sent to the treasurer (TH).",
        "The forms are to be sent to Tom (TH).",
        "Twelve tons of sand to be ordered (ZZ).",
        "The rules are to be kept (HSE).",
    ],
)
def test_initials_behind_anything_else_own_nothing(sentence: str) -> None:
    assert promises(f"1. Green\n\nWe met late. {sentence}\n").actions == ()


def test_a_list_of_people_whose_initials_are_a_mark_has_no_actions() -> None:
    known = Known(names=("Angie Pell",), initials={"AP": "Angie Pell"})
    found = promises("1. Panel\n\nLen spoke of damp.\nAngie Pell (AP)\n", known)
    assert found.actions == ()


def test_an_action_goes_on_in_a_narrow_column_at_the_right() -> None:
    action = the_one(
        """
        6. SWIMMERS
        There have been two near misses with swimmers in the fairway, and the crews
        are worried about it.
                                                       Action: Mr Curnow to
                                                       talk to the swimmers
                                                       before Easter

        7. NEXT
        Mr Tonkin spoke about ice.
        """
    )
    assert action.text == "Mr Curnow to talk to the swimmers before Easter"
    assert action.owners == ("Mr Curnow",)


def test_by_is_when_where_another_column_says_who() -> None:
    found = promises(
        """
        ## Actions

        | Item | Action | Who | By |
        |---|---|---|---|
        | 4 | Send the breakdown | Mr Amos | 20 March |
        | 5.1 | Meet the finance officer | TH | half-term |
        """
    )
    assert [(a.owners, a.due, a.due_text) for a in found.actions] == [
        (("Mr Amos",), dt.date(2023, 3, 20), "20 March"),
        (("Tom Hale",), None, "half-term"),
    ]


def test_by_alone_is_who() -> None:
    action = the_one("| Action | By |\n|---|---|\n| Book the hall | TH |\n")
    assert action.owners == ("Tom Hale",)


@pytest.mark.parametrize(
    ("said", "text", "owner"),
    [
        (
            "The plant failed. The Harbour Master will meet the engineers on Friday.",
            "The Harbour Master will meet the engineers on Friday.",
            "Harbour Master",
        ),
        (
            "Officials said that they meet the banks and offered to raise this again.",
            "Officials said that they meet the banks and offered to raise this again.",
            "Officials",
        ),
        (
            "DfE officials thanked everyone. They will consider the points raised.",
            "They will consider the points raised.",
            "DfE officials",
        ),
        (
            "Mrs Cox told us about the fund. She undertook to get this in writing.",
            "She undertook to get this in writing.",
            "Mrs Cox",
        ),
    ],
)
def test_offices_and_pronouns_promise_in_the_middle_of_the_talk(
    said: str, text: str, owner: str
) -> None:
    action = the_one(f"1. Plant\n\n{said}\n")
    assert (action.text, action.owners) == (text, (owner,))
    assert action.confidence is Confidence.LOW


def test_running_text_below_next_steps_may_promise() -> None:
    action = the_one(
        """
        Next steps

        The notes will be sent to all who came. Harriet Moss agreed to come back to
        the group in May with a draft.
        """
    )
    assert action.owners == ("Harriet Moss",)
    assert action.confidence is Confidence.LOW


def test_an_order_inside_an_action_of_several_lines_is_a_part_of_it() -> None:
    lines = (
        "Action: Clinks to take the values to the women's centre representatives",
        "when they next meet, and to ask if they too see large disparities in the",
        "volumes and in the unit costs of the services. Clinks to help with the",
        "gathering of the answers.",
    )
    assert len(promises("1. Costs\n\n" + "\n".join(lines) + "\n").actions) == 1


_REFERRED = """
    2024/36  Omeprazole liquid
    The price has risen.
    Tom Hale will ask contractors which strengths they can obtain.

    2024/37  Shared care
    The draft was discussed.

    ACTIONS

    | Ref | Action | Lead | Due |
    |---|---|---|---|
    | {ref} | Ask contractors about omeprazole tablets | {lead} | 9 July 2024 |
    """


def test_a_summary_may_refer_to_the_item_in_which_a_task_was_given() -> None:
    action = the_one(_REFERRED.format(ref="2024/36", lead="Tom Hale"))
    assert action.text.startswith("Tom Hale will ask contractors")
    assert (action.due, action.confidence) == (dt.date(2024, 7, 9), HIGH)


@pytest.mark.parametrize(("ref", "lead"), [("2024/37", "TH"), ("2024/36", "AS")])
def test_a_summary_of_another_item_or_owner_is_another_action(
    ref: str, lead: str
) -> None:
    assert len(promises(_REFERRED.format(ref=ref, lead=lead)).actions) == 2


@pytest.mark.parametrize(
    ("line", "owner", "confidence"),
    [
        ("The grant is late - Tom to chase.", "Tom", MEDIUM),
        ("The boiler is broken again (Tom to ring the plumber).", "Tom", MEDIUM),
        ("The plumber must be rung. TH", "Tom Hale", MEDIUM),
        ("- [ ] @tom ring the plumber", "Tom", MEDIUM),
        ("AI @tom: ring the plumber", "Tom", HIGH),
        ("Tom was delegated to ring the plumber.", "Tom", LOW),
        ("The Bishop will write to the parishes.", "Bishop", LOW),
    ],
)
def test_work_is_handed_out_in_many_forms(
    line: str, owner: str, confidence: Confidence
) -> None:
    action = the_one(f"1. Boiler\n\n{line}\n")
    assert (action.owners, action.confidence) == ((owner,), confidence)
