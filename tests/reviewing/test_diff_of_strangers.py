"""A version of the notes that a stranger made up: it is compared, or refused, or cut."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from contributing.forms.test_harmless import CALLS, shown
from minutebook.cli import main
from minutebook.contributing.comparing import git, unpacking
from minutebook.contributing.comparing.as_markdown import MARKER, MOST_LETTERS
from reviewing.repositories import Work, hall

UNTOLD = "what only this computer knows"
THEME = "---\ntitle: Something\n---\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Work:
    made = hall(tmp_path / "hall")
    (tmp_path / "secret.md").write_text(f"---\ntitle: {UNTOLD}\n---\n", "utf-8")
    monkeypatch.chdir(made.folder)
    return made


def diff(*words: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--today", "2026-06-20", *words])


def proposed(work: Work, *themes: tuple[str, str, str]) -> str:
    """Make a commit whose `notes/themes` holds just these; the rest is the hall's."""
    standing = work.git("ls-tree", "main:notes").splitlines()
    rest = [line.split(None, 3) for line in standing if not line.endswith("\tthemes")]
    notes = work.tree(
        *((mode, name, path) for mode, _, name, path in rest),
        ("040000", work.tree(*themes), "themes"),
    )
    return commit_of(work, notes)


def commit_of(work: Work, notes: str) -> str:
    root = work.tree(("040000", notes, "notes"))
    return work.git("commit-tree", "-m", "Made up", "-p", "main", root)


def test_a_link_is_reported_and_not_followed(work: Work, tmp_path: Path) -> None:
    link = work.blob(str(tmp_path / "secret.md"))
    commit = proposed(work, ("120000", link, "stolen.md"))

    result = diff("main", commit)

    assert result.exit_code == 1
    assert "themes/stolen.md:1:1: error: `stolen.md` is a link" in result.output
    assert UNTOLD not in result.output


def test_a_folder_that_is_a_link_is_not_written_through(
    work: Work, tmp_path: Path
) -> None:
    link, note = work.blob(str(tmp_path)), work.blob(THEME)
    notes = work.tree(
        ("120000", link, "themes"),
        ("040000", work.tree(("100644", note, "new.md")), "themes"),
    )

    result = diff("main", commit_of(work, notes))

    assert result.exit_code == 2
    assert not (tmp_path / "new.md").exists()


def test_another_repository_among_the_notes_is_reported(work: Work) -> None:
    commit = proposed(work, ("160000", "1" * 40, "elsewhere"))

    result = diff("main", commit)

    assert "`elsewhere` is not a folder that notes are kept in" in result.output


@pytest.mark.parametrize("name", ["..", ".", "../../../secret.md", "a/../../../b.md"])
def test_a_path_that_leads_elsewhere_is_refused(
    work: Work, tmp_path: Path, name: str
) -> None:
    note = work.blob(THEME)
    deep = name.split("/")
    entry = ("100644", note, deep[-1])
    for part in reversed(deep[:-1]):
        entry = ("040000", work.tree(entry), part)
    before = {path for path in tmp_path.rglob("*") if ".git" not in path.parts}

    result = diff("main", proposed(work, entry))

    assert result.exit_code == 2
    assert "this version holds a path that leads elsewhere" in result.output
    assert {path for path in tmp_path.rglob("*") if ".git" not in path.parts} == before


def test_a_file_that_is_there_twice_is_refused(work: Work) -> None:
    note = work.blob(THEME)
    commit = proposed(work, ("100644", note, "a.md"), ("100644", note, "a.md"))

    result = diff("main", commit)

    assert result.exit_code == 2
    assert "paths that cannot be files" in result.output


def test_a_name_that_is_too_long_for_a_file_is_refused(work: Work) -> None:
    commit = proposed(work, ("100644", work.blob(THEME), "a" * 300 + ".md"))

    assert diff("main", commit).exit_code == 2


def test_content_that_is_not_there_is_refused(work: Work) -> None:
    commit = proposed(work, ("100644", "2" * 40, "a.md"))

    assert diff("main", commit).exit_code == 2


def test_a_folder_in_a_folder_is_reported_once_however_much_it_holds(work: Work) -> None:
    note = work.blob(THEME)
    deep = work.tree(*(("100644", note, f"n{number}.md") for number in range(50)))

    result = diff("main", proposed(work, ("040000", deep, "deep")), "--format", "json")

    codes = [problem["code"] for problem in json.loads(result.output)["problems"]]
    assert codes.count("unknown-folder") == 1


def test_what_is_too_large_to_be_read_is_not_taken_out_of_git(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    contents = git.Repository.contents

    def watched(self: git.Repository, files: object) -> object:
        listed = list(files)  # type: ignore[call-overload] # an iterable of files
        asked.extend(file.size for file in listed)
        return contents(self, listed)

    monkeypatch.setattr(git.Repository, "contents", watched)
    large = work.blob("x" * 1_000_001)

    result = diff("main", proposed(work, ("100644", large, "large.md")))

    assert "this file is larger than 1,000,000 bytes" in result.output
    assert max(asked) < 10_000


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 20), ("MOST_BYTES", 900)])
def test_more_notes_than_can_be_compared_are_refused(
    work: Work, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(unpacking, limit, most)
    note = work.blob(THEME)
    commit = proposed(work, *(("100644", note, f"n{n}.md") for n in range(50)))

    result = diff("main", commit)

    assert result.exit_code == 2
    assert "more notes than can be compared" in result.output


def test_a_list_of_files_without_an_end_is_refused(
    work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(git, "MOST_LISTED", 500)
    note = work.blob(THEME)
    commit = proposed(work, *(("100644", note, f"n{n}.md") for n in range(50)))

    assert "more files than can be compared" in diff("main", commit).output


def test_notes_that_are_a_file_or_a_link_are_refused(work: Work) -> None:
    for mode in ("100644", "120000"):
        root = work.tree((mode, work.blob("/etc"), "notes"))
        commit = work.git("commit-tree", "-m", "Made up", root)

        result = diff("main", commit)

        assert result.exit_code == 2
        assert "`notes` is not a folder" in result.output


def test_attributes_filters_and_hooks_of_a_version_do_nothing(work: Work) -> None:
    touch = work.folder / "ran"
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        file = work.folder / ".git" / "hooks" / hook
        file.write_text(f"#!/bin/sh\ntouch {touch}\n", "utf-8")
        file.chmod(0o755)
    work.git("config", "filter.evil.smudge", f"touch {touch}; cat")
    attributes = work.blob("* filter=evil ident\n")
    commit = proposed(
        work,
        ("100644", attributes, ".gitattributes"),
        ("100644", work.blob(THEME), "new.md"),
    )
    touch.unlink(missing_ok=True)

    result = diff("main", commit)

    assert "New theme: Something" in result.output
    assert not touch.exists()


HOSTILE = (
    "</details> <!-- x  @octocat/team [x](javascript:alert(1))  ![p](https://evil.example/p)"
    "  #1 GH-2 owner/repo#3  www.evil.example `code`  ${{ secrets.X }} ::error::x  |a|b|"
    "  **b** <img src=x onerror=alert(1)> $x$  <script>alert(1)</script>  &lt;b&gt;"
)


def test_a_title_does_nothing_in_a_comment(work: Work) -> None:
    for number, words in enumerate(HOSTILE.split("  ")):
        title = json.dumps(f"{words} {MARKER}")
        work.write({f"themes/evil-{number}.md": f"---\ntitle: {title}\n---\n"})

    body = diff("main", "--format", "markdown").output

    assert body.endswith(f"\n{MARKER}\n")
    assert body.count(MARKER) == 1
    page = shown(body)
    tags = set(re.findall(r"<[^>]*>", page.replace("<!-- -->", "")))
    assert tags == {f"<{s}{t}>" for t in LAID_OUT for s in ("", "/")} | {MARKER}
    pieces = re.split(r"<!-- -->|<[^<>]*>", page)
    assert [p for p in pieces if CALLS.search(html.unescape(p))] == []


LAID_OUT = ("h2", "h3", "p", "ul", "li", "details", "summary")
"""What a comment is laid out with, whatever notes say."""


def test_a_title_cannot_steer_a_terminal(work: Work) -> None:
    work.write({"themes/evil.md": '---\ntitle: "a\\e[31m\\u202eb\\nAll fine."\n---\n'})

    output = diff("main").output

    assert "\x1b" not in output
    assert "\u202e" not in output
    assert "\nAll fine" not in output


def test_a_comment_is_cut_where_it_would_be_too_long(work: Work) -> None:
    themes = {
        f"themes/n{n}.md": f"---\ntitle: {n} {'@<#*' * 30}\n---\n" for n in range(400)
    }
    work.write(themes)

    body = diff("main", "--format", "markdown").output

    assert MOST_LETTERS - 2_000 < len(body) <= MOST_LETTERS
    assert "which does not fit into a comment" in body
    assert body.endswith(f"\n{MARKER}\n")


def test_a_comment_has_room_for_what_changes_beside_what_is_wrong(work: Work) -> None:
    work.write({f"themes/n{n}.md": f"---\ntitel: {n}\n---\n" for n in range(300)})
    work.write({"themes/good.md": THEME})

    body = diff("main", "--format", "markdown").output

    assert "- and 550 more" in body
    assert "- New theme: Something" in body


def test_a_text_of_many_words_is_counted_and_not_shown(work: Work) -> None:
    work.write({"themes/long.md": f"{THEME}\n{'word ' * 100}\n"})
    work.commit()
    work.write({"themes/long.md": f"{THEME}\n{'other ' * 150_000}\n"})

    output = diff("main").output

    assert "Text: 150,000 words added, 100 words taken out" in output
    assert "other other" not in output
