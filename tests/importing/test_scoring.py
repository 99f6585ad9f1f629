"""The score of the corpus: it tells right from wrong, and can be low."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest

from importing.likeness import bare, due_of, roles, same_name, says, words_of
from importing.score import shape_of, table, worst
from importing.scoring import compare
from importing.tallies import FIELDS, Score
from minutebook.importing.findings import (
    Attended,
    Confidence,
    FoundAction,
    FoundMeeting,
    FoundPerson,
)
from minutebook.problems import Place, Problem

Json = dict[str, Any]

PERSON: Json = {
    "name": "Dr Ruth Amadi",
    "organisation": "Fernhill Surgery",
    "role": "GP partner",
    "attendance": "present",
    "line": 4,
}
ACTION: Json = {
    "text": "Wendy to send round the figures for May by 9th June",
    "owners": ["Wendy"],
    "due": "2023-06-09",
    "due_text": "by 9th June",
    "line": 20,
    "confidence": "high",
}
CONCERN: Json = {
    "theme": "Getting about",
    "label": "Number 6 bus",
    "kind": "concern",
    "text": "It stops at seven.",
    "line": 30,
}


def document(**fields: object) -> Json:
    """Give a document of one meeting of which nothing is known but these fields."""
    meeting: Json = {
        "title": "Notes of the meeting",
        "group": "Fernhill Patient Group",
        "date": "2023-05-17",
        "start": "13:00",
        "end": None,
        "venue": None,
    }
    for name in (
        "next_meetings", "people", "sections", "actions", "reviewed_actions",
        "decisions", "concerns", "addenda", "problems",
    ):  # fmt: skip
        meeting[name] = []
    return {"meetings": [meeting | fields]}


def counted(score: Score, name: str) -> tuple[int, int, int]:
    tally = score.tallies[name]
    return tally.right, tally.missed, tally.false


def test_what_is_the_same_is_entirely_right() -> None:
    whole = document(people=[PERSON], actions=[ACTION], concerns=[CONCERN])
    score = compare(whole, whole)
    assert score.mistakes == []
    assert counted(score, "actions.due") == (1, 0, 0)
    assert counted(score, "people.role") == (1, 0, 0)
    assert counted(score, "concerns.kind") == (1, 0, 0)


def test_what_is_not_found_is_missed_with_all_it_says() -> None:
    score = compare(document(people=[PERSON], actions=[ACTION]), document())
    assert counted(score, "people.organisation") == (0, 1, 0)
    assert counted(score, "actions.owners") == (0, 1, 0)
    assert score.tallies["actions.text"].recall == 0
    assert score.tallies["actions.text"].precision == 1


def test_what_is_found_where_it_is_not_is_false() -> None:
    score = compare(document(), document(people=[PERSON], actions=[ACTION]))
    assert counted(score, "people.name") == (0, 0, 1)
    assert counted(score, "actions.due") == (0, 0, 1)
    assert score.tallies["actions.text"].precision == 0


@pytest.mark.parametrize(
    ("name", "other"),
    [("date", "2023-05-18"), ("start", "01:00"), ("group", "Parish Council")],
)
def test_a_wrong_fact_is_missed_and_false(name: str, other: str) -> None:
    score = compare(document(), document(**{name: other}))
    assert counted(score, f"meeting.{name}") == (0, 1, 1)


def test_a_date_that_is_not_there_must_not_be_found() -> None:
    score = compare(document(date=None), document())
    assert counted(score, "meeting.date") == (0, 0, 1)


def test_a_title_may_have_the_group_before_it() -> None:
    found = document(title="Fernhill Patient Group: notes of the meeting")
    assert compare(document(), found).mistakes == []
    wrong = compare(document(), document(title="Annual general assembly"))
    assert counted(wrong, "meeting.title") == (0, 1, 1)


def test_signs_and_titles_make_no_other_person() -> None:
    found = PERSON | {"name": "ruth amadi", "role": "GP  Partner"}
    score = compare(document(people=[PERSON]), document(people=[found]))
    assert score.mistakes == []


def test_wife_and_husband_are_two_people() -> None:
    both = [PERSON | {"name": "Mr Lovell"}, PERSON | {"name": "Mrs Lovell"}]
    score = compare(document(people=both), document(people=both[1:]))
    assert counted(score, "people.name") == (1, 1, 0)
    assert score.mistakes[0].said == "Mr Lovell"


def test_who_sent_apologies_was_not_present() -> None:
    found = PERSON | {"attendance": "apologies"}
    score = compare(document(people=[PERSON]), document(people=[found]))
    assert counted(score, "people.attendance") == (0, 1, 1)
    assert counted(score, "people.name") == (1, 0, 0)


def test_another_wording_is_another_action() -> None:
    found = ACTION | {"text": "Ask the plumber to come on Monday morning"}
    score = compare(document(actions=[ACTION]), document(actions=[found]))
    assert counted(score, "actions.text") == (0, 1, 1)


def test_an_action_may_keep_its_due_date_or_not() -> None:
    found = ACTION | {"text": "Wendy to send round the figures for May"}
    score = compare(document(actions=[ACTION]), document(actions=[found]))
    assert score.mistakes == []


def test_an_action_on_a_line_far_away_is_another() -> None:
    found = ACTION | {"line": 23}
    score = compare(document(actions=[ACTION]), document(actions=[found]))
    assert counted(score, "actions.text") == (0, 1, 1)
    near = compare(document(actions=[ACTION]), document(actions=[ACTION | {"line": 22}]))
    assert near.mistakes == []


def test_formats_without_lines_are_compared_without_them() -> None:
    found = document(actions=[ACTION | {"line": 99}])
    assert compare(document(actions=[ACTION]), found, lines=False).mistakes == []


def test_the_same_action_twice_is_false_once() -> None:
    score = compare(document(actions=[ACTION]), document(actions=[ACTION, ACTION]))
    assert counted(score, "actions.text") == (1, 0, 1)


def test_each_owner_counts() -> None:
    golden = document(actions=[ACTION | {"owners": ["Clinks", "Lisa Dando"]}])
    found = document(actions=[ACTION | {"owners": ["Clinks", "Officials"]}])
    assert counted(compare(golden, found), "actions.owners") == (1, 1, 1)


def test_a_low_action_is_not_a_high_one() -> None:
    low = document(actions=[ACTION | {"confidence": "low"}])
    score = compare(low, document(actions=[ACTION]))
    assert counted(score, "actions.low") == (0, 1, 0)
    assert counted(score, "actions.text") == (0, 0, 1)
    assert compare(low, low).mistakes == []


def test_a_due_date_in_words_is_no_date() -> None:
    golden = document(actions=[ACTION | {"due": None, "due_text": "by the end of June"}])
    same = document(actions=[ACTION | {"due": None, "due_text": "end of June"}])
    guessed = document(
        actions=[ACTION | {"due": "2023-06-30", "due_text": "end of June"}]
    )
    assert compare(golden, same).mistakes == []
    assert counted(compare(golden, guessed), "actions.due") == (0, 1, 1)


def test_sections_need_their_numbers() -> None:
    item = {"number": "3", "title": "Finance", "level": 1, "line": 9}
    score = compare(
        document(sections=[item]), document(sections=[item | {"number": None}])
    )
    assert counted(score, "sections") == (0, 1, 1)


def test_an_annex_may_have_its_letter_as_its_number() -> None:
    item = {"number": None, "title": "ANNEX A: Eligibility", "level": 1, "line": 9}
    found = item | {"number": "A", "title": "Eligibility"}
    assert compare(document(sections=[item]), document(sections=[found])).mistakes == []
    other = compare(
        document(sections=[item]), document(sections=[found | {"number": "B"}])
    )
    assert counted(other, "sections") == (0, 1, 1)


def test_a_reviewed_action_needs_its_status() -> None:
    item = {"text": "Clerk to mend the railings", "status": "Ongoing", "line": 9}
    score = compare(
        document(reviewed_actions=[item]),
        document(reviewed_actions=[item | {"status": "Completed"}]),
    )
    assert counted(score, "reviewed.text") == (1, 0, 0)
    assert counted(score, "reviewed.status") == (0, 1, 1)


def test_a_decision_may_begin_with_that() -> None:
    item = {"text": "that the hedge be kept", "line": 9}
    found = document(decisions=[item | {"text": "The hedge be kept."}])
    assert compare(document(decisions=[item]), found).mistakes == []


def test_a_concern_needs_its_theme_and_kind() -> None:
    found = CONCERN | {"theme": "Homes", "kind": "question"}
    score = compare(document(concerns=[CONCERN]), document(concerns=[found]))
    assert counted(score, "concerns.label") == (1, 0, 0)
    assert counted(score, "concerns.theme") == (0, 1, 1)
    assert counted(score, "concerns.kind") == (0, 1, 1)


def test_only_contradictions_of_the_document_are_scored() -> None:
    said = {"code": "import-two-dates", "line": 4}
    golden = document(problems=[said])
    elsewhere = document() | {"problems": [said, {"code": "import-hidden", "line": 1}]}
    assert compare(golden, elsewhere).mistakes == []
    assert counted(compare(golden, document()), "problems") == (0, 1, 0)
    assert counted(compare(document(), golden), "problems") == (0, 0, 1)


def test_a_contradiction_may_be_said_of_either_place() -> None:
    second = document(problems=[{"code": "import-two-dates", "line": 40}])
    first = document(problems=[{"code": "import-two-dates", "line": 4}])
    other = document(problems=[{"code": "import-ambiguous-date", "line": 40}])
    assert compare(second, first).mistakes == []
    assert counted(compare(second, other), "problems") == (0, 1, 1)


def test_a_meeting_that_was_not_split_off_is_missed() -> None:
    first, second = document(), document(date="2023-06-21", people=[PERSON])
    golden = {"meetings": first["meetings"] + second["meetings"]}
    score = compare(golden, second)
    assert counted(score, "meeting.date") == (1, 1, 0)
    assert counted(score, "people.name") == (1, 0, 0)


def test_scores_add_up_and_can_be_printed() -> None:
    total = Score()
    for found in (document(people=[PERSON]), document()):
        total.add(compare(document(people=[PERSON]), found))
    assert counted(total, "people.name") == (1, 1, 0)
    lines = list(table(total))
    assert len(lines) == len(FIELDS) + 1
    assert "people.name                 1       1      0   1.000  0.500  0.667" in lines


def test_the_worst_document_comes_first() -> None:
    scores = {
        "good.txt": compare(document(), document(start="14:00")),
        "bad.txt": compare(document(people=[PERSON]), document()),
    }
    listed = list(worst(scores))
    assert listed[0] == "bad.txt:4: missed people.name: Dr Ruth Amadi"
    assert listed[-1] == "good.txt:-: false meeting.start: 14:00"


def test_what_the_importer_gives_has_the_shape_of_a_golden() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Imported:
        meetings: tuple[FoundMeeting, ...]
        problems: tuple[Problem, ...] = ()

    twice = Problem(
        code="import-two-dates", place=Place("a.txt", 4), summary="two dates", hint="look"
    )
    meeting = FoundMeeting(
        title="Notes of the meeting",
        group="Fernhill Patient Group",
        date=dt.date(2023, 5, 17),
        start=dt.time(13),
        people=(
            FoundPerson(
                name="Dr Ruth Amadi",
                organisation="Fernhill Surgery",
                role="GP partner",
                attendance=Attended.PRESENT,
                line=4,
            ),
        ),
        actions=(
            FoundAction(
                text="Wendy to send round the figures for May by 9th June",
                owners=("Wendy",),
                due=dt.date(2023, 6, 9),
                due_text="by 9th June",
                line=20,
                confidence=Confidence.HIGH,
            ),
        ),
        problems=(twice,),
    )
    shape = shape_of(Imported(meetings=(meeting,), problems=(twice,)))
    said = {"code": "import-two-dates", "line": 4}
    assert shape["problems"] == [said]
    assert (
        shape["meetings"]
        == document(people=[PERSON], actions=[ACTION], problems=[said])["meetings"]
    )


def test_a_rank_makes_no_other_person_but_a_first_name_does() -> None:
    assert same_name("Station Manager Ruth Oakden", "Ruth Oakden")
    assert same_name("František Dvorak", "Frantisek Dvorak")
    assert not same_name("Ruth", "Ruth Oakden")
    assert not same_name("RO", "Ruth Oakden")
    assert same_name("Mr Lovell", "Mr Lovell") > same_name("Mr Lovell", "Mrs Lovell")


def test_words_are_what_counts() -> None:
    assert words_of("<b>O\u2019Hara</b> & Sons \u2013 **Ltd.**") == "o'hara sons ltd"
    assert bare("Cllr Mrs J. Ashworth-Lee") == "j ashworth lee"
    assert roles("Engagement Officer (notes)") == {"engagement officer", "minute taker"}
    assert says("Memorial Hall", "the Memorial Hall, Church Lane")
    assert not says("Memorial Hall", "the Scout Hut")
    assert due_of({"due": None, "due_text": "by the end of June"}) == "of june"
