"""The linked whole: names, standing, what an audience may see."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minutebook.book import PartyKind
from minutebook.book.acronyms import acronyms, explained_in
from minutebook.book.standing import concern_status, unanswered
from minutebook.problems import Place, Problem
from minutebook.records import Visibility
from minutebook.views.action import action_view
from minutebook.views.audience import seen_by
from minutebook.views.concern import concern_view
from minutebook.views.organisation import organisation_view
from minutebook.views.theme import theme_view
from minutebook.views.tracker import tracker_view
from small_book import TODAY, book_of, codes_of

MARCH, APRIL = "2026-03-12-board", "2026-04-09-board"


def an_action(**more: str) -> str:
    fields = {"title": "Ring", "owners": "Hall Trust", "raised_in": MARCH, **more}
    return "\n".join(f"{name}: {value}" for name, value in fields.items())


def a_concern(raised: str, responses: str = "[]") -> str:
    return f"title: The roof leaks\nraised: {raised}\nresponses: {responses}"


def status_of(folder: Path, concern: str) -> str:
    book = book_of(folder, {"concerns/roof.md": concern})
    return concern_status(next(iter(book.concerns)), book)


RAISED_ONCE = f"[{{meeting: {MARCH}, by: Village Shop}}]"
RAISED_TWICE = f"[{{meeting: {MARCH}}}, {{meeting: {APRIL}}}]"


def test_a_concern_nobody_answered_is_open(tmp_path: Path) -> None:
    assert status_of(tmp_path, a_concern(RAISED_ONCE)) == "open"


def test_an_answer_in_the_same_meeting_answers_it(tmp_path: Path) -> None:
    answer = f"[{{answer: We mend it, meeting: {MARCH}}}]"
    assert status_of(tmp_path, a_concern(RAISED_ONCE, answer)) == "answered"


def test_a_holding_reply_answers_nothing(tmp_path: Path) -> None:
    answer = f"[{{answer: We look into it, meeting: {MARCH}, holding: true}}]"
    assert status_of(tmp_path, a_concern(RAISED_ONCE, answer)) == "open"


def test_a_concern_raised_again_after_its_answer_is_open_again(tmp_path: Path) -> None:
    answer = f"[{{answer: We mend it, meeting: {MARCH}}}]"
    book = book_of(tmp_path, {"concerns/roof.md": a_concern(RAISED_TWICE, answer)})
    (roof,) = book.concerns

    assert concern_status(roof, book) == "open"
    assert [raising.meeting for raising in unanswered(roof, book)] == [APRIL]


def test_an_answer_without_a_date_follows_them_all(tmp_path: Path) -> None:
    answer = "[{answer: See the annex, document: Annex A}]"
    assert status_of(tmp_path, a_concern(RAISED_TWICE, answer)) == "answered"


@pytest.mark.parametrize("how", ["resolved", "withdrawn"])
def test_a_concern_ends_when_that_is_recorded(tmp_path: Path, how: str) -> None:
    ended = a_concern(RAISED_ONCE) + f"\n{how}: {{note: The shop has closed}}"
    assert status_of(tmp_path, ended) == how


def test_names_are_found_whatever_their_capitals_and_apostrophes(tmp_path: Path) -> None:
    register = (
        "st-mungos: {name: St Mungo's, aliases: [Mungos]}\nhall-trust: Hall Trust\n"
    )
    book = book_of(tmp_path, {"organisations.yml": register})

    for name in ("st mungo\u2019s", "ST MUNGO'S", "mungos", "st-mungos", " St  Mungo's "):
        party = book.names.find(name)
        assert party
        assert (party.kind, party.id) == (PartyKind.ORGANISATION, "st-mungos")
    assert book.names.find("Mungo") is None


def test_an_action_and_its_concern_find_each_other_whichever_names_the_other(
    tmp_path: Path,
) -> None:
    named_by_concern = a_concern(RAISED_ONCE) + "\nactions: [a2]"
    book = book_of(
        tmp_path,
        {
            "concerns/roof.md": named_by_concern,
            "actions/a1.md": an_action(concerns="[roof]"),
            "actions/a2.md": an_action(),
        },
    )
    (roof,) = book.concerns

    assert [action.id for action in book.actions_of_concern(roof)] == ["a1", "a2"]
    for action in book.actions:
        assert book.concerns_of_action(action) == (roof,)


def test_an_earlier_id_still_leads_to_the_record(tmp_path: Path) -> None:
    roof = "title: The roof\naliases: [slates]"
    action = an_action(themes="[slates]")
    book = book_of(tmp_path, {"themes/roof.md": roof, "actions/a1.md": action})

    found = book.themes.get("slates")
    assert found
    assert found.id == "roof"


def test_due_today_is_not_late_and_the_soonest_comes_first(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {
            "actions/undated.md": an_action(),
            "actions/later.md": an_action(due="2026-07-01"),
            "actions/today.md": an_action(due=str(TODAY)),
            "actions/late.md": an_action(due="2026-05-31"),
            "actions/done.md": an_action(
                due="2026-04-01", updates="[{date: 2026-04-09, status: done}]"
            ),
        },
    )
    tracker = tracker_view(book, TODAY)

    assert [card.ref.id for card in tracker.overdue] == ["late"]
    assert [card.ref.id for card in tracker.open] == ["today", "later", "undated"]
    assert [card.ref.id for card in tracker.closed] == ["done"]


def test_a_status_without_updates_counts_but_done_needs_a_day(tmp_path: Path) -> None:
    assert codes_of(tmp_path, {"actions/a1.md": an_action(status="open")}) == []
    assert codes_of(tmp_path, {"actions/a1.md": an_action(status="done")}) == [
        "done-without-date"
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The MoJ and the NPS", ["MoJ", "NPS"]),
        ("CRCs, PbR and TtG", ["CRC", "PbR", "TtG"]),
        ("In the UK, McDonald ran LinkedIn", []),
        ("Part II of ANNEX A", []),
    ],
)
def test_acronyms_are_told_from_names_and_numerals(words: str, found: list[str]) -> None:
    assert list(acronyms(words)) == found


def test_a_note_may_explain_an_acronym_itself() -> None:
    assert "MoJ" in explained_in("the Ministry of Justice (MoJ) said")
    assert "CRC" in explained_in("the rehabilitation companies (CRCs) said")
    assert "MoJ" in explained_in("MoJ (Ministry of Justice) said")
    assert "MoJ" not in explained_in("the MoJ said (again)")


def hide(meeting: str, **fields: str) -> dict[str, str]:
    shown = {"title": "Board", "date": meeting[:10], "status": "published", **fields}
    return {f"meetings/{meeting}.md": "\n".join(f"{k}: {v}" for k, v in shown.items())}


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "draft"},
        {"status": "agreed"},
        {"visibility": "members"},
        {"visibility": "private"},
        {"release_on": "2026-06-02"},
    ],
)
def test_what_a_hidden_meeting_alone_tells_is_hidden_with_it(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    answer = f"[{{answer: yes, meeting: {APRIL}, by: Village Shop}}]"
    book = book_of(
        tmp_path,
        hide(APRIL, attendees="[Amina Khan]", **fields)
        | {
            "actions/a1.md": an_action(raised_in=APRIL),
            "actions/a2.md": an_action(
                updates=f"[{{date: 2026-04-09, status: done, reported_in: {APRIL}}}]"
            ),
            "concerns/once.md": a_concern(f"[{{meeting: {APRIL}}}]"),
            "concerns/twice.md": a_concern(RAISED_TWICE, answer),
            "decisions/d1.md": f"title: Mend it\ndecided_in: {APRIL}",
        },
    )
    seen = seen_by(book, Visibility.PUBLIC, TODAY)

    assert [meeting.id for meeting in seen.meetings] == [MARCH]
    assert [(action.id, action.updates) for action in seen.actions] == [("a2", ())]
    (twice,) = seen.concerns
    assert (twice.id, len(twice.raised), twice.responses) == ("twice", 1, ())
    assert len(seen.decisions) == 0
    assert [o.id for o in seen.organisations] == ["hall-trust"]
    assert len(seen.people) == 0


def test_members_see_what_is_not_published_yet(tmp_path: Path) -> None:
    book = book_of(tmp_path, hide(APRIL, status="draft", visibility="members"))

    assert len(seen_by(book, Visibility.MEMBERS, TODAY).meetings) == 2
    assert len(seen_by(book, Visibility.PUBLIC, TODAY).meetings) == 1


def test_the_release_day_itself_shows_the_note(tmp_path: Path) -> None:
    book = book_of(tmp_path, hide(APRIL, release_on=str(TODAY)))
    day_before = TODAY - dt.timedelta(days=1)

    assert len(seen_by(book, Visibility.PUBLIC, TODAY).meetings) == 2
    assert len(seen_by(book, Visibility.PUBLIC, day_before).meetings) == 1


def test_of_a_withdrawn_note_only_the_fact_remains(tmp_path: Path) -> None:
    withdrawn = hide(
        APRIL, status="withdrawn", attendees="[Amina Khan]", summary="Secret\n---\nSecret"
    )
    book = book_of(tmp_path, withdrawn | {"actions/a1.md": an_action(raised_in=APRIL)})
    seen = seen_by(book, Visibility.PUBLIC, TODAY)
    stub = seen.meetings.get(APRIL)

    assert stub
    assert (stub.text, stub.summary, stub.attendees) == ("", None, ())
    assert len(seen.actions) == 0


def test_a_long_line_is_shown_around_its_column() -> None:
    problem = Problem(
        code="x",
        place=Place("a.md", 1, 301),
        summary="s",
        hint="h",
        excerpt="a" * 300 + "B" + "c" * 300,
    )
    _, shown, caret, _ = str(problem).splitlines()

    assert shown[caret.index("^")] == "B"
    assert len(shown) < 130


def test_a_terminal_is_not_steered_by_what_was_typed() -> None:
    problem = Problem(
        code="x", place=Place("a.md"), summary="s", hint="h", excerpt="a\x1b[2Jb"
    )
    assert "\x1b" not in str(problem)


def test_a_record_has_one_card_however_many_pages_show_it(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {
            "concerns/roof.md": a_concern(RAISED_ONCE),
            "actions/a1.md": an_action(concerns="[roof]", themes="[hall]"),
        },
    )
    (roof,), (ring,), (hall,) = book.concerns, book.actions, book.themes
    card = action_view(book, ring, TODAY).card

    assert concern_view(book, roof, TODAY).actions[0] is card
    assert theme_view(book, hall, TODAY).actions.first[0] is card
    assert tracker_view(book, TODAY).open[0] is card


def test_a_card_of_another_day_is_another_card(tmp_path: Path) -> None:
    book = book_of(tmp_path, {"actions/a1.md": an_action(due=str(TODAY))})

    assert len(tracker_view(book, TODAY).open) == 1
    assert len(tracker_view(book, TODAY + dt.timedelta(days=1)).overdue) == 1


def test_an_organisation_and_a_group_of_one_name_are_told_apart(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {
            "organisations.yml": "board: Board of the bank\n",
            "people.yml": "{}",
            "actions/a1.md": an_action(owners="[Board of the bank, Board of trustees]"),
        },
    )
    (ring,) = book.actions
    owners = action_view(book, ring, TODAY).card.owners

    assert [owner.ref.folder for owner in owners if owner.ref] == [
        "organisations",
        "groups",
    ]


def test_what_a_person_does_counts_for_their_organisation(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        hide(MARCH, agreed_on="2026-03-20", attendees="[Amina Khan]")
        | hide(APRIL, agreed_on="2026-04-20", apologies="[Amina Khan]")
        | {
            "concerns/roof.md": a_concern(f"[{{meeting: {MARCH}, by: Amina Khan}}]"),
            "actions/a1.md": an_action(owners="[Amina Khan, Hall Trust]"),
        },
    )
    trust = book.organisations.get("hall-trust")
    assert trust
    view = organisation_view(book, trust, TODAY)

    assert (view.card.meetings, view.card.tally.unfinished, view.card.concerns) == (
        1,
        1,
        1,
    )
    assert [(len(a.present), len(a.apologies)) for a in view.owner.attended.first] == [
        (0, 1),
        (1, 0),
    ]


def test_what_is_shown_whole_is_not_copied(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        {
            "concerns/roof.md": a_concern(RAISED_TWICE),
            "actions/a1.md": an_action(
                updates=f"[{{status: open, reported_in: {APRIL}}}]"
            ),
        },
    )
    seen = seen_by(book, Visibility.PUBLIC, TODAY)

    for record in (*book.concerns, *book.actions, *book.meetings):
        assert seen.entry(record) is book.entry(record)
