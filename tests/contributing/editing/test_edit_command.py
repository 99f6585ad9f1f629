"""The command that opens the editor says why when it cannot."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minutebook.cli import main
from small_book import write_notes


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    return write_notes(tmp_path / "notes", {})


def edit(notes: Path, *words: str) -> Result:
    command = ["edit", "--notes", str(notes), "--no-browser", *words]
    return CliRunner().invoke(main, command, catch_exceptions=False)


def test_a_port_that_is_taken_is_said(notes: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = edit(notes, "--port", str(taken.getsockname()[1]))
    assert done.exit_code == 2
    assert "The editor was not started: Address already in use." in done.output


def test_notes_that_are_in_no_repository_cannot_wait_for_a_review(notes: Path) -> None:
    done = edit(notes, "--workflow")
    assert done.exit_code == 2
    assert "--workflow needs notes that are in a git repository." in done.output


def test_notes_that_are_not_there_are_said(tmp_path: Path) -> None:
    assert edit(tmp_path / "gone").exit_code == 2
