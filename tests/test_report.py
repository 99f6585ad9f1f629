"""Problems told: one by one, until they repeat themselves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.cli import main
from minutebook.make import check_notes
from minutebook.problems import Place, Problem, Severity
from minutebook.report import MOST_ALIKE, annotation, as_json, tell
from small_book import write_notes


def problems(number: int) -> list[Problem]:
    return [
        Problem(code="broken-link", place=Place("a.md", line), summary="s", hint="h")
        for line in range(1, number + 1)
    ]


def test_each_problem_is_followed_by_a_blank_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(problems(2))

    assert capsys.readouterr().out == (
        "a.md:1:1: error: s [broken-link]\n      = hint: h\n\n"
        "a.md:2:1: error: s [broken-link]\n      = hint: h\n\n"
    )


def test_the_same_fault_again_and_again_is_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell(problems(MOST_ALIKE + 1200))
    told = capsys.readouterr().out

    assert told.count("hint") == MOST_ALIKE
    assert told.endswith("a.md: and 1,200 more like this [broken-link]\n\n")


def test_nothing_wrong_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    tell([])

    assert capsys.readouterr().out == ""


# For programs


def test_a_program_finds_every_part_of_a_problem_by_its_name(tmp_path: Path) -> None:
    action = "title: A\nowners: [Nobody]\nraised_in: 2026-03-12-board"
    notes = write_notes(tmp_path, {"actions/a.md": action})
    (problem,) = check_notes(notes).problems

    words = ["check", "--notes", str(notes), "--format", "json"]
    result = CliRunner().invoke(main, words)

    assert result.exit_code == 1
    assert json.loads(result.output) == {
        "records": 8,
        "errors": 1,
        "warnings": 0,
        "problems": [
            {
                "code": "unknown-owner",
                "severity": "error",
                "path": "actions/a.md",
                "line": 3,
                "column": 10,
                "summary": problem.summary,
                "hint": problem.hint,
                "excerpt": "owners: [Nobody]",
            }
        ],
    }


def test_a_program_is_told_that_there_is_nothing_to_mend(tmp_path: Path) -> None:
    notes = str(write_notes(tmp_path, {}))

    result = CliRunner().invoke(main, ["check", "--notes", notes, "--format", "json"])

    assert result.exit_code == 0
    told = {"records": 7, "errors": 0, "warnings": 0, "problems": []}
    assert json.loads(result.output) == told


def test_warnings_and_errors_are_counted_apart() -> None:
    warning = Problem(
        code="c", place=Place("a.md"), summary="s", hint="h", severity=Severity.WARNING
    )
    data = json.loads(as_json((warning, *problems(2)), 5))

    assert (data["errors"], data["warnings"], data["records"]) == (2, 1, 5)
    assert data["problems"][0]["excerpt"] is None


# For a pull request


_COMMAND = re.compile(
    r"::error file=(?P<file>[^,:\r\n]*),line=1,col=1,title=c::(?P<said>[^\r\n]*)"
)


def _unescaped(text: str) -> str:
    for sign in (":", ",", "\n", "\r", "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


@settings(deadline=None)
@given(path=st.text(), summary=st.text(), hint=st.text())
def test_an_annotation_is_one_command_whatever_it_says(
    path: str, summary: str, hint: str
) -> None:
    problem = Problem(code="c", place=Place(path), summary=summary, hint=hint)

    command = _COMMAND.fullmatch(annotation(problem, Path("notes")))

    assert command
    assert _unescaped(command["file"]) == f"notes/{path}"
    assert _unescaped(command["said"]) == f"{summary}\n{hint}"


@pytest.mark.parametrize(
    "evil",
    [
        "x\n::add-mask::a",
        "x\r\n::set-output name=a::b",
        "x%0A::error::y",
        "x,line=9::error file=b::y",
        "::stop-commands::z",
    ],
)
def test_what_a_note_says_is_no_command_of_its_own(evil: str) -> None:
    problem = Problem(code="c", place=Place(f"{evil}.md"), summary=evil, hint=evil)

    told = annotation(problem, Path("notes"))

    assert len(told.splitlines()) == 1
    assert told.startswith("::error file=notes/")
    assert _COMMAND.fullmatch(told)
