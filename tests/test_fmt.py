"""The command that puts files in order: minutebook fmt."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from minutebook.cli.main import main
from minutebook.contributing.layout.tidy import tidy
from minutebook.make import check_notes

BASE = Path(__file__).parent / "errors" / "_book"
ACTION = "actions/2026-03-12-board-a1.md"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """Notes of a small hall, all in order."""
    folder = tmp_path / "notes"
    shutil.copytree(BASE, folder)
    CliRunner().invoke(main, ["fmt", "--notes", str(folder)])
    return folder


def fmt(notes: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["fmt", "--notes", str(notes), *arguments])
    return done.exit_code, done.output


ODD = """\
---
# yaml-language-server: $schema=../../schema/action.json

# who is to do it
owners: [Clinks, "Nacro"]   # both
due:   '2026-05-01'
# from the note
raised_in : 2026-03-12-board
updates:
  # newest last
  - {status: done}
title: "Do it"
status:
# the end
---

The  body,   as it is.


"""

IN_ORDER = """\
---
# yaml-language-server: $schema=../../schema/action.json

title: Do it
# who is to do it
owners:   # both
- Clinks
- Nacro
# from the note
raised_in: 2026-03-12-board
due: 2026-05-01
status:
updates:
  # newest last
  - {status: done}
# the end
---

The  body,   as it is.


"""


def test_fields_are_put_in_order_and_comments_go_with_them() -> None:
    assert tidy(ODD, ACTION) == IN_ORDER
    assert tidy(IN_ORDER, ACTION) == IN_ORDER
    assert tidy(ODD.replace("\n", "\r\n"), ACTION) == IN_ORDER.replace("\n", "\r\n")


def test_text_below_a_sign_keeps_its_lines() -> None:
    due = "due: >-\n  when the\n  data come\n"
    text = f"---\ntitle: x\nowners:\n- a\nraised_in: m\n{due}---\n"

    assert tidy(text, ACTION) == text


def test_an_entry_of_a_register_is_put_in_order_where_it_stands() -> None:
    text = "# all\nb: Beta\na:\n    aliases: [A]  # short\n    # long\n    name: Alpha\n"

    assert tidy(text, "organisations.yml") == (
        "# all\nb: Beta\na:\n  # long\n  name: Alpha\n  aliases:  # short\n  - A\n"
    )


def test_fields_that_are_set_in_or_between_braces_are_put_at_the_left_edge() -> None:
    wanted = "---\ntitle: x\nowners:\n- a\nraised_in: m\n---\n"
    set_in = "---\n  owners: [a]\n  raised_in: m\n  title: x\n---\n"
    braces = "---\n{owners: [a], raised_in: m, title: x}\n---\n"

    assert tidy(set_in, ACTION) == wanted
    assert tidy(braces, ACTION) == wanted
    commented = braces.replace("x}", "x} # why")
    assert tidy(commented, ACTION) == commented


def test_files_are_changed_and_said(notes: Path) -> None:
    path = notes / ACTION
    good = path.read_text("utf-8")
    path.write_text(good.replace("title:", "title:  "), "utf-8")

    assert fmt(notes)[0] == 0
    assert path.read_text("utf-8") == good
    assert fmt(notes) == (0, f"{number_of(notes)} looked at, 0 changed.\n")


def test_a_check_changes_nothing_and_fails(notes: Path) -> None:
    path = notes / ACTION
    odd = path.read_text("utf-8").replace("title:", "title:  ")
    path.write_text(odd, "utf-8")
    code, said = fmt(notes, "--check")

    assert code == 1
    assert said.startswith(f"Not in order: {path}\n")
    assert path.read_text("utf-8") == odd
    path.write_text(odd.replace("title:  ", "title:"), "utf-8")
    assert fmt(notes, "--check")[0] == 0


def test_only_the_files_that_are_named_are_touched(notes: Path) -> None:
    one, other = notes / ACTION, notes / "organisations.yml"
    for path in (one, other):
        path.write_text(path.read_text("utf-8").replace(": ", ":  "), "utf-8")

    assert fmt(notes, str(one))[1].endswith("1 file looked at, 1 changed.\n")
    assert ":  " in other.read_text("utf-8")
    assert fmt(notes, str(BASE / ACTION))[0] == 2


def test_a_file_that_cannot_be_read_is_told_and_left(notes: Path) -> None:
    path = notes / ACTION
    bad = path.read_text("utf-8").replace("title: ", "tilte:  ")
    path.write_text(bad, "utf-8")
    code, said = fmt(notes)

    assert code == 1
    assert "did you mean `title`" in said
    assert path.read_text("utf-8") == bad


def test_what_an_editor_wrote_anew_is_laid_out_as_it_was_before(
    notes: Path, tmp_path: Path
) -> None:
    before = tmp_path / "before"
    shutil.copytree(notes, before)
    (before / ACTION).write_text(ODD, "utf-8")
    rewritten = IN_ORDER.replace("  # newest last\n", "").replace("Do it", "'Do that'")
    (notes / ACTION).write_text(rewritten, "utf-8")

    assert fmt(notes, "--like", str(before))[0] == 0
    assert (notes / ACTION).read_text("utf-8") == ODD.replace('"Do it"', "Do that")


def number_of(notes: Path) -> str:
    return f"{len({e.source.path for e in check_notes(notes).book.entries})} files"
