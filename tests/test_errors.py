"""Every mistake a writer can make has one bad file in tests/errors, and one message.

A case is laid over the notes of a small hall in `_book`, which are without fault; or it
is a document, which is imported; or something is done with the notes and with the draft
in their inbox, `_inbox`, that cannot be done; or a change is asked for that cannot be
made, by a command or in a form; or it is what becomes of a note from one version of the
book to the next.
"""

from __future__ import annotations

import ast
import html
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

import markdown
import pytest

import minutebook
from catalogue import MEANINGS, WIDEST, catalogue, in_order_of_page, meaning, message
from contributing.bad_forms import MADE_FORMS, is_form, report_form
from contributing.bad_requests import ACTS as REQUESTS
from contributing.bad_requests import report_request
from importing.bad_documents import MADE, is_import, report_document
from importing.bad_drafts import ACTS, report_act
from minutebook.book import RULES
from minutebook.book.references import Refers
from minutebook.importing.accepting.accept import accept
from minutebook.importing.accepting.before import Answers
from minutebook.make import check_notes
from minutebook.problems import Problem
from reviewing.bad_versions import VERSIONS, report_versions

TESTS = Path(__file__).parent
ERRORS = TESTS / "errors"
BASE = ERRORS / "_book"
INBOX = ERRORS / "_inbox"
CASES = {path.name: path for path in sorted(ERRORS.iterdir()) if path.name[0] != "_"}
MESSAGE = "message.txt"
PIPE = PurePosixPath("actions/2026-03-12-board-a9.md")
"""The bad file that git cannot keep: it is made for the run."""

PAGE = TESTS.parent / "docs" / "errors.md"
SOURCES = sorted(Path(minutebook.__file__).parent.rglob("*.py"))

Golden = Callable[[Path, str], None]
Reported = Mapping[str, tuple[Problem, ...]]


def report(code: str, notes: Path) -> tuple[Problem, ...]:
    if is_form(code):
        return report_form(code, CASES[code], notes, BASE)
    if code in REQUESTS:
        return report_request(code, CASES[code], notes, BASE)
    if code in ACTS:
        return report_act(code, CASES[code], notes, BASE)
    if code in VERSIONS:
        return report_versions(code, CASES[code], notes, BASE)
    if is_import(code):
        return report_document(code, CASES[code], notes)
    shutil.copytree(BASE, notes)
    shutil.copytree(
        CASES[code],
        notes,
        symlinks=True,
        ignore=shutil.ignore_patterns(MESSAGE),
        dirs_exist_ok=True,
    )
    if code == "not-a-file":
        make_pipe(notes / PIPE)
    return check_notes(notes).problems


def make_pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(path)


def bad_files(code: str) -> list[PurePosixPath]:
    """List the files of a case, as they are named from the folder of the notes."""
    case = CASES[code]
    found = [path for path in case.rglob("*") if path.is_symlink() or path.is_file()]
    kept = [PurePosixPath(p.relative_to(case)) for p in found if p.name != MESSAGE]
    made = [PurePosixPath(some[code][0]) for some in (MADE, MADE_FORMS) if code in some]
    return [PIPE, *kept] if code == "not-a-file" else [*made, *kept]


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Reported:
    root = tmp_path_factory.mktemp("cases")
    return {code: report(code, root / code) for code in CASES}


def test_the_notes_that_the_cases_are_laid_over_are_without_fault() -> None:
    assert check_notes(BASE).problems == ()


def test_the_draft_that_waits_in_the_inbox_can_be_accepted(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    shutil.copytree(BASE, notes)
    shutil.copytree(INBOX, notes / "inbox")

    assert accept(notes, "2026-05-14-board", Answers()).problems == ()


@pytest.mark.parametrize("code", CASES)
def test_each_mistake_gets_its_message(code: str, tmp_path: Path, golden: Golden) -> None:
    problems = report(code, tmp_path / "notes")

    assert code in {problem.code for problem in problems}
    golden(CASES[code] / MESSAGE, message(problems))


@pytest.mark.parametrize("code", CASES)
def test_a_case_is_one_bad_file_and_its_message(code: str) -> None:
    assert (CASES[code] / MESSAGE).is_file()
    assert len(bad_files(code)) == 1


def test_every_message_is_about_the_bad_file(reported: Reported) -> None:
    for code, problems in reported.items():
        (bad,) = bad_files(code)

        assert all(bad.is_relative_to(problem.place.path) for problem in problems)


def test_every_code_has_a_case_and_every_case_a_code() -> None:
    assert set(CASES) == set(codes_of_the_source())


def test_every_rule_reports_the_code_it_is_named_after() -> None:
    assert set(RULES) <= set(codes_of_the_source())


def test_every_code_is_explained_once() -> None:
    assert [code for code in CASES if not meaning(code)] == []
    assert set(MEANINGS) == set(CASES) - set(RULES)


def test_every_message_says_in_one_sentence_what_is_wrong_and_then_what_to_do(
    reported: Reported,
) -> None:
    for problem in (problem for problems in reported.values() for problem in problems):
        assert problem.summary.strip()
        assert not problem.summary.endswith(".")
        assert problem.hint.strip()
        assert not problem.hint.endswith(".")


def test_the_page_in_the_docs_is_made_from_these_messages(
    reported: Reported, golden: Golden
) -> None:
    golden(PAGE, catalogue(reported))


def test_only_messages_are_wider_than_the_page(reported: Reported) -> None:
    fence = re.compile(r"^(`{3,})text\n.*?^\1$", re.MULTILINE | re.DOTALL)
    prose = fence.sub("", catalogue(reported))

    assert [line for line in prose.splitlines() if len(line) > WIDEST] == []


def test_the_page_shows_every_message_word_for_word(reported: Reported) -> None:
    page = markdown.markdown(catalogue(reported), extensions=["pymdownx.superfences"])
    block = re.compile(r"<pre>(?:<span></span>)?<code>(.*?)</code></pre>", re.DOTALL)
    _example, *shown = map(html.unescape, block.findall(page))

    assert shown == [message(reported[code]) for code in in_order_of_page(reported)]


def codes_of_the_source() -> Iterator[str]:
    """Read from the source which codes it can report; running it might miss some."""
    for path in SOURCES:
        module = ast.parse(path.read_text("utf-8"), str(path))
        for node in ast.walk(module):
            match code_given(node):
                case None | ast.Name(id="code"):
                    continue
                case ast.Constant(value=str(code)):
                    yield code
                case ast.JoinedStr(values=parts) as composed:
                    for refers in passed_to_the_function_around(composed, module):
                        yield "".join(
                            str(part.value) if isinstance(part, ast.Constant) else refers
                            for part in parts
                        )
                case other:
                    pytest.fail(f"{path}: no code can be read from {ast.unparse(other)}")


def code_given(node: ast.AST) -> ast.expr | None:
    """Give the argument that is the code, in a call that makes a problem."""
    match node:
        case (
            ast.Call(func=ast.Name(id="Problem"))
            | ast.Call(func=ast.Attribute(attr="problem" | "report"))
        ):
            named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            return next(iter((*node.args, *named)), None)
        case _:
            return None


def passed_to_the_function_around(part: ast.AST, module: ast.Module) -> set[Refers]:
    """Find which members of `Refers` a function is called with: they end its codes."""
    around = {
        function.name
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef) and part in ast.walk(function)
    }
    members = set()
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in around:
                members |= {a.attr for a in arguments if isinstance(a, ast.Attribute)}
    return {Refers[member] for member in members}
