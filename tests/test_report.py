"""Problems told: one by one, until they repeat themselves."""

from __future__ import annotations

import pytest

from minutebook.problems import Place, Problem
from minutebook.report import MOST_ALIKE, tell


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
