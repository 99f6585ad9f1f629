"""The pages that tell how to do something say what the program says, and no more."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from PIL import Image

import propose_change
from browser.camera import MOST_BYTES, PICTURES, WORDS
from minutebook.cli import main
from minutebook.contributing.forms.layout import laid_out
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
    Form,
)
from site_folder import ROOT

DOCS = ROOT / "docs"
PAGES = sorted((*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"))
MEETING = "2020-08-26-rr3-probation-sig"
NOTE = f"notes/meetings/{MEETING}.md"

Golden = Callable[[Path, str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A form as somebody sent it, with a mistake in it."""

    form: Form
    answers: Mapping[str, str]


MISTAKES = {
    "action-done": Sent(
        form=UPDATE_ACTION,
        answers={
            "action": f"{MEETING}-a1",
            "status": "It is done",
            "date": "14/10/2020",
        },
    ),
    "correct-a-mistake": Sent(
        form=SUGGEST_CORRECTION,
        answers={
            "record": f"meetings/{MEETING}",
            "words": "Clinks",
            "instead": "An example",
        },
    ),
    "answer-a-concern": Sent(
        form=ANSWER_CONCERN,
        answers={
            "concern": "womens-unit-costs",
            "answer": "An example.",
            "by": "Ministry of Justise",
        },
    ),
    "add-notes": Sent(
        form=ADD_NOTES,
        answers={
            "title": "An example of a meeting",
            "date": "2020-10-14",
            "group": "rr3-probation-sig",
            "notes": "## 1. Volumes\n\n- Action: to send the figures round.",
        },
    ),
}
"""By the page that shows the answer."""

_ANSWER = re.compile(r"^> Thank you\. Nothing.*(?:\n>.*)*", re.MULTILINE)
_PROPOSED = re.compile(r"^> Thank you\. What.*(?:\n>.*)*", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)(\{[^}]*\})?")
_TEXTS = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMANDS = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a copy of the notes, in which commands are run."""
    shutil.copytree(ROOT / "notes", tmp_path / "notes")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer_to(sent: Sent, folder: Path) -> str:
    """Send a form as an issue, and give the answer to it."""
    shutil.copytree(ROOT / "notes", folder / "notes")
    body = laid_out(sent.form, sent.answers)
    issue = {"number": 7, "body": body, "user": {"login": "alex-example"}}
    (folder / "event.json").write_text(json.dumps({"issue": issue}), "utf-8")
    told = CliRunner().invoke(
        main,
        [
            *("apply-form", "--event", str(folder / "event.json")),
            *("--out", str(folder / "out"), "--notes", str(folder / "notes")),
            *("--today", "2020-10-20"),
        ],
    )
    assert told.exit_code == 1, told.output
    return (folder / "out" / "answer.md").read_text("utf-8")


@pytest.mark.parametrize("page", MISTAKES)
def test_an_answer_that_a_page_shows_is_what_the_program_answers(
    page: str, tmp_path: Path, golden: Golden
) -> None:
    file = DOCS / "how-to" / f"{page}.md"
    answer = answer_to(MISTAKES[page], tmp_path).strip()
    quoted = "\n".join(f"> {line}".rstrip() for line in answer.split("\n"))
    text = file.read_text("utf-8")
    assert len(_ANSWER.findall(text)) == 1
    golden(file, _ANSWER.sub(lambda _: quoted, text))


@pytest.mark.parametrize("page", ["action-done", "correct-a-mistake"])
def test_the_pages_say_how_it_is_told_that_something_was_proposed(page: str) -> None:
    text = (DOCS / "how-to" / f"{page}.md").read_text("utf-8")
    (quoted,) = _PROPOSED.findall(text)
    words = " ".join(line.removeprefix("> ") for line in quoted.split("\n"))
    told = propose_change._PROPOSED  # noqa: SLF001 - the words themselves
    assert words == told.format(number=12)


def test_what_a_page_shows_of_a_correction_is_what_the_command_says(
    book: Path, golden: Golden
) -> None:
    said = told(
        *("correct", f"meetings/{MEETING}"),
        *("--words", "expected in the coming week"),
        *("--instead", "an example: expected in September"),
    )
    shown(said, "correct-a-mistake", golden)
    assert "expected in September" in (book / NOTE).read_text("utf-8")


def test_what_a_page_shows_of_a_file_that_came_by_e_mail_is_what_the_command_says(
    book: Path, golden: Golden
) -> None:
    action = f"{MEETING}-a1"
    file = book / f"update-{action}.md"
    answers = {"action": action, "status": "It is done", "date": "2020-10-14"}
    file.write_text(laid_out(UPDATE_ACTION, answers), "utf-8")
    shown(told("apply-form", file.name), "review-a-change", golden, at=1)


def test_what_a_page_shows_of_a_broken_seal_is_what_the_command_says(
    book: Path, golden: Golden
) -> None:
    shutil.copytree(book / "notes", book / "before")
    text = (book / NOTE).read_text("utf-8")
    assert "expected in the coming week" in text
    changed = text.replace("expected in the coming week", "expected in September")
    (book / NOTE).write_text(changed, "utf-8")
    said = told("diff", "--before", "before", code=1)
    shown(said.partition("Not allowed: 1 problem\n")[2], "review-a-change", golden)


def told(*words: str, code: int = 0) -> str:
    """Run a command where we are, and give what it says."""
    done = CliRunner().invoke(main, words)
    assert done.exit_code == code, done.output
    return done.output


def shown(said: str, page: str, golden: Golden, at: int = 0) -> None:
    """Compare what a command says with a block of text on a page."""
    file = DOCS / "how-to" / f"{page}.md"
    text = file.read_text("utf-8")
    block = list(_TEXTS.finditer(text))[at]
    golden(file, f"{text[: block.start(1)]}{said.strip()}\n{text[block.end(1) :]}")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_every_command_on_a_page_is_one_that_there_is(page: Path) -> None:
    for block in _COMMANDS.findall(page.read_text("utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            name, *words = shlex.split(line, comments=True) or [""]
            if name.rpartition("/")[2] == "minutebook" and not words[0].isupper():
                understood(words)


def understood(words: list[str]) -> None:
    """Read the words of a command as it would. Raises if it has no such option."""
    command: click.Command = main
    context = click.Context(main, info_name="minutebook")
    while isinstance(command, click.Group):
        found = command.get_command(context, words[0])
        assert found, words
        command, words = found, words[1:]
        context = click.Context(command, parent=context)
    command.make_parser(context).parse_args(words)


def test_every_picture_in_the_docs_is_shown_and_says_what_it_shows() -> None:
    shown: set[Path] = set()
    for page in PAGES:
        for says, address, _ in _PICTURE.findall(_CODE.sub("", page.read_text("utf-8"))):
            assert says.strip(), f"{page.name}: {address}"
            if "://" not in address:
                shown.add((page.parent / address).resolve())
    kept = {path for path in (DOCS / "assets").rglob("*.png") if path.stem != "favicon"}
    assert sorted(kept - shown) == []
    assert all(path.is_file() for path in shown)


def test_a_picture_is_small_and_keeps_the_words_it_was_taken_of() -> None:
    pictures = {path.stem: path for path in PICTURES.glob("*.png")}
    assert pictures
    assert set(pictures) == {path.stem for path in WORDS.glob("*.txt")}
    assert [p for p in pictures.values() if p.stat().st_size >= MOST_BYTES] == []


def test_a_page_keeps_room_for_its_pictures_while_they_load() -> None:
    for page in (DOCS / "how-to").glob("*.md"):
        for _, address, told in _PICTURE.findall(page.read_text("utf-8")):
            with Image.open(page.parent / address) as picture:
                width, height = (round(side * 3 / 4) for side in picture.size)
            assert f"width={width} height={height} " in f"{told[:-1]} ", address
