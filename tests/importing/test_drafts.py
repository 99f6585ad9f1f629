"""A draft has all that the document has, and reads back as records of the book."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from importing.reading import document_of, part_from
from minutebook.changing.naming import slug_of, title_of
from minutebook.importing import import_file
from minutebook.importing.document import Document
from minutebook.importing.drafting.account import lost_lines
from minutebook.importing.drafting.draft import REVIEW, Draft
from minutebook.importing.drafting.drafting import draft_of
from minutebook.importing.drafting.records import kind_of
from minutebook.importing.recognising.recognise import recognise
from minutebook.reading import read_notes
from minutebook.records import Action, Concern, Meeting, MeetingKind, is_slug

FOLDERS = [Path(__file__).parent / name for name in ("documents", "kept_back", "printed")]
CORPUS = sorted(
    path
    for folder in FOLDERS
    for path in folder.iterdir()
    if path.suffix != ".json"
    and not (path.suffix == ".txt" and path.with_suffix(".pdf").exists())
)

MINUTES = """
Minutes of the Parks Committee

4 May 2021, 7.30pm-9pm, at the village hall

Present:
- Jo Lee, Friends of the Park (chair)
- Sam Patel, Town Council

Apologies
- Ann Wu

1. Gate

The gate sticks, and prams cannot pass.

Action: Sam Patel to ask for a quotation by 1 June 2021.

2. Concerns raised by visitors

- Dogs: They run loose in the mornings, and children are afraid to walk to school.

3. Close

The meeting closed at 9pm.

Actions

- Sam Patel to ask for a quotation

Annex A: Prices

| Gate | Price |
| --- | --- |
| Oak | 400 |
"""


def read_back(draft: Draft, folder: Path) -> dict[type, list[object]]:
    """Read the records of a draft as the book would."""
    for path, text in draft.files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    reading = read_notes(folder)
    wrong = [str(p) for p in reading.problems if p.place.path != REVIEW]
    assert wrong == []
    found: dict[type, list[object]] = {}
    for entry in reading.entries:
        found.setdefault(type(entry.record), []).append(entry.record)
    return found


def test_the_fields_of_a_note_are_what_the_head_of_the_document_says(
    tmp_path: Path,
) -> None:
    found = read_back(draft_of(part_from(MINUTES)), tmp_path)
    (meeting,) = found[Meeting]

    assert isinstance(meeting, Meeting)
    assert meeting.id == "2021-05-04-parks-committee"
    assert (str(meeting.start), str(meeting.end)) == ("19:30:00", "21:00:00")
    assert meeting.venue == "village hall"
    assert [one.name for one in meeting.attendees] == ["Jo Lee", "Sam Patel"]
    assert [one.name for one in meeting.apologies] == ["Ann Wu"]
    assert meeting.addenda[0].title == "Annex A: Prices"
    assert "| Oak | 400 |" in meeting.addenda[0].text


def test_people_and_annexes_do_not_stand_in_the_minutes_again() -> None:
    draft = draft_of(part_from(MINUTES))

    assert "Ann Wu" not in draft.meeting.text
    assert "Annex" not in draft.meeting.text
    assert "## 1. Gate" in draft.meeting.text


def test_a_block_of_code_stands_in_the_minutes_and_is_no_action() -> None:
    code = "\n```\nAction: Zed to delete everything\n```\n\n2. Concerns"
    draft = draft_of(part_from(MINUTES.replace("\n2. Concerns", code)))

    assert "Action: Zed to delete everything" in draft.meeting.text
    actions = [text for path, text in draft.files.items() if path.startswith("actions/")]
    assert not any("Zed" in text for text in actions)


def test_an_action_is_a_record_and_a_link_takes_its_place(tmp_path: Path) -> None:
    draft = draft_of(part_from(MINUTES))
    (action,) = read_back(draft, tmp_path)[Action]
    link = (
        f"- **Action:** [Ask for a quotation by 1 June 2021](../actions/{draft.id}-a1.md)"
    )

    assert isinstance(action, Action)
    assert action.owners == ("Sam Patel",)
    assert action.due is not None
    assert str(action.due.date) == "2021-06-01"
    assert draft.meeting.text.count(link) == 2, "in the minutes, and in their summary"


def test_a_concern_is_a_record_and_its_label_leads_there(tmp_path: Path) -> None:
    draft = draft_of(part_from(MINUTES))
    (concern,) = read_back(draft, tmp_path)[Concern]

    assert isinstance(concern, Concern)
    assert concern.title == "Dogs"
    assert "- **[Dogs](../concerns/dogs.md):** They run loose" in draft.meeting.text


def test_the_review_says_what_was_found_and_where() -> None:
    review = draft_of(part_from(MINUTES)).files[REVIEW]

    assert "| Day | Tuesday 4 May 2021 |" in review
    assert "| Jo Lee | Friends of the Park | chair | present | 7 |" in review
    assert "minutebook accept 2021-05-04-parks-committee" in review
    assert "Not placed" not in review


def test_a_meeting_without_a_day_leaves_the_day_to_a_person() -> None:
    draft = draft_of(part_from("Minutes of the Parks Committee\n\n1. Gate\n\nIt sticks."))

    assert draft.id.startswith("undated-")
    assert "\ndate:\n" in draft.files[f"meetings/{draft.id}.md"]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_no_line_of_any_document_is_lost(path: Path) -> None:
    imported = import_file(path)

    assert imported.parts
    for part in imported.parts:
        assert "## Not placed" not in draft_of(part).files[REVIEW]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_every_draft_reads_back_but_for_what_only_a_person_can_say(
    path: Path, tmp_path: Path
) -> None:
    for number, part in enumerate(import_file(path).parts):
        folder = tmp_path / str(number)
        for name, text in draft_of(part).files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        wrong = [p for p in read_notes(folder).problems if p.place.path != REVIEW]

        assert {p.code for p in wrong} <= {"missing-field"}
        assert all("date" in p.summary or "owners" in p.summary for p in wrong)


_PIECES = st.sampled_from(
    (
        *MINUTES.splitlines(),
        "| a | b |",
        "Action: all to rest",
        "1. 2. 3.",
        "# Board",
        "**Post-meeting note:** it was mended.",
        "RESOLVED that the hall be sold.",
        "- [x] Jo Lee",
        "Next meeting: 3 June 2021",
        "o Roof - leaks since the storm, and nobody has been to look at it yet.",
        "* *",
        "",
    )
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_PIECES, min_size=1, max_size=40))
def test_nothing_is_lost_however_lines_are_put_together(lines: list[str]) -> None:
    document = document_of("\n".join(lines))
    if not document.blocks:
        return
    assert lost_in(document) == ()


def lost_in(document: Document) -> tuple[str, ...]:
    """Give the lines that stand in no file of any draft."""
    drafts = [draft_of(part) for part in recognise(document)]
    texts = [text for draft in drafts for text in draft.files.values()]
    return lost_lines(document.lines, texts)


def test_the_account_notices_a_line_that_is_gone() -> None:
    assert lost_lines(["Fees are due", "Fees are due"], ["fees are due in May"]) == (
        "Fees are due",
    )


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Minutes of the Annual General Meeting", MeetingKind.GENERAL_MEETING),
        ("Voluntary sector roundtable", MeetingKind.ROUNDTABLE),
        ("Special meeting of the parish council", MeetingKind.EXTRAORDINARY),
        ("Workshop on fares", MeetingKind.WORKSHOP),
        ("Board of trustees", MeetingKind.MEETING),
    ],
)
def test_a_title_tells_what_sort_of_meeting_it_was(title: str, kind: MeetingKind) -> None:
    assert kind_of(title) is kind


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Women's contract lot", "womens-contract-lot"),
        ("Llanfihangel-y-Gŵydd", "llanfihangel-y-gwydd"),
        ("Food & drink", "food-and-drink"),
        ("日本", "untitled"),
        ("The history of the " + "very " * 20 + "long bridge", None),
    ],
)
def test_ids_are_made_of_words(words: str, slug: str | None) -> None:
    made = slug_of(words)

    assert is_slug(made)
    assert slug is None or made == slug


@pytest.mark.parametrize(
    ("text", "owners", "title"),
    [
        ("Clinks to collate data. It is urgent.", ("Clinks",), "Collate data"),
        ("Book the hall", ("Jo Lee",), "Book the hall"),
        ("The chair will write to the council", ("chair",), "Write to the council"),
        ("Ask about the gate (see item 4) and the fence", (), None),
    ],
)
def test_titles_are_the_first_clause_without_the_owner(
    text: str, owners: tuple[str, ...], title: str | None
) -> None:
    assert title_of(text, owners) == (title or text)


def test_a_title_that_is_cut_does_not_end_in_a_small_word() -> None:
    text = f"Follow up {'volumes ' * 9}of the contract for the services in the north"

    assert title_of(text) == f"Follow up {'volumes ' * 9}…"
