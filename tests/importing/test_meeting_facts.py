"""Title, group, day, hours and place are found in heads of all kinds, and doubts told."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.told import NAME, facts, sections_of
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.recognising.meeting.facts import MeetingFacts, facts_of
from minutebook.importing.recognising.meeting.next_meeting import next_meetings_in
from minutebook.importing.recognising.outline.outline import outline_of

DAY = dt.date(2021, 5, 4)
BODY = "\n\n1. Welcome\n\nThe chair welcomed everyone.\n"


def codes(found: MeetingFacts) -> list[str]:
    return [problem.code for problem in found.problems]


def next_dates(text: str, on: dt.date | None = DAY) -> list[str]:
    found = next_meetings_in(sections_of(text), on)
    return [str(one.date or one.text) for one in found]


def test_a_summary_note_keeps_its_whole_head_as_title() -> None:
    found = facts(
        "Summary note of the RR3 Special Interest Group on Probation – meeting on volumes"
        "\n\n13.30-15.00, 26th August 2020, via video conference" + BODY
    )

    assert found == MeetingFacts(
        title="Summary note of the RR3 Special Interest Group on Probation – meeting on "
        "volumes",
        group="RR3 Special Interest Group on Probation",
        date=dt.date(2020, 8, 26),
        start=dt.time(13, 30),
        end=dt.time(15),
        venue="Video conference",
    )


def test_one_sentence_may_say_it_all() -> None:
    found = facts(
        "Minutes of the meeting of the Parks Committee held on Tuesday 4 May 2021 at"
        " 7.00pm in the Village Hall, High Street" + BODY
    )

    assert found == MeetingFacts(
        title="Minutes of the meeting of the Parks Committee",
        group="Parks Committee",
        date=DAY,
        start=dt.time(19),
        venue="Village Hall, High Street",
    )


def test_capitals_say_the_same() -> None:
    found = facts(
        "MINUTES OF A MEETING OF THE PARISH COUNCIL OF LITTLE HADLEY HELD IN THE VILLAGE"
        " HALL ON TUESDAY 4TH MAY 2021 AT 7.30PM" + BODY
    )

    assert (found.group, found.date) == ("PARISH COUNCIL OF LITTLE HADLEY", DAY)
    assert found.start == dt.time(19, 30)


@pytest.mark.parametrize(
    "head",
    [
        "Date: 4 May 2021\nTime: 7pm - 9pm\nVenue: Scout Hut",
        "Date: 4th May 2021 Time: 7pm - 9pm Venue: Scout Hut",
        "When: Tuesday 4 May 2021, 19:00-21:00\nWhere: Scout Hut",
        "4 May 2021, 7-9pm, Scout Hut",
        "Tuesday 4 May 2021 | 19:00–21:00 | Scout Hut",
        "| Date | Time | Place |\n|---|---|---|\n| 4 May 2021 | 7pm to 9pm | Scout Hut |",
        "| Date | 4 May 2021 |\n|---|---|\n| Time | 7pm to 9pm |\n| Place | Scout Hut |",
        "Held on 4 May 2021 from 7pm to 9pm at the Scout Hut",
        "Date of meeting: 2021-05-04\nStart: 7pm\nFinish: 9pm\nPlace: Scout Hut",
        "7pm - 9pm, 4th May 2021\nScout Hut",
    ],
)
def test_fields_and_lines_of_the_head_say_when_and_where(head: str) -> None:
    found = facts(f"Parks Committee\n\n{head}{BODY}")

    assert (found.title, found.group) == ("Parks Committee", "Parks Committee")
    assert (found.date, found.start, found.end) == (DAY, dt.time(19), dt.time(21))
    assert found.venue == "Scout Hut"


@pytest.mark.parametrize(
    ("said", "venue"),
    [
        ("via video conference", "Video conference"),
        ("by Zoom", "Zoom"),
        ("online", "Online"),
        ("via Microsoft Teams", "Microsoft Teams"),
        ("at the Guildhall", "Guildhall"),
    ],
)
def test_a_meeting_may_be_held_nowhere(said: str, venue: str) -> None:
    assert facts(f"Parks Committee\n4 May 2021, 7pm, {said}{BODY}").venue == venue


@pytest.mark.parametrize(
    ("head", "group"),
    [
        ("Friends of Elm Park: Annual General Meeting", "Friends of Elm Park"),
        (
            "Northside Residents' Association – committee meeting",
            "Northside Residents' Association",
        ),
        ("Meeting Notes: Data Steering Group", "Data Steering Group"),
        ("Minutes of the Board of Trustees meeting", "Board of Trustees"),
        ("Annual General Meeting of the Hilltop Bowls Club", "Hilltop Bowls Club"),
        ("Spokes of Marlingford - monthly meeting", "Spokes of Marlingford"),
        (
            "Hilltop Parish Council\nMinutes of the Planning Committee meeting",
            "Planning Committee",
        ),
        ("Group: Data stewards\nMinutes", "Data stewards"),
        ("Consultation: Strengthening probation Voluntary sector roundtable", None),
        ("Team meeting", None),
    ],
)
def test_the_group_is_the_body_that_met(head: str, group: str | None) -> None:
    assert facts(f"{head}\n\n4 May 2021{BODY}").group == group


def test_a_bare_word_is_no_title_if_there_is_a_better_one() -> None:
    assert (
        facts(f"MINUTES\n\nParks Committee\n\nDate: 4 May 2021{BODY}").title
        == "Parks Committee"
    )
    assert facts(f"Minutes\n\nDate: 4 May 2021{BODY}").title == "Minutes"
    assert facts("Date: 4 May 2021\n").title == "notes"


def test_prose_tells_the_day_where_the_head_does_not() -> None:
    found = facts(
        "Notes of the SIG\n\nAbout\n\nThe second meeting of the SIG took place on"
        " 4 May 2021, following one on 2 March 2021.\n"
    )

    assert found.date == DAY


def test_a_sentence_may_say_when_and_where_they_met() -> None:
    told = "The panel met at Heyhead Village Hall on 4 May 2021 at 6pm."
    found = facts(f"# Fire Panel\n\n{told}{BODY}")
    other = facts(f"# Fire Panel, 3 May 2021\n\n{told}{BODY}")

    assert (found.date, found.start) == (DAY, dt.time(18))
    assert found.venue == "Heyhead Village Hall"
    assert other.date is None
    assert codes(other) == ["import-two-dates"]


@pytest.mark.parametrize(
    "line",
    [
        "Published: 12 May 2021",
        "Issued 12 May 2021",
        "Draft circulated 12 May 2021",
        "Last updated 12 May 2021",
        "Next meeting: 1 June 2021",
        "Date of next meeting: 1 June 2021",
        "Approved on 1 June 2021",
        "Mrs Lacey (born 04/11/1952)",
        "Accounts for the year ended 31 March 2021",
    ],
)
def test_days_of_other_things_are_not_that_of_the_meeting(line: str) -> None:
    found = facts(f"Parks Committee\nDate: 4 May 2021\n{line}{BODY}")

    assert found.date == DAY
    assert codes(found) == []


def test_front_matter_does_not_date_a_meeting() -> None:
    assert (
        facts("---\ndate: 2023-05-19\n---\n\n# Call notes\n\nHello there.\n").date is None
    )


def test_two_days_in_the_head_leave_it_open_and_say_so() -> None:
    found = facts(f"Parks Committee, 3 May 2021\n\nDate: 10 May 2021{BODY}")
    (problem,) = found.problems

    assert found.date is None
    assert problem.code == "import-two-dates"
    assert '"3 May 2021" on line 1' in problem.summary
    assert '"10 May 2021" on line 3' in problem.summary


def test_the_same_day_said_twice_is_one_day() -> None:
    assert facts(f"Parks Committee, 4 May 2021\n\nDate: 4/5/21{BODY}").date == DAY
    assert codes(facts(f"Parks Committee, 4 May 2021\n\nDate: 4/5/21{BODY}")) == []


def test_a_date_that_could_be_month_first_is_read_day_first_with_a_warning() -> None:
    found = facts(f"Parks Committee\nDate: 4/5/21{BODY}")

    assert found.date == DAY
    assert codes(found) == ["import-ambiguous-date"]


def test_other_dates_and_weekdays_settle_what_is_the_month() -> None:
    settled = facts(f"Parks Committee\nDate: 4/5/21{BODY}Due by 23/06/2021.\n")
    weekday = facts(f"Parks Committee\nTuesday 4/5/21{BODY}")
    american = facts(f"Parks Committee\nTuesday 5/4/2021{BODY}")

    assert [settled.date, weekday.date, american.date] == [DAY, DAY, DAY]
    assert codes(settled) == codes(weekday) == codes(american) == []


def test_a_weekday_that_contradicts_is_told() -> None:
    found = facts(f"Parks Committee\nThursday 4 May 2021{BODY}")

    assert found.date == DAY
    assert codes(found) == ["import-weekday-differs"]


def test_a_year_may_stand_elsewhere() -> None:
    assert facts(f"Team sync\nTue 4 May\nCopyright 2021 the team{BODY}").date == DAY
    assert facts(f"Team sync\nTue 4 May{BODY}In 2020 and 2021 we ...\n").date == DAY
    assert facts(f"Team sync\n4 May{BODY}In 2020 and 2021 we ...\n").date is None


def test_a_month_alone_is_no_day() -> None:
    assert facts(f"Team catch-up, May 2021{BODY}").date is None


def test_the_text_tells_when_it_began_and_ended() -> None:
    found = facts(
        "Parks Committee\n4 May 2021, 7pm - 9pm\n\n1. Welcome\n\nThe chair opened the"
        " meeting at 7.02pm.\n\n2. Close\n\nThere being no further business the chair"
        " closed the meeting at 8.45 pm.\n"
    )

    assert (found.start, found.end) == (dt.time(19, 2), dt.time(20, 45))


def test_hours_without_a_half_are_those_people_meet_at() -> None:
    found = facts(f"Parks Committee\nTime: 2.15 to 4{BODY}")

    assert found.start == dt.time(14, 15)
    assert facts(f"Parks Committee\nTime: 1 o'clock to 3 o'clock{BODY}").end == dt.time(
        15
    )
    assert facts(f"Parks Committee\nTime: 9.30 - 11.00{BODY}").start == dt.time(9, 30)


def test_an_end_before_the_start_is_told() -> None:
    found = facts(f"Parks Committee\nDate: 4 May 2021\nTime: 19:00 - 18:00{BODY}")

    assert codes(found) == ["import-ends-before-start"]


def test_a_message_around_the_minutes_is_no_head() -> None:
    found = facts(
        "From: Bev <bev@court.example>\nTo: committee\nSubject: Re: minutes\n"
        "Date: 9 May 2021 09:14\n\nSorrel Court Tenants' Association\n4 May 2021, 6.30pm"
        + BODY
    )

    assert (found.date, found.start) == (DAY, dt.time(18, 30))
    assert found.group == "Sorrel Court Tenants' Association"


@pytest.mark.parametrize(
    "text",
    [
        "Next meeting: Thursday 3 June 2021, 7pm, village hall",
        "Next meeting: 3 June",
        "Date of next meeting: 3/6/21",
        "The next meeting will be held on Thursday 3 June at 7pm. It will be short.",
        "We meet again on Thursday 3 June.",
        "Next: Thu 3 June, 7pm",
        "2. Date of next meeting\n\nThursday 3rd June 2021 at 7pm. We closed at 9pm.",
        "2. Next meeting – 3 June 2021 at 7pm",
        "It was agreed that the next meeting will be on 3 June.",
    ],
)
def test_the_next_meeting_is_found(text: str) -> None:
    assert next_dates(f"Parks Committee\n4 May 2021{BODY}\n{text}\n") == ["2021-06-03"]


def test_a_day_that_is_past_in_this_year_is_in_the_next() -> None:
    on = dt.date(2021, 12, 4)

    assert next_dates(f"Club{BODY}\nNext meeting: 4 January\n", on) == ["2022-01-04"]
    assert next_dates(f"Club{BODY}\nNext meeting: 4 January\n", None) == [
        "Next meeting: 4 January"
    ]


def test_several_meetings_may_be_announced() -> None:
    text = f"Club{BODY}\nDates of future meetings\n\n- 8 June 2021\n- 13 July 2021\n"

    assert next_dates(text) == ["2021-06-08", "2021-07-13"]


def test_a_meeting_without_a_day_keeps_its_words() -> None:
    text = f"Club{BODY}\nDates for the next meetings will be agreed.\n"

    assert next_dates(text) == ["Dates for the next meetings will be agreed."]


@pytest.mark.parametrize(
    "text",
    [
        "Jo to report back at the next meeting on 3 June.",
        "Date of next meeting: TBC",
        "Agenda for next meeting\n\n- the fair of 3 July\n- the pond",
    ],
)
def test_what_is_only_planned_for_then_announces_no_meeting(text: str) -> None:
    assert next_dates(f"Club\n4 May 2021{BODY}\n{text}\n") == []


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_text_has_a_title_and_no_fault(text: str) -> None:
    sections = outline_of(read_plain(NAME, text.encode("utf-8", "replace")).blocks)

    assert facts_of(NAME, sections).title
    assert isinstance(next_meetings_in(sections, DAY), tuple)


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Riverside Players\nMinutes of the meeting on 4 May 2021", "Riverside Players"),
        (
            "TREWARNE RFC\n(founded 1893)\n\nMINUTES OF THE AGM\n4 May 2021",
            "TREWARNE RFC",
        ),
        ("Notes from the Sunday Makers' catch-up, 4 May 2021", "Sunday Makers"),
        (
            "The lamps\n\nOrganised by the Mill Lane Society.\n\n4 May 2021",
            "Mill Lane Society",
        ),
        (
            "UNIVERSITY STUDENTS' UNION\nUnion Council\n\nMinutes, 4 May 2021",
            "Union Council",
        ),
        (
            "MILL   ROAD   PRIMARY   SCHOOL\nPARENT - TEACHER ASSOCIATION\n\n4 May 2021",
            "MILL ROAD PRIMARY SCHOOL PARENT-TEACHER ASSOCIATION",
        ),
        (
            "Northgate Hospitals Branch (No. 417)\n4 May 2021",
            "Northgate Hospitals Branch",
        ),
    ],
)
def test_who_met_is_found_without_a_word_like_committee(text: str, group: str) -> None:
    assert facts(text + BODY).group == group


@pytest.mark.parametrize(
    "text",
    ['"Nobody rings"\nMinutes of the event\n4 May 2021', "Summary\nNotes, 4 May 2021"],
)
def test_a_subject_over_minutes_is_no_group(text: str) -> None:
    assert facts(text + BODY).group is None


@pytest.mark.parametrize(
    ("text", "start", "venue"),
    [
        (
            "Held at the Old Mill, Church Lane on 4 May 2021, 10am to 3pm",
            10,
            "Old Mill, Church Lane",
        ),
        ("When: 4 May 2021, 7pm\nWhere: the Old Mill", 19, "Old Mill"),
        ("Committee, 4 May 2021, Jo's kitchen, from 4 o'clock", 16, "Jo's kitchen"),
        ("Players met at the Old Mill on 4 May 2021 at 7pm.", 19, "Old Mill"),
        (
            "Cofnodion / Minutes: 4 May 2021, 7pm, Festri Capel Seion",
            19,
            "Festri Capel Seion",
        ),
    ],
)
def test_day_hour_and_place_come_in_any_order(text: str, start: int, venue: str) -> None:
    found = facts(f"Riverside Players\n{text}{BODY}")

    assert (found.date, found.start, found.venue) == (DAY, dt.time(start), venue)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("We broke up at ten past nine because of the dog.", dt.time(21, 10)),
        ("Closed 9.20pm. Next meeting Tuesday 2 July 2024.", dt.time(21, 20)),
        ("The President closed the AGM at 9.25pm and the bar was open.", dt.time(21, 25)),
        ("The meeting c1osed at 9.l5 p.m.", dt.time(21, 15)),
        ("Everyone went home at ten to ten.", dt.time(21, 50)),
    ],
)
def test_what_is_said_of_the_close_counts_for_more_than_what_was_planned(
    text: str, end: dt.time
) -> None:
    assert facts(f"Club\nMinutes, 4 May 2021, 7pm to 9pm{BODY}\n{text}").end == end


def test_a_close_before_the_start_is_a_problem_where_it_was_told() -> None:
    found = facts(f"Club\nMinutes, 4 May 2021, 8pm{BODY}\nMeeting closed 7.40pm.\n")

    assert codes(found) == ["import-ends-before-start"]
    assert found.problems[0].place.line == 8
    assert found.end is None


def test_a_day_in_the_signature_contradicts_the_day_in_the_head() -> None:
    found = facts(
        f"Club\nMinutes of 4 May 2021{BODY}\nNotes taken by Jo at the meeting of 3.5.21"
    )

    assert (found.date, codes(found)) == (None, ["import-two-dates"])


@pytest.mark.parametrize(
    "text",
    [
        "From: Jo <jo@club.example>\nDate: 6 May 2021\n\nClub\nMinutes of 4 May 2021",
        "Page 1 of 2    12.11.2020\n\nClub\nMinutes of 4 May 2021",
        "Club\nMinutes of 4 May 2021\n\nThe minutes of 6 April 2021 were signed.",
    ],
)
def test_days_of_letters_pages_and_other_minutes_are_no_second_day(text: str) -> None:
    found = facts(text + BODY)

    assert (found.date, codes(found)) == (DAY, [])


@pytest.mark.parametrize(
    "text",
    [
        "Next: Tue 8/6/21",
        "We meet again on Tuesday 8 June, at Bea's.",
        "We shall next meet on 8 June.",
        "Next one Tues 8 June, same time.",
        "The meeting closed at 9.20 p.m. Next branch meeting: Tuesday 8 June 2021.",
        "NEXT\n----\n\ntues 8 june, femi's. bring soup",
        "TB/24/009  DATE OF NEXT MEETING\n\nTuesday 8 June 2021, 9.30am, Town Hall",
        "A second listening day will be held on 8 June.",
        "8 June was agreed for the next meeting.",
        "Diary dates: 8 June",
    ],
)
def test_the_next_meeting_is_told_in_many_ways(text: str) -> None:
    assert next_dates(text) == ["2021-06-08"]


def test_twelve_noon_behind_a_dash_is_an_end() -> None:
    found = facts("Parks Group\n\nNote of a meeting on 22 November 2021, 9.30am-12 noon")

    assert str(found.end) == "12:00:00"


def test_a_charity_that_says_it_is_one_is_who_met() -> None:
    found = facts(
        "Minutes\n\nBramford Food Bank (registered charity)\n\n17 October 2023\n\n"
        "Present: Kath Sollis (chair), Andrew Pole"
    )

    assert found.group == "Bramford Food Bank"


def test_the_company_over_its_board_is_who_met() -> None:
    found = facts(
        "TYNE CREDIT UNION LIMITED\n\nMINUTES OF THE BOARD OF DIRECTORS\n\n"
        "Held on 22 February 2024 at 5.30pm"
    )

    assert found.group == "TYNE CREDIT UNION LIMITED"
