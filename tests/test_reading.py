"""Files to records: text stays what was typed, and everything keeps its place."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minutebook.cache import Cache
from minutebook.problems import Place
from minutebook.reading import read_notes
from minutebook.reading.expand import Unreadable, expand
from minutebook.reading.prose import read_prose
from minutebook.reading.text import NoteText, text_from_bytes
from minutebook.reading.yamltext import read_yaml
from minutebook.records import Attendance, When, attendance_from_text
from small_book import book_of, codes_of, problems_of, read, write_notes


def yaml_of(text: str) -> object:
    read_back = read_yaml(NoteText(path="x.yml", text=text), text, first_line=1)
    assert read_back.problems == ()
    return read_back.data


@pytest.mark.parametrize(
    "typed", ["no", "12:30", "0014", "2026-02-30", "1e3", "0x1F", "yes", ".5", "1_000"]
)
def test_every_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert yaml_of(f"field: {typed}") == {"field": typed}


@pytest.mark.parametrize("empty", ["", "~", "null"])
def test_an_empty_value_is_nothing_and_a_quoted_one_is_text(empty: str) -> None:
    assert yaml_of(f"field: {empty}") == {"field": None}
    assert yaml_of(f"field: '{empty}'") == {"field": empty}


def test_every_key_and_value_remembers_its_line_and_column() -> None:
    text = "title: Hall\nowners:\n  - Clinks\n  - name: Nacro\n"
    found = read_yaml(NoteText(path="a.yml", text=text), text, first_line=1)

    assert found.values["title",] == Place("a.yml", 1, 8)
    assert found.values["owners", 0] == Place("a.yml", 3, 5)
    assert found.keys["owners", 1, "name"] == Place("a.yml", 4, 5)


def test_places_count_letters_not_bytes() -> None:
    text = "é: {ä: ö, ü: x}"
    found = read_yaml(NoteText(path="a.yml", text=text), text, first_line=1)

    assert found.values["é", "ü"] == Place("a.yml", 1, 14)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b"\r"])
def test_any_line_ending_and_a_byte_order_mark_read_the_same(
    tmp_path: Path, mark: bytes, ending: bytes
) -> None:
    write_notes(tmp_path, {})
    text = b"---\ntitle: The roof\n---\n\nIt leaks.\n\nStill.\n"
    (tmp_path / "themes" / "roof.md").write_bytes(mark + text.replace(b"\n", ending))
    (roof,) = [e for e in read_notes(tmp_path).entries if e.record.id == "roof"]

    assert roof.record.title == "The roof"
    assert roof.record.text == "It leaks.\n\nStill."
    assert roof.source.body_place(1) == Place("themes/roof.md", 5)


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    write_notes(
        tmp_path, {"themes/roof.md": "titel: Roof", "themes/drain.md": "title: D"}
    )
    (tmp_path / "themes" / "wall.md").write_bytes(b"---\ntitle: W\xe4nde\n---\n")
    reading = read_notes(tmp_path)

    assert {p.place.path for p in reading.problems} == {
        "themes/roof.md",
        "themes/wall.md",
    }
    assert "drain" in {entry.record.id for entry in reading.entries}


def test_all_problems_of_a_record_are_told_at_once_in_order(tmp_path: Path) -> None:
    found = problems_of(
        tmp_path,
        {"actions/a1.md": "titel: x\nraised_in: 2026-03-21\ndue: soon\nstatus: opne"},
    )
    assert [problem.code for problem in found] == [
        "missing-field",
        "missing-field",
        "unknown-field",
        "bad-choice",
    ]
    assert [problem.place.line for problem in found] == [1, 1, 2, 5]


def test_a_misread_file_is_not_reported_missing_by_those_who_name_it(
    tmp_path: Path,
) -> None:
    codes = codes_of(
        tmp_path,
        {
            "meetings/2026-05-01-board.md": "title: Board\ndate: 2026-05-32",
            "actions/a1.md": "title: x\nowners: Hall Trust\nraised_in: 2026-05-01-board",
        },
    )
    assert codes == ["bad-date"]


def test_a_record_may_be_plain_yaml(tmp_path: Path) -> None:
    write_notes(tmp_path, {})
    text = "title: Drains\ntext: |\n  They are **old**.\n"
    (tmp_path / "themes" / "drains.yml").write_text(text, "utf-8")
    drains = next(e for e in read_notes(tmp_path).entries if e.record.id == "drains")

    assert drains.record.text == "They are **old**.\n"
    assert "<strong" in drains.prose.html


@pytest.mark.parametrize(
    ("written", "name", "organisation", "role"),
    [
        ("Jess Mullen, Clinks (chair)", "Jess Mullen", "Clinks", "chair"),
        ("Jess Mullen", "Jess Mullen", None, None),
        ("Jess Mullen (chair)", "Jess Mullen", None, "chair"),
        ("Amy Lee, Smith, Jones & Co", "Amy Lee", "Smith, Jones & Co", None),
        ("A. B, Trust (North) (vice chair)", "A. B", "Trust (North)", "vice chair"),
        ("  Jess Mullen ,  Clinks  ", "Jess Mullen", "Clinks", None),
    ],
)
def test_people_are_read_as_they_stand_in_minutes(
    written: str, name: str, organisation: str | None, role: str | None
) -> None:
    assert attendance_from_text(written) == Attendance(
        name=name, organisation=organisation, role=role
    )


@pytest.mark.parametrize(
    ("role", "is_chair"),
    [
        ("chair", True),
        ("Chair and treasurer", True),
        ("vice chair", False),
        ("trustee, chair", True),
        (None, False),
    ],
)
def test_the_chair_is_who_is_called_chair(role: str | None, *, is_chair: bool) -> None:
    assert Attendance(name="x", role=role).has_role("chair") is is_chair


def test_a_due_day_may_be_words(tmp_path: Path) -> None:
    shared = "title: x\nowners: Hall Trust\nraised_in: 2026-03-12-board\n"
    reading = read(
        tmp_path,
        {
            "actions/a.md": shared + "due: as soon as possible",
            "actions/b.md": shared + "due: 2026-06-30",
        },
    )
    dues = {
        e.record.id: e.record.due for e in reading.entries if hasattr(e.record, "due")
    }

    assert dues == {
        "a": When(words="as soon as possible"),
        "b": When(date=dt.date(2026, 6, 30)),
    }


@pytest.mark.parametrize("text", ["2026-02-30", "20260301", "1700000000", "2026-W10-1"])
def test_what_is_no_day_is_never_taken_for_one(text: str) -> None:
    assert expand(text, dt.date) == Unreadable(text)


@pytest.mark.parametrize("text", ["25:00", "1330", "12:60", "8am", "-1:30", "٣:30"])
def test_what_is_no_time_is_never_taken_for_one(text: str) -> None:
    assert expand(text, dt.time) == Unreadable(text)


def test_one_owner_needs_no_list(tmp_path: Path) -> None:
    text = "title: x\nowners: Hall Trust\nraised_in: 2026-03-12-board"
    book = book_of(tmp_path, {"actions/a.md": text})

    assert next(iter(book.actions)).owners == ("Hall Trust",)


def test_the_inbox_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    write_notes(tmp_path, {})
    (tmp_path / "inbox" / "draft").mkdir(parents=True)
    (tmp_path / "inbox" / "draft" / "x.md").write_text("nothing yet", "utf-8")
    (tmp_path / ".DS_Store").write_bytes(b"\x00")
    (tmp_path / "themes" / ".gitkeep").write_bytes(b"")

    assert read_notes(tmp_path).problems == ()


def test_a_file_that_is_not_text_says_where() -> None:
    found = text_from_bytes("über\nein".encode("utf-16"), "x.md")

    assert not isinstance(found, NoteText)
    assert found.code == "not-utf-8"


def test_a_list_that_follows_a_paragraph_is_a_list() -> None:
    assert "<ul" in read_prose("We agreed:\n- to wait\n- to ask\n").html


def test_html_and_comments_are_left_out_and_html_is_told() -> None:
    prose = read_prose("Before <b>bold</b> after\n\n<!-- secret -->\n\n`<i>` stays")

    assert "secret" not in prose.html
    assert "&lt;i&gt;" in prose.html
    assert [(spot.text, spot.line) for spot in prose.html_typed] == [
        ("<b>", 1),
    ]


def test_an_action_line_without_a_record_is_seen_in_all_its_forms() -> None:
    lines = [
        "Action: ring the bell",
        "- **Action:** ring the bell",
        "ACTION - ring the bell",
        "* Action point 3: ring",
        "| What |\n|---|\n| Action: ring |",
    ]
    for line in lines:
        assert len(read_prose(line).bare_actions) == 1, line
    for line in [
        "Action is needed",
        "Action-oriented people",
        "Actions: none",
        "- **Action:** [Ring](../actions/a1.md)",
        "Reaction: no",
    ]:
        assert read_prose(line).bare_actions == (), line


NOTE = "---\ntitle: The roof\n---\n\n# Leaks\n\nIt [leaks](hall.md).\n"


def kept(folder: Path) -> Cache:
    return Cache(folder / "cache")


def test_what_was_read_before_is_taken_from_the_cache(tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", {})
    (notes / "themes" / "roof.md").write_text(NOTE, "utf-8")
    fresh = read_notes(notes)
    for _ in range(2):
        cache = kept(tmp_path)
        assert read_notes(notes, cache) == fresh
        cache.close()


def test_nothing_is_rendered_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = write_notes(tmp_path / "notes", {})
    cache = kept(tmp_path)
    fresh = read_notes(notes, cache)
    monkeypatch.setattr("minutebook.reading.read.read_bytes", None)

    assert read_notes(notes, cache) == fresh
    cache.close()


def test_a_file_that_was_changed_is_read_afresh(tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", {"themes/roof.md": "title: Roof"})
    cache = kept(tmp_path)
    read_notes(notes, cache)
    write_notes(notes, {"themes/roof.md": "title: The new roof"})

    assert read_notes(notes, cache) == read_notes(notes)
    cache.close()


def test_problems_are_told_again_on_every_run(tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", {"themes/roof.md": "titel: Roof"})
    cache = kept(tmp_path)
    first, second = read_notes(notes, cache), read_notes(notes, cache)
    cache.close()

    assert first.problems == second.problems != ()


@pytest.mark.parametrize(
    "value", [b"", b"null", b"[]]", b"[1]", b'[[{"id":"roof"},null,null,[]]]', b"\xff"]
)
def test_a_kept_value_that_is_none_of_ours_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: bytes
) -> None:
    notes = write_notes(tmp_path / "notes", {})
    cache = kept(tmp_path)
    monkeypatch.setattr(cache, "get", lambda _: value)

    assert read_notes(notes, cache) == read_notes(notes)
    cache.close()


def test_a_record_points_at_its_fields_long_after_it_was_read(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {})
    (notes / "themes" / "roof.md").write_text(NOTE, "utf-8")
    roof = next(e for e in read_notes(notes).entries if e.record.id == "roof")

    assert roof.source.place(("title",)) == Place("themes/roof.md", 2, 8)
    assert roof.source.problem("x", roof.source.body_place(3), "", "").excerpt == (
        "It [leaks](hall.md)."
    )
    assert roof.source.note.text == NOTE


def test_a_file_of_any_length_is_read_whole(tmp_path: Path) -> None:
    notes = write_notes(tmp_path, {})
    body = "A long tale of the hall. " * 10_000
    (notes / "themes" / "tale.md").write_text(f"---\ntitle: T\n---\n{body}", "utf-8")
    tale = next(e for e in read_notes(notes).entries if e.record.id == "tale")

    assert tale.record.text == body.strip()
    assert tale.prose.words.strip() == body.strip()
