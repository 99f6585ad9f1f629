"""A reviewed draft goes into the book whole, or not at all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from importing.test_drafts import MINUTES
from minutebook.changing.outcome import Accepted
from minutebook.edition import Edition
from minutebook.importing.accepting.accept import accept, drafts_waiting
from minutebook.importing.accepting.before import Answers
from minutebook.importing.accepting.explained import terms_in
from minutebook.importing.accepting.inbox import Inbox
from minutebook.importing.importer import Imported, import_file
from minutebook.make import check_notes, make_site
from minutebook.problems import Problem
from minutebook.reading.yaml_edit import append_items

ID = "2021-05-04-parks-committee"
LATER = MINUTES.replace("4 May 2021", "6 July 2021").replace("1 June", "1 August")
LATER_ID = "2021-07-06-parks-committee"


def bring_in(notes: Path, text: str, name: str = "minutes.txt") -> list[Path | Problem]:
    source = notes.parent / name
    source.write_text(text, "utf-8")
    book = check_notes(notes).book if notes.is_dir() else None
    return list(Inbox(notes=notes, book=book).take(import_file(source)))


def accepted(notes: Path, draft: str, **answers: str) -> Accepted:
    return accept(
        notes, draft, Answers(**{k: frozenset({v}) for k, v in answers.items()})
    )


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Notes whose inbox has one draft."""
    folder = tmp_path / "notes"
    bring_in(folder, MINUTES)
    return folder


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_an_accepted_draft_makes_a_book_that_checks_clean_and_builds(
    notes: Path,
) -> None:
    outcome = accepted(notes, ID)

    assert outcome.is_done
    assert f"meetings/{ID}.md" in outcome.added
    assert check_notes(notes).problems == ()
    assert make_site(notes, dt.date(2021, 9, 1), Edition()).site is not None
    assert drafts_waiting(notes) == ()
    assert not (notes / "inbox" / ID).exists()


def test_people_and_organisations_are_added_to_their_registers(notes: Path) -> None:
    accepted(notes, ID)
    people = (notes / "people.yml").read_text("utf-8")

    assert "jo-lee:\n  name: Jo Lee\n  organisation: Friends of the Park\n" in people
    assert "town-council:" in (notes / "organisations.yml").read_text("utf-8")


def test_what_a_register_says_already_stays_byte_for_byte(notes: Path) -> None:
    before = "# ours\nsam-patel:   {name:  'Sam Patel'}  # of the council"
    (notes / "people.yml").write_text(before, "utf-8")
    accepted(notes, ID)
    after = (notes / "people.yml").read_text("utf-8")

    assert after.startswith(before + "\n")
    assert after.count("Sam Patel") == 1
    assert "ann-wu:" in after


def test_the_same_document_is_not_imported_twice(notes: Path) -> None:
    before = everything_in(notes)
    (again,) = bring_in(notes, MINUTES)

    assert isinstance(again, Problem)
    assert again.code == "import-draft-exists"
    assert everything_in(notes) == before


def test_a_meeting_of_the_book_is_not_imported_again(notes: Path) -> None:
    accepted(notes, ID)
    before = everything_in(notes)
    (again,) = bring_in(notes, MINUTES, "copy.txt")

    assert isinstance(again, Problem)
    assert again.code == "import-meeting-exists"
    assert everything_in(notes) == before


def test_a_draft_of_a_meeting_that_came_into_the_book_meanwhile_is_not_accepted(
    notes: Path,
) -> None:
    note = notes / "inbox" / ID / "meetings" / f"{ID}.md"
    (notes / "meetings").mkdir()
    (notes / "meetings" / f"{ID}.md").write_bytes(note.read_bytes())
    outcome = accepted(notes, ID)

    assert [p.code for p in outcome.problems] == ["import-meeting-exists"]
    assert outcome.problems[0].place.path == f"inbox/{ID}/meetings/{ID}.md"


def test_a_concern_that_looks_like_an_earlier_one_is_asked_about(notes: Path) -> None:
    accepted(notes, ID)
    bring_in(notes, LATER)
    before = everything_in(notes)
    outcome = accepted(notes, LATER_ID)

    assert not outcome.is_done
    assert [p.code for p in outcome.problems] == ["import-raised-before"]
    assert "--again dogs" in outcome.problems[0].hint
    assert everything_in(notes) == before


def test_a_concern_raised_again_gains_an_entry_and_keeps_its_file(notes: Path) -> None:
    accepted(notes, ID)
    concern = notes / "concerns" / "dogs.md"
    text = concern.read_text("utf-8").replace("title:", "# our words\ntitle:")
    concern.write_text(text, "utf-8")
    bring_in(notes, LATER)
    outcome = accepted(notes, LATER_ID, again="dogs")
    (found,) = check_notes(notes).book.concerns

    assert outcome.is_done
    assert outcome.edited == ("concerns/dogs.md",)
    assert [one.meeting for one in found.raised] == [ID, LATER_ID]
    assert "# our words\ntitle:" in concern.read_text("utf-8")
    assert check_notes(notes).problems == ()


def test_a_concern_with_line_ends_of_another_system_is_raised_again(notes: Path) -> None:
    accepted(notes, ID)
    concern = notes / "concerns" / "dogs.md"
    concern.write_bytes(concern.read_bytes().replace(b"\n", b"\r\n"))
    bring_in(notes, LATER)
    outcome = accepted(notes, LATER_ID, again="dogs")
    (found,) = check_notes(notes).book.concerns

    assert outcome.is_done
    assert [one.meeting for one in found.raised] == [ID, LATER_ID]


def test_a_concern_may_be_another_one_of_the_same_name(notes: Path) -> None:
    accepted(notes, ID)
    bring_in(notes, LATER)
    outcome = accepted(notes, LATER_ID, new="dogs")

    assert outcome.is_done
    assert "concerns/dogs-2.md" in outcome.added
    note = (notes / "meetings" / f"{LATER_ID}.md").read_text("utf-8")
    assert "](../concerns/dogs-2.md)" in note
    assert check_notes(notes).problems == ()


def test_a_group_and_its_name_are_known_the_second_time(notes: Path) -> None:
    accepted(notes, ID)
    (draft,) = bring_in(notes, LATER)

    assert isinstance(draft, Path)
    assert not (draft / "groups").exists()


def test_an_owner_may_be_named_by_role_first_name_or_initials(notes: Path) -> None:
    for spelt in ("The chair", "Jo", "JL"):
        action = notes / "inbox" / ID / "actions" / f"{ID}-a1.md"
        text = action.read_text("utf-8")
        action.write_text(text.replace("- Sam Patel", f"- {spelt}"), "utf-8")
        outcome = accepted(notes, ID)

        assert outcome.notices == (f"`{spelt}` is taken to be Jo Lee",)
        assert check_notes(notes).problems == ()
        for path in (*outcome.added, "inbox"):
            target = notes / path
            target.unlink() if target.is_file() else None
        bring_in(notes, MINUTES)


def test_officials_of_one_ministry_stand_for_it(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    text = MINUTES.replace(
        "Apologies\n", "Officials\n- Kim Ray, Ministry of Parks\n\nApologies\n"
    ).replace("Action: Sam Patel", "Action: Officials")
    bring_in(notes, text)
    outcome = accepted(notes, ID)
    actions = check_notes(notes).book.actions

    assert outcome.notices == ("`Officials` is taken to be Ministry of Parks",)
    assert {one.owners for one in actions} == {("Ministry of Parks",)}


def test_a_draft_without_a_day_is_not_accepted_before_somebody_gives_one(
    tmp_path: Path,
) -> None:
    notes = tmp_path / "notes"
    (folder,) = bring_in(notes, MINUTES.replace("4 May 2021, ", ""))
    assert isinstance(folder, Path)
    outcome = accepted(notes, folder.name)

    assert [p.code for p in outcome.problems] == ["missing-field"]
    assert outcome.problems[0].place.path.startswith(f"inbox/{folder.name}/")
    assert not (notes / "meetings").exists()


def test_a_draft_that_would_break_the_book_changes_nothing(notes: Path) -> None:
    note = notes / "inbox" / ID / "meetings" / f"{ID}.md"
    note.write_text(note.read_text("utf-8") + "\n[gone](../actions/gone.md)\n", "utf-8")
    before = everything_in(notes)
    outcome = accepted(notes, ID)

    assert "broken-link" in {p.code for p in outcome.problems}
    assert everything_in(notes) == before


def test_there_is_no_draft_of_that_name(notes: Path) -> None:
    for wrong in ("2020-01-01-board", "../notes", "."):
        (problem,) = accepted(notes, wrong).problems

        assert problem.code == "import-no-draft"
        assert ID in problem.hint


def test_a_link_in_the_inbox_is_no_draft(notes: Path) -> None:
    (notes / "inbox" / ID).rename(notes.parent / "elsewhere")
    (notes / "inbox" / ID).symlink_to(notes.parent / "elsewhere")

    assert not accepted(notes, ID).is_done
    assert (notes.parent / "elsewhere" / "review.md").exists()


def test_a_file_of_the_inbox_that_is_not_of_the_draft_stays(notes: Path) -> None:
    kept = notes / "inbox" / ID / "meetings" / "scan.jpg"
    kept.write_bytes(b"x")
    outcome = accepted(notes, ID)

    assert not outcome.is_done, "the draft has a file that no book holds"
    kept.rename(notes / "inbox" / ID / ".scan.jpg")
    assert accepted(notes, ID).is_done
    assert (notes / "inbox" / ID / ".scan.jpg").exists()


def test_acronyms_that_a_note_explains_are_put_into_the_glossary() -> None:
    text = (
        "the Ministry of Justice (MoJ), special interest group (SIG), our chair (JL),"
        " HM Prisons and Probation Service (HMPPS) and Community Companies (CCs)"
    )

    assert [(t.id, t.meaning) for t in terms_in(text, {"SIG"})] == [
        ("MoJ", "Ministry of Justice"),
        ("HMPPS", "HM Prisons and Probation Service"),
        ("CC", "Community Companies"),
    ]


@pytest.mark.parametrize(
    "before",
    [
        "title: a\nraised:\n  - meeting: m1 # one\n    said: >-\n      so\n\nkind: x\n",
        "title: a\nraised:\n- m1\n# end\n",
        "title: a\nraised: [m1]\nkind: x\n",
        "title: a\n",
        "raised:\n- m1",
    ],
)
def test_an_item_is_put_at_the_end_of_a_list_and_nothing_else_changes(
    before: str,
) -> None:
    after = append_items(before, "raised", [{"meeting": "m2"}])
    lines = [line for line in before.splitlines() if "[m1]" not in line]

    assert "meeting: m2" in after
    assert [line for line in lines if line not in after.splitlines()] == []


def test_an_import_of_several_files_is_one_draft_each(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    first, second = bring_in(notes, MINUTES), bring_in(notes, LATER, "later.txt")

    assert [p.name for p in (*first, *second) if isinstance(p, Path)] == [ID, LATER_ID]
    assert isinstance(import_file(tmp_path / "later.txt"), Imported)


DOCUMENTS = Path(__file__).parent / "documents"
DEMO = ("roundtable-2018.txt", "advisory-group-2020.txt")


def test_the_two_meetings_of_the_demo_go_the_whole_way_into_an_empty_book(
    tmp_path: Path,
) -> None:
    notes = tmp_path / "notes"
    for name in DEMO:
        bring_in(notes, (DOCUMENTS / name).read_text("utf-8"), name)
    for draft in drafts_waiting(notes):
        assert accepted(notes, draft).is_done
    checked = check_notes(notes)
    site = make_site(notes, dt.date(2021, 9, 1), Edition()).site
    before = everything_in(notes)
    again = [
        found
        for name in DEMO
        for found in bring_in(notes, (DOCUMENTS / name).read_text("utf-8"), name)
    ]

    assert {p.code for p in checked.problems} <= {"unexplained-acronym"}
    assert len(checked.book.concerns) == 39
    assert len(checked.book.actions) == 5
    assert site is not None
    assert {p.code for p in again if isinstance(p, Problem)} == {"import-meeting-exists"}
    assert len(again) == 2
    assert everything_in(notes) == before
