"""What people ask to be changed, and what becomes of the record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from contributing.hall import (
    PARKING,
    QUOTES,
    SIGN,
    TODAY,
    carried_out,
    hall,
    proposed,
    refused,
)
from minutebook.contributing.requests import (
    AddAddendum,
    AnswerConcern,
    CloseConcern,
    CorrectText,
    RaiseConcern,
    UpdateAction,
)
from minutebook.records import (
    Action,
    ActionStatus,
    Addendum,
    Closing,
    Concern,
    Raising,
    Response,
    Update,
    When,
)

DONE, OPEN = ActionStatus.DONE, ActionStatus.OPEN
UNDER_WAY, DROPPED = ActionStatus.IN_PROGRESS, ActionStatus.DROPPED


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return hall(tmp_path)


def updated(action: str, notes: Path, update: Update) -> Action:
    book = carried_out(UpdateAction(action=action, update=update), notes)
    found = book.actions.get(SIGN)
    assert found
    return found


def rewrite(notes: Path, path: str, old: str, new: str) -> None:
    file = notes / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def parking(notes: Path, request: AnswerConcern | RaiseConcern | CloseConcern) -> Concern:
    found = carried_out(request, notes).concerns.get(PARKING)
    assert found
    return found


@pytest.mark.parametrize(
    "named",
    [
        SIGN,
        f" `{SIGN}` ",
        f"{SIGN}.md",
        f"notes/actions/{SIGN}.md",
        f".\\notes\\actions\\{SIGN}.md",
        f"https://example.org/hall/actions/{SIGN}/",
        f"https://example.org/hall/actions/{SIGN}/index.html?from=mail#updates",
        f"https://git.example/hall/notes/blob/main/notes/actions/{SIGN}.md",
        "A2 of 2026-03-12",
        "a2 2026-03-12-board",
        "2026-03-12-board, A2",
        "A2 (Board meeting, March 2026)",
        "A2",
        "ask the council for a second car park sign",
    ],
)
def test_an_action_is_found_by_whatever_names_it(named: str, notes: Path) -> None:
    assert updated(named, notes, Update(status=DONE)).standing is DONE


def test_an_action_is_found_by_the_id_it_had_earlier(notes: Path) -> None:
    rewrite(notes, f"actions/{SIGN}.md", "raised_in", "aliases: [the-sign]\nraised_in")

    assert updated("the-sign", notes, Update(status=DONE)).standing is DONE


def test_an_update_has_the_day_unless_it_has_one_of_its_own(notes: Path) -> None:
    earlier = dt.date(2026, 4, 2)
    updated(SIGN, notes, Update(status=UNDER_WAY, date=earlier))
    action = updated(SIGN, notes, Update(status=UNDER_WAY, note="They wrote back."))

    assert [update.date for update in action.updates] == [earlier, TODAY]


def test_what_a_meeting_was_told_has_the_day_of_the_meeting(notes: Path) -> None:
    told = Update(status=UNDER_WAY, reported_in="2026-04-09")
    action = updated(SIGN, notes, told)
    assert action.updates == (Update(status=UNDER_WAY, reported_in="2026-04-09-board"),)

    action = updated(SIGN, notes, Update(status=DONE, reported_in="2026-04-09"))
    assert action.closed_on == dt.date(2026, 4, 9)


def test_what_an_earlier_meeting_was_told_is_not_put_last(notes: Path) -> None:
    updated(SIGN, notes, Update(status=UNDER_WAY))
    late = Update(status=DONE, reported_in="2026-04-09")

    assert refused(UpdateAction(action=SIGN, update=late), notes) == ["change-older"]


def test_a_status_without_an_update_becomes_the_first_update(notes: Path) -> None:
    rewrite(notes, f"actions/{SIGN}.md", "due:", "status: in-progress\ndue:")
    action = updated(SIGN, notes, Update(status=DONE))

    assert action.status is None
    assert action.updates == (
        Update(status=UNDER_WAY),
        Update(status=DONE, date=TODAY),
    )


def test_a_status_that_says_open_gives_way(notes: Path) -> None:
    rewrite(notes, f"actions/{SIGN}.md", "due:", "status: open\ndue:")
    action = updated(SIGN, notes, Update(status=DONE))

    assert action.status is None
    assert action.updates == (Update(status=DONE, date=TODAY),)


def test_a_status_beside_updates_gives_way(notes: Path) -> None:
    updated(SIGN, notes, Update(status=UNDER_WAY, note="We wrote."))
    rewrite(notes, f"actions/{SIGN}.md", "due:", "status: in-progress\ndue:")
    action = updated(SIGN, notes, Update(status=DONE))

    assert action.status is None
    assert [update.status for update in action.updates] == [UNDER_WAY, DONE]


@pytest.mark.parametrize(
    ("named", "status", "title"),
    [
        (SIGN, DONE, "A2 is done: Ask the council for a second car park sign"),
        (SIGN, DROPPED, "A2 was dropped: Ask the council for a second car park sign"),
        (SIGN, OPEN, "A2 is still open: Ask the council for a second car park sign"),
        (QUOTES, OPEN, "A1 is open again: Get three quotes for the lift contract"),
    ],
)
def test_a_title_says_what_an_update_means(
    named: str, status: ActionStatus, title: str, notes: Path
) -> None:
    request = UpdateAction(action=named, update=Update(status=status, note="It is so."))

    assert proposed(request, notes).title == title


def test_an_answer_says_who_gave_it(notes: Path) -> None:
    answer = Response(answer="The sign\r\nis up. ", by=("Brookfield Parish Council",))
    request = AnswerConcern(concern=PARKING, response=answer)

    assert proposed(request, notes).title == (
        "Answer from Brookfield Parish Council:"
        " Cars block the drives when there is a wedding"
    )
    assert parking(notes, request).responses[-1] == Response(
        answer="The sign\nis up.",
        by=("Brookfield Parish Council",),
        date=When(date=TODAY),
    )


def test_an_answer_in_a_meeting_or_a_document_has_no_day_of_its_own(notes: Path) -> None:
    for answer in (
        Response(answer="At the meeting.", meeting="2026-04-09"),
        Response(answer="In writing.", document="Letter to the trustees"),
    ):
        request = AnswerConcern(concern=PARKING, response=answer)
        assert parking(notes, request).responses[-1].date is None


def test_the_same_answer_is_not_recorded_twice(notes: Path) -> None:
    request = AnswerConcern(concern=PARKING, response=Response(answer="It is up."))
    carried_out(request, notes)

    assert refused(request, notes) == ["change-says-nothing"]


def test_a_concern_is_raised_again_by_those_who_did(notes: Path) -> None:
    raising = Raising(meeting="2026-04-09", by=("AK", "anonymous"), said="Again.")
    request = RaiseConcern(concern="concerns/parking-at-weddings", raising=raising)

    assert proposed(request, notes).title == (
        "Raised again by Amina Khatun and anonymous:"
        " Cars block the drives when there is a wedding"
    )
    assert [one.meeting for one in parking(notes, request).raised] == [
        "2026-03-12-board",
        "2026-04-09-board",
    ]


@pytest.mark.parametrize("withdrawn", [False, True])
def test_a_concern_ends_once(withdrawn: bool, notes: Path) -> None:  # noqa: FBT001 - a case
    closing = Closing(note="There is a sign now.")
    request = CloseConcern(concern=PARKING, closing=closing, withdrawn=withdrawn)
    concern = parking(notes, request)
    ended = concern.withdrawn if withdrawn else concern.resolved
    assert ended == Closing(note="There is a sign now.", date=When(date=TODAY))

    again = Raising(meeting="2026-04-09-board")
    assert refused(request, notes) == ["change-closed"]
    assert refused(RaiseConcern(concern=PARKING, raising=again), notes) == [
        "change-closed"
    ]


def test_a_name_nobody_has_is_refused_where_it_would_stand(notes: Path) -> None:
    answer = Response(answer="No.", by=("Brookfeld Parish Council",))
    request = AnswerConcern(concern=PARKING, response=answer)

    assert refused(request, notes) == ["unknown-name"]


def test_what_was_wrong_before_stands_in_nobodys_way(notes: Path) -> None:
    (notes / "themes" / "bad.md").write_text("no fields at all", "utf-8")
    request = UpdateAction(action=SIGN, update=Update(status=DONE))

    assert proposed(request, notes).warnings == ()


def test_a_warning_forbids_nothing_and_is_told(notes: Path) -> None:
    addendum = Addendum(title="The lift", text="Under LOLER it is checked twice a year.")
    request = AddAddendum(meeting="2026-03-12", addendum=addendum)
    codes = [problem.code for problem in proposed(request, notes).warnings]

    assert codes == ["unexplained-acronym"]


def test_an_addendum_is_dated(notes: Path) -> None:
    addendum = Addendum(title="The lift", text="It was\n\nmended.", by="Ben Hartley")
    request = AddAddendum(meeting="Board meeting, March 2026", addendum=addendum)
    meeting = carried_out(request, notes).meetings.get("2026-03-12-board")

    assert meeting
    assert meeting.addenda == (
        Addendum(
            title="The lift",
            text="It was\n\nmended.",
            by="Ben Hartley",
            date=When(date=TODAY),
        ),
    )


def test_words_are_corrected_where_they_stand_although_lines_end_there(
    notes: Path,
) -> None:
    rewrite(notes, "groups/board.md", "meet every month", "meet  every\n month")
    request = CorrectText(
        record="groups/board", words="meet every month", instead="meet every week"
    )
    group = carried_out(request, notes).groups.get("board")

    assert group
    assert group.text.endswith("They meet every week.")


@pytest.mark.parametrize(
    ("record", "words", "instead", "stands"),
    [
        (f"concerns/{PARKING}", "Mill Lane", "Mill Road", "along Mill Road and"),
        (f"concerns/{PARKING}", "Mill Lane", "Mill: Road #2", "along Mill: Road #2 and"),
        (f"actions/{SIGN}", "a second", "another", "title: Ask the council for another"),
        (
            "https://x.example/organisations/harlow-lifts/",
            "Lifts",
            "Lift",
            "Harlow Lift\n",
        ),
        ("groups/board", "Amina Khatun", "Amina Begum", "- Amina Begum, Brookfield"),
        ("glossary/hirer", "books", "hires", "hirer: Whoever hires the hall"),
    ],
)
def test_words_are_corrected_among_the_fields_too(
    record: str, words: str, instead: str, stands: str, notes: Path
) -> None:
    request = CorrectText(record=record, words=words, instead=instead)
    (change,) = proposed(request, notes).change.edited.values()
    before, after = change

    assert stands in after
    assert len(before.splitlines()) <= len(after.splitlines())


def test_what_is_no_matter_of_words_is_not_found_as_such(notes: Path) -> None:
    for words in ("2026-03-12-board", "neighbours]", "2026-05-14"):
        request = CorrectText(record=f"actions/{SIGN}", words=words, instead="other")
        assert refused(request, notes) == ["change-words-missing"]


def test_a_note_that_was_agreed_keeps_its_words(notes: Path) -> None:
    path = notes / "meetings" / "2026-03-12-board.md"
    body = path.read_text("utf-8").partition("\n---\n")[2]
    request = CorrectText(
        record="meetings/2026-03-12-board",
        words="stopped twice",
        instead="stopped *three* times",
        reason="It stands in the log book.",
        by="Ben Hartley",
    )
    proposal = proposed(request, notes)
    meeting = carried_out(request, notes).meetings.get("2026-03-12-board")

    assert proposal.title == "Correction to Board meeting, March 2026, 2026-03-12"
    assert proposal.notices == (
        "this note was agreed: its words stay, and an addendum says what they should be",
    )
    assert path.read_text("utf-8").partition("\n---\n")[2] == body
    assert meeting
    assert meeting.addenda[0].text == (
        "The note says:\n\n> stopped twice\n\nIt should say:\n\n"
        "> stopped \\*three\\* times\n\nIt stands in the log book."
    )
    assert meeting.addenda[0].by == "Ben Hartley"


def test_words_of_an_agreed_note_are_found_as_its_page_shows_them(notes: Path) -> None:
    request = CorrectText(
        record="2026-03-12-board",
        words="when there is a wedding.",
        instead="when there is a funeral.",
    )
    meeting = carried_out(request, notes).meetings.get("2026-03-12-board")

    assert meeting
    assert "> when there is a wedding." in meeting.addenda[0].text


def test_a_draft_is_corrected_itself(notes: Path) -> None:
    rewrite(notes, "meetings/2026-03-12-board.md", "status: published", "status: draft")
    request = CorrectText(
        record="2026-03-12-board", words="stopped twice", instead="stopped three times"
    )
    meeting = carried_out(request, notes).meetings.get("2026-03-12-board")

    assert meeting
    assert "The lift stopped three times in February." in meeting.text
    assert meeting.addenda == ()


def test_quotes_and_apostrophes_may_be_typed_in_another_way(notes: Path) -> None:
    rewrite(
        notes, "groups/board.md", "They meet", "The hall\u2019s \u201cboard\u201d meets"
    )
    request = CorrectText(
        record="board", words="""hall's "board" meets""", instead="trustees meet"
    )
    group = carried_out(request, notes).groups.get("board")

    assert group
    assert group.text.endswith("The trustees meet every month.")


def test_line_ends_stay_as_they_are(notes: Path) -> None:
    file = notes / "groups" / "board.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    request = CorrectText(
        record="board", words="They meet every month.", instead="They meet.\n\nOften."
    )
    carried_out(request, notes)

    assert file.read_bytes() == before.replace(
        b"They meet every month.", b"They meet.\r\n\r\nOften."
    )


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\u202e", "\u2028", "\ud800"])
def test_what_nobody_sees_is_refused(sign: str, notes: Path) -> None:
    request = UpdateAction(
        action=SIGN, update=Update(status=DONE, note=f"It is {sign}up.")
    )

    assert refused(request, notes) == ["change-unseen-sign"]


@pytest.mark.parametrize(
    "text",
    [
        "---",
        "---\nlayout: x",
        "a: b\n- c",
        "'\"",
        "# no",
        "| x\n\n\n> y",
        "🙂 {{ x }} ${y}",
    ],
)
def test_whatever_is_written_stays_words(text: str, notes: Path) -> None:
    request = AnswerConcern(concern=PARKING, response=Response(answer=text))

    assert parking(notes, request).responses[-1].answer == text
