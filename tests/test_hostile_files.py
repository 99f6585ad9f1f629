"""Hostile folders and files: each is a problem or no harm, and the old site stays."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guarded import code_of
from minutebook.cli import main
from minutebook.make import check_notes
from minutebook.problems import Severity

ROOT = Path(__file__).parents[1]
GUARD = 60.0
"""Seconds: far more than any of this takes, far less than a hang."""

Files = Mapping[str, str | bytes]

MEETING = """\
title: Board meeting
date: 2026-03-12
group: board
status: published
agreed_on: not recorded
"""
BOOK: Files = {
    "meetings/2026-03-12-board.md": f"---\n{MEETING}---\n\nWe met.\n",
    "groups/board.md": "---\ntitle: The board\n---\n",
    "themes/building.md": "---\ntitle: Building\n---\n",
    "organisations.yml": "hall: Village Hall\n",
}
BAD = "meetings/2026-04-09-bad.md"

SETTINGS = """\
site_name: Notes
site_url: https://example.org/
theme: {name: material, font: false}
plugins: [search, {minutebook: {notes: notes}}]
"""


def write(notes: Path, files: Files) -> Path:
    for name, text in files.items():
        path = notes / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return notes


def bytes_in(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def codes(notes: Path) -> dict[str, set[str]]:
    """Check a folder; tell the codes of each file's errors."""
    found: dict[str, set[str]] = {}
    for problem in check_notes(notes).problems:
        if problem.severity is Severity.ERROR:
            found.setdefault(problem.place.path, set()).add(problem.code)
    return found


def _said(text: str) -> str:
    """Give a text without the name of what notes are written in: it holds a mark."""
    return text.casefold().replace("markdown", "")


def _unpacked(data: bytes) -> bytes:
    """Give what a packed file holds, such as the parts of the search index."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


class Desk:
    """A project of its own: settings, a page by hand, notes, and a place for the site."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.notes = write(root / "notes", BOOK)
        self.site = root / "site"
        write(root, {"mkdocs.yml": SETTINGS, "docs/index.md": "# Home\n"})

    @property
    def command(self) -> list[str]:
        where = ["--config", str(self.root / "mkdocs.yml")]
        return ["build", *where, "--today", "2026-11-22"]

    def build(self, *words: str) -> Result:
        return CliRunner().invoke(main, [*self.command, *words])

    def build_elsewhere(self) -> subprocess.CompletedProcess[str]:
        """Build in another process, which may hang or die without taking us along."""
        return subprocess.run(
            [sys.executable, "-m", "minutebook", *self.command],
            timeout=6 * GUARD,
            capture_output=True,
            text=True,
            check=False,
        )

    def page(self, address: str) -> str:
        return (self.site / address / "index.html").read_text("utf-8")

    def holding(self, mark: str) -> list[str]:
        """List the files of the site in which, or in whose names, a mark stands."""
        return [
            name
            for name, data in bytes_in(self.site).items()
            if not name.startswith("assets/")  # the theme's own
            and not (name.startswith("pagefind/") and name.endswith(".js"))  # programs
            and mark.casefold() in _said(name + _unpacked(data).decode("utf-8", "ignore"))
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@contextmanager
def unchanged(desk: Desk) -> Iterator[None]:
    """Build once; whatever is done then, the site is the same byte for byte."""
    first = desk.build()
    assert first.exit_code == 0, first.output
    before = bytes_in(desk.site)
    yield
    assert bytes_in(desk.site) == before
    beside = {path.name for path in desk.root.iterdir()}
    assert beside == {"mkdocs.yml", "docs", "notes", "site"}


ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n}\n  <<: [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 18)
)

BAD_FRONT_MATTER: Mapping[str, tuple[bytes, str]] = {
    "broken YAML": (b"---\ntitle: [\n---\n", "bad-yaml"),
    "a colon in a title": (b"---\ntitle: a: b\n---\n", "bad-yaml"),
    "30 February": (b"---\ntitle: t\ndate: 2026-02-30\n---\n", "bad-date"),
    "a tab": (b"---\ntitle: t\n\tdate: 2026-02-03\n---\n", "bad-yaml"),
    "merge markers": (
        b"---\n<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> b\n---\n",
        "merge-conflict",
    ),
    "an environment tag": (b"---\ntitle: !ENV HOME\ndate: 2026-01-02\n---\n", "yaml-tag"),
    "a Python tag": (
        b"---\ntitle: !!python/object/apply:os.system ['touch ran']\n---\n",
        "yaml-tag",
    ),
    "a list": (b"---\n- title\n- date\n---\n", "not-fields"),
    "one word": (b"---\ntitle\n---\n", "not-fields"),
    "no closing line": (
        b"---\ntitle: t\ndate: 2026-01-02\n\nText.\n",
        "front-matter-not-closed",
    ),
    "a blank line above": (b"\n---\ntitle: t\n---\n", "no-front-matter"),
    "none": (b"# Minutes\n\nText.\n", "no-front-matter"),
    "nothing at all": (b"", "no-front-matter"),
    "a NUL": (b"---\ntitle: t\x00\n---\n", "unseen-character"),
    "a NUL in the body": (b"---\ntitle: t\n---\n\na\x00b\n", "unseen-character"),
    "two documents": (b"---\ntitle: t\n--- \n---\n", "missing-field"),
    "a field twice": (
        b"---\ntitle: t\ntitle: u\ndate: 2026-01-02\n---\n",
        "duplicate-key",
    ),
    "an unknown field": (
        b"---\ntitle: t\ndate: 2026-01-02\ndraft: true\n---\n",
        "unknown-field",
    ),
    "a template": (
        b"---\ntitle: t\ndate: 2026-01-02\ntemplate: x.html\n---\n",
        "unknown-field",
    ),
    "latin-1": ("---\ntitle: caf\u00e9\n---\n".encode("latin-1"), "not-utf-8"),
    "UTF-16": ("---\ntitle: t\n---\n".encode("utf-16"), "not-utf-8"),
    "an alias bomb": (f"---\n{ALIAS_BOMB}---\n".encode(), "yaml-alias"),
    "a merge-key bomb": (f"---\n{MERGE_BOMB}---\n".encode(), "yaml-merge-key"),
    "100,000 brackets": (b"---\ntitle: " + b"[" * 100_000, "front-matter-not-closed"),
    "60,000 brackets": (b"---\ntitle: " + b"[" * 60_000 + b"\n---\n", "too-deep"),
    "60,000 mappings": (b"---\n" + b"? " * 30_000 + b"\n---\n", "bad-yaml"),
    "too large": (b"---\ntitle: " + b"x" * 70_000 + b"\n---\n", "front-matter-too-large"),
}


@pytest.mark.parametrize("what", BAD_FRONT_MATTER)
def test_front_matter_that_cannot_be_read_is_a_problem(what: str, tmp_path: Path) -> None:
    text, code = BAD_FRONT_MATTER[what]
    notes = write(tmp_path, {**BOOK, BAD: text})
    assert code in codes(notes)[BAD]


def test_bad_front_matter_of_any_kind_leaves_the_site_as_it_was(desk: Desk) -> None:
    with unchanged(desk):
        for number, (text, _) in enumerate(BAD_FRONT_MATTER.values()):
            write(desk.notes, {f"meetings/bad-{number}.md": text})
        built = desk.build()
        assert built.exit_code == 1
        assert "Nothing was published" in built.output
        for number in range(len(BAD_FRONT_MATTER)):
            assert f"meetings/bad-{number}.md:" in built.output
    assert not Path("ran").exists()


@pytest.mark.parametrize("what", ["latin-1", "UTF-16", "an alias bomb", "a NUL"])
def test_what_is_wrong_with_one_file_hides_no_other(what: str, tmp_path: Path) -> None:
    other = "---\ntitle: t\ndate: 2026-13-01\n---\n"
    files = {**BOOK, BAD: BAD_FRONT_MATTER[what][0], "meetings/other.md": other}
    found = codes(write(tmp_path, files))
    assert set(found) == {BAD, "meetings/other.md"}
    assert len(check_notes(tmp_path).book.entries) == len(BOOK)


REGISTER_BOMBS: Mapping[str, str] = {
    "aliases": ALIAS_BOMB,
    "merge keys": MERGE_BOMB,
    "brackets": "a: " + "[" * 100_000,
    "braces": "a: " + "{a: " * 100_000,
}


@pytest.mark.parametrize("what", REGISTER_BOMBS)
def test_a_bomb_in_a_register_is_a_problem(what: str, tmp_path: Path) -> None:
    notes = write(tmp_path, {**BOOK, "glossary.yml": REGISTER_BOMBS[what]})
    assert codes(notes)["glossary.yml"]


PATHOLOGICAL: Mapping[str, str] = {
    "open brackets": "[" * 10_000,
    "100,000 open brackets": "[" * 100_000,
    "brackets that close": "[" * 20_000 + "a" + "]" * 20_000,
    "open pictures": "![" * 50_000,
    "links in links": "[a](" * 20_000,
    "emphasis that never ends": "*a " * 50_000,
    "underscores": "_a __b " * 20_000,
    "mixed emphasis": "a**b" + "c* " * 50_000,
    "strikes": "~~a " * 30_000,
    "backticks": "".join("e" + "`" * n for n in range(1, 600)),
    "quotes in quotes": "> " * 10_000 + "a",
    "lists in lists": "- " * 10_000 + "a",
    "numbers in numbers": "1. " * 10_000 + "a",
    "ever deeper lists": "".join("  " * n + "* a\n" for n in range(400)),
    "a declaration": '<![><img src="]>',
    "declarations": "<!A " * 30_000,
    "comments": "<!--" * 30_000,
    "processing": "<?" * 50_000,
    "tags": "<a href='" * 20_000,
    "CDATA": "<![CDATA[" * 20_000,
    "entities": "&#x" * 30_000 + "&amp" * 30_000,
    "references": "".join(f"[a{n}]: b\n" for n in range(5_000)) + "[a1]" * 5_000,
    "footnotes": "".join(f"[^{n}]: [^{n + 1}]\n\n" for n in range(3_000)) + "[^0]",
    "tables": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|b\n" * 200,
    "headings": "# a\n" * 10_000,
    "autolinks": "www." * 20_000 + "a@" * 20_000,
    "one word": "A" * 200_000,
    "blanks": " " * 200_000 + "a" + "\n" * 100_000,
}


@pytest.mark.parametrize("what", PATHOLOGICAL)
def test_pathological_markdown_is_read(what: str, desk: Desk) -> None:
    write(desk.notes, {BAD: f"---\n{MEETING}---\n\n{PATHOLOGICAL[what]}\n"})
    assert not took_too_long(desk.notes)


def test_a_site_of_pathological_notes_is_built(desk: Desk) -> None:
    small = {what: text for what, text in PATHOLOGICAL.items() if len(text) < 70_000}
    for number, text in enumerate(small.values()):
        write(desk.notes, {f"meetings/odd-{number}.md": f"---\n{MEETING}---\n\n{text}\n"})
    for refused in codes(desk.notes):
        (desk.notes / refused).unlink()
    built = desk.build_elsewhere()
    assert built.returncode == 0, built.stderr
    assert desk.page(f"meetings/odd-{list(small).index('a declaration')}")


LETTERS = "ABCDEFGHJKMNOPRSTUWYZ"
SLOW: Mapping[str, Files] = {
    "a line of HTML again and again": {
        BAD: f"---\n{MEETING}---\n\n" + "<b>\n\n" * 50_000
    },
    "a dead link again and again": {
        BAD: f"---\n{MEETING}---\n\n" + "[a](b.md)\n\n" * 20_000
    },
    "new acronyms without end": {
        BAD: f"---\n{MEETING}---\n\n"
        + " ".join(f"{a}{b}{c}Q" for a in LETTERS for b in LETTERS for c in LETTERS)
    },
    "a field again and again": {"glossary.yml": "a: b\n" * 20_000},
    "blanks in a name": {
        BAD: f'---\n{MEETING}attendees: ["a{" " * 5_000}(("]\n---\n',
    },
    "unknown fields again and again": {
        BAD: f"---\n{MEETING}attendees:\n" + " - {name: a, x: b}\n" * 3_000 + "---\n"
    },
    "dead anchors again and again": {
        BAD: f"---\n{MEETING}---\n\n"
        + "".join(f"# ab{n}\n\n[x](#ac{n})\n\n" for n in range(10_000))
    },
    "a long acronym in the glossary": {"glossary.yml": f"? {'A' * 5_000}!\n: b\n"},
}


@pytest.mark.parametrize("what", SLOW)
def test_a_long_file_is_checked_in_good_time(what: str, desk: Desk) -> None:
    write(desk.notes, SLOW[what])
    assert not took_too_long(desk.notes)


def took_too_long(notes: Path) -> bool:
    """Check notes in a process that is ended when it does not come back."""
    code = code_of("check", "--notes", str(notes), within=GUARD)
    assert code in (None, 0, 1)
    return code is None


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


SPECIAL: Mapping[str, tuple[str, Callable[[Path], None], str]] = {
    "a link to a file": ("meetings/x.md", link("2026-03-12-board.md"), "symbolic-link"),
    "a link outside": ("meetings/x.md", link("../../secret.md"), "symbolic-link"),
    "an absolute link": ("meetings/x.md", link("/etc/passwd"), "symbolic-link"),
    "a link to nothing": ("meetings/x.md", link("nowhere.md"), "symbolic-link"),
    "a link to itself": ("meetings/x.md", link("x.md"), "symbolic-link"),
    "a link to a device": ("meetings/x.md", link("/dev/zero"), "symbolic-link"),
    "an attachment elsewhere": (
        "attachments/x.pdf",
        link("../../secret.md"),
        "symbolic-link",
    ),
    "an attachment without end": (
        "attachments/x.pdf",
        link("/dev/zero"),
        "symbolic-link",
    ),
    "a linked register": ("glossary.yml", link("../secret.md"), "symbolic-link"),
    "a linked folder": ("actions", link("../outside"), "symbolic-link"),
    "a linked folder in a folder": ("meetings/x", link(".."), "symbolic-link"),
    "a loop of folders": ("decisions", link("."), "symbolic-link"),
    "a FIFO": ("meetings/x.md", os.mkfifo, "not-a-file"),
    "a FIFO among attachments": ("attachments/x.pdf", os.mkfifo, "not-a-file"),
    "a FIFO as a register": ("glossary.yml", os.mkfifo, "not-a-file"),
    "a folder in a folder": ("meetings/2026", Path.mkdir, "unknown-folder"),
    "a folder of its own": ("minutes", Path.mkdir, "unknown-folder"),
    "a folder as a record": ("meetings/x.md", Path.mkdir, "unknown-folder"),
    "notes in the notes": ("notes", Path.mkdir, "unknown-folder"),
}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX files")
@pytest.mark.parametrize("what", SPECIAL)
def test_what_is_no_ordinary_file_is_a_problem(what: str, tmp_path: Path) -> None:
    name, make, code = SPECIAL[what]
    notes = write(tmp_path / "notes", BOOK)
    write(
        tmp_path,
        {"secret.md": "---\ntitle: MARKSECRET\n---\n", "outside/a.md": "MARKSECRET"},
    )
    (notes / name).parent.mkdir(exist_ok=True)
    make(notes / name)
    assert codes(notes) == {name: {code}}
    assert "MARKSECRET" not in repr(check_notes(notes).book.entries)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX files")
def test_links_and_pipes_leave_the_site_as_it_was(desk: Desk) -> None:
    with unchanged(desk):
        for name, make, _ in SPECIAL.values():
            (desk.notes / name).parent.mkdir(exist_ok=True)
            if not os.path.lexists(desk.notes / name):
                make(desk.notes / name)
        assert desk.build_elsewhere().returncode == 1


STRAY: Mapping[str, str] = {
    "meetings/page.html": "unexpected-file",
    "meetings/picture.svg": "unexpected-file",
    "meetings/minutes.docx": "unexpected-file",
    "meetings/2026-03-12-board.md.orig": "bad-file-name",
    "meetings/notes.json": "unexpected-file",
    "meetings/code.js": "unexpected-file",
    "attachments/page.html": "unexpected-file",
    "attachments/picture.svg": "unexpected-file",
    "attachments/code.js": "unexpected-file",
    "attachments/page.pdf.html": "bad-file-name",
    "index.md": "unexpected-file",
    "search.json": "unexpected-file",
    "meetings/Capital.md": "bad-file-name",
    "meetings/two words.md": "bad-file-name",
    "meetings/a..b.md": "bad-file-name",
    "meetings/..md": "",
    "meetings/..-x.md": "",
    "meetings/-x.md": "bad-file-name",
    "meetings/a--b.md": "bad-file-name",
    "meetings/a_b.md": "bad-file-name",
    "meetings/caf\u00e9.md": "bad-file-name",
    "meetings/<img src=x onerror=alert(1)>.md": "bad-file-name",
    "meetings/a\nb.md": "bad-file-name",
    "meetings/a\x1b[2Jb.md": "bad-file-name",
    f"meetings/{'x' * 160}.md": "bad-file-name",
    "meetings/.hidden.md": "",
    ".git/config.md": "",
    "inbox/draft.md": "",
}
"""Names that are no record's, and the code of the problem; none where it is ignored."""


@pytest.mark.parametrize("name", STRAY)
def test_a_stray_file_is_a_problem_or_ignored(name: str, tmp_path: Path) -> None:
    notes = write(tmp_path, {**BOOK, name: f"---\n{MEETING}---\n\nMARKSTRAY\n"})
    assert codes(notes) == ({name: {STRAY[name]}} if STRAY[name] else {})
    assert "MARKSTRAY" not in repr(check_notes(notes).book.entries)


def test_a_name_that_is_no_text_is_a_problem(desk: Desk) -> None:
    name = os.fsencode(desk.notes / "meetings") + b"/a\xff.md"
    try:
        Path(os.fsdecode(name)).write_text("x")
    except OSError:
        pytest.skip("this file system keeps no such names")
    built = desk.build_elsewhere()
    assert built.returncode == 1
    assert "bad-file-name" in built.stdout
    assert "Traceback" not in built.stderr


def test_what_is_ignored_is_not_published(desk: Desk) -> None:
    for name, code in STRAY.items():
        if not code:
            write(desk.notes, {name: f"---\n{MEETING}---\n\nMARKSTRAY\n"})
    assert desk.build().exit_code == 0
    assert not desk.holding("MARKSTRAY")


def test_a_file_name_cannot_speak_to_the_terminal_or_the_runner(desk: Desk) -> None:
    write(desk.notes, {"meetings/a\x1b[2J\n::error::b.md": "x"})
    told = desk.build().output
    assert "\x1b" not in told
    assert not any(line.startswith("::") for line in told.splitlines())


def test_a_value_cannot_speak_to_the_terminal_or_the_runner(desk: Desk) -> None:
    value = r'"\e[2J\n::error::x"'
    fields = f"title: t\ndate: {value}\nkind: {value}\ngroup: {value}\n{value}: x\n"
    write(desk.notes, {BAD: f"---\n{fields}---\n"})
    told = desk.build().output
    assert "\x1b" not in told
    assert not any(line.startswith("::") for line in told.splitlines())


COLLISIONS: Mapping[str, Files] = {
    "Markdown and YAML": {
        "meetings/2026-03-12-board.yml": MEETING,
    },
    "an id and an alias": {
        "meetings/a.md": f"---\n{MEETING}aliases: [2026-03-12-board]\n---\n",
    },
    "two aliases": {
        "meetings/a.md": f"---\n{MEETING}aliases: [old]\n---\n",
        "meetings/b.md": f"---\n{MEETING}aliases: [old]\n---\n",
    },
}


@pytest.mark.parametrize("what", COLLISIONS)
def test_two_sources_of_one_address_are_a_problem(what: str, tmp_path: Path) -> None:
    found = codes(write(tmp_path, {**BOOK, **COLLISIONS[what]}))
    assert "duplicate-id" in set().union(*found.values())


KEYS = (
    "../../escaped",
    "a/b",
    "/etc",
    ".",
    "..",
    "index.html",
    '"a\\nb"',
    '"a\\0b"',
    "Two Words",
    "<img src=x onerror=alert(1)>",
    "x" * 300,
)


@pytest.mark.parametrize("register", ["organisations", "people"])
@pytest.mark.parametrize("key", KEYS)
def test_a_key_that_no_address_can_hold_is_a_problem(
    register: str, key: str, tmp_path: Path
) -> None:
    name = f"{register}.yml"
    notes = write(tmp_path, {**BOOK, name: f"? {key}\n: {{name: Somebody}}\n"})
    assert name in codes(notes)


def test_html_comments_are_nowhere_in_the_site(desk: Desk) -> None:
    comment = "<!-- MARKCOMMENT -->"
    body = f"""\
Seen. {comment} Still seen.

{comment}

<!-- MARKCOMMENT

MARKCOMMENT over

several paragraphs -->

- a list {comment}
  {comment}

> {comment}

| a | b {comment} |
|---|---|
| {comment} | c |

# Heading {comment}

A note[^1] and a [link {comment}](https://example.org).

[^1]: {comment} The note.

[comment]: # (MARKCOMMENT)

Last words.
"""
    indented = "\n".join(f"      {line}" for line in body.splitlines())
    addenda = f"# MARKCOMMENT\naddenda:\n  - title: More\n    text: |\n{indented}\n"
    link = "- **Action:** [t](../actions/commented.md)"
    write(desk.notes, {f"meetings/{HOST}.md": f"---\n{MEETING}---\n\n{link}\n"})
    for folder, fields in RECORDS.items():
        extra = addenda if folder == "meetings" else "# MARKCOMMENT\n"
        text = f"---\n{fields}{extra}---\n\n{body}"
        write(desk.notes, {f"{folder}/commented.md": text})
    write(desk.notes, {"glossary.yml": "# MARKCOMMENT\nSIG: special interest group\n"})
    built = desk.build()
    assert built.exit_code == 0, built.output
    assert "Last words" in desk.page("meetings/commented")
    assert not desk.holding("MARKCOMMENT")


def test_a_comment_that_never_ends_is_a_problem_or_hides_nothing(desk: Desk) -> None:
    text = f"---\n{MEETING}---\n\nSeen.\n\n<!-- forgotten\n\nLost words.\n"
    write(desk.notes, {BAD: text})
    built = desk.build()
    assert BAD in built.output or "Lost words" in desk.page(BAD.removesuffix(".md"))


HOST = "2026-03-12-board"
RECORDS: Mapping[str, str] = {
    "meetings": MEETING,
    "actions": f"title: t\nraised_in: {HOST}\nowners: [hall]\n",
    "concerns": f"title: t\nraised: [{{meeting: {HOST}}}]\n",
    "decisions": f"title: t\ndecided_in: {HOST}\n",
    "themes": "title: t\n",
    "groups": "title: Others\n",
}

HIDDEN: Mapping[str, str] = {
    "a draft": "status: draft\n",
    "an agreed note": "status: agreed\nagreed_on: 2026-05-01\n",
    "for members": "status: published\nagreed_on: 2026-05-01\nvisibility: members\n",
    "private": "status: published\nagreed_on: 2026-05-01\nvisibility: private\n",
    "not yet released": (
        "status: published\nagreed_on: 2026-05-01\nrelease_on: 2026-11-23\n"
    ),
}


def hidden_meeting(standing: str) -> dict[str, str]:
    """Write a hidden meeting with a mark in every field, and all that came of it."""
    return {
        "meetings/markmeeting.md": f"""\
---
title: MARKTITLE
date: 2026-04-09
group: board
venue: MARKVENUE
summary: MARKSUMMARY
chair: {{name: MARKCHAIR, role: MARKROLE}}
minute_taker: MARKTAKER
attendees: ["Ann MARKPERSON, MARKORG (MARKROLE)", "Bob Brown"]
officials: [MARKOFFICIAL]
apologies: [MARKAPOLOGY]
source:
  title: MARKSOURCE
  publisher: MARKPUBLISHER
  url: https://example.org/MARKURL
  file: attachments/marksource.pdf
next_meetings: [MARKNEXT]
addenda: [{{title: MARKADDENDUM, text: "MARKADDED [x](../attachments/markadded.pdf)"}}]
corrections: [{{date: 2026-05-02, reason: MARKCORRECTION}}]
aliases: [markalias]
{standing}---

## MARKHEADING

MARKBODY, of which see [MARKLINK](../attachments/markfile.pdf).

- **Action:** [MARKACTION](../actions/markaction.md)
""",
        "actions/markaction.md": """\
---
title: MARKACTION
raised_in: markmeeting
owners: [MARKORG]
due: MARKDUE
updates: [{status: in-progress, date: 2026-05-01, note: MARKNOTE}]
aliases: [markactionalias]
---

MARKACTIONBODY
""",
        "actions/hall-a1.md": f"""\
---
title: Mend the roof
raised_in: {HOST}
owners: [hall]
concerns: [markconcern, draughts]
updates:
  - {{status: in-progress, date: 2026-04-01, note: Begun}}
  - {{status: open, date: 2026-04-09, note: MARKUPDATE, reported_in: markmeeting}}
---

See [the roof](../attachments/shown.pdf).
""",
        "concerns/markconcern.md": """\
---
title: MARKCONCERN
themes: [building]
raised: [{meeting: markmeeting, label: MARKLABEL, by: [MARKORG], said: MARKSAID}]
responses: [{answer: MARKANSWER, document: MARKDOCUMENT, meeting: markmeeting}]
resolved: {note: MARKCLOSING, meeting: markmeeting}
aliases: [markconcernalias]
---

MARKCONCERNBODY
""",
        "concerns/draughts.md": f"""\
---
title: Draughts
actions: [hall-a1, markaction]
raised:
  - {{meeting: {HOST}, said: It draws}}
  - {{meeting: markmeeting, label: MARKLABEL, by: [MARKORG], said: MARKSAID}}
responses: [{{answer: MARKANSWER, by: [MARKORG], meeting: markmeeting}}]
resolved: {{note: MARKCLOSING, meeting: markmeeting}}
---
""",
        "decisions/markdecision.md": """\
---
title: MARKDECISION
decided_in: markmeeting
by: [MARKORG]
aliases: [markdecisionalias]
concerns: [markconcern]
---

MARKDECISIONBODY
""",
        "organisations.yml": (
            "hall: Village Hall\n"
            "markorg: {name: MARKORG, aliases: [MARKORGALIAS], about: MARKABOUT}\n"
        ),
        "people.yml": (
            "bob: {name: Bob Brown, organisation: hall, aliases: [MARKBOB]}\n"
            "markann: {name: Ann MARKPERSON, organisation: MARKORG, initials: MARKAP}\n"
        ),
        "attachments/markfile.pdf": "MARKFILE",
        "attachments/marksource.pdf": "MARKFILE",
        "attachments/markadded.pdf": "MARKFILE",
        "attachments/markunlinked.pdf": "MARKFILE",
        "attachments/shown.pdf": "shown",
        "inbox/draft.md": "MARKINBOX",
        f"meetings/{HOST}.md": (
            f"---\n{MEETING}---\n\nWe met; see [the next](markmeeting.md) and"
            " [what came of it](../actions/markaction.md).\n\n"
            "- **Action:** [Mend the roof](../actions/hall-a1.md)\n"
        ),
    }


@pytest.mark.parametrize("why", HIDDEN)
def test_what_the_public_may_not_see_is_nowhere(why: str, desk: Desk) -> None:
    write(desk.notes, hidden_meeting(HIDDEN[why]))
    built = desk.build()
    assert built.exit_code == 0, built.output
    assert "Begun" in desk.page("actions/hall-a1")
    assert "It draws" in desk.page("concerns/draughts")
    assert (desk.site / "attachments/shown.pdf").exists()
    assert not desk.holding("MARK")


@pytest.mark.parametrize("why", ["for members", "private", "not yet released"])
def test_a_record_of_a_shown_meeting_can_be_hidden_by_itself(
    why: str, desk: Desk
) -> None:
    rule = "".join(
        f"{line}\n"
        for line in HIDDEN[why].splitlines()
        if line.startswith(("vis", "rel"))
    )
    theirs = "aliases: [markalias]\n" + rule
    for folder in ("actions", "concerns", "decisions"):
        fields = RECORDS[folder].replace("title: t", "title: MARKTITLE")
        fields = fields.replace("hall", "markorg")
        text = f"---\n{fields}{theirs}---\n\nMARKBODY [x](../attachments/markfile.pdf)\n"
        write(desk.notes, {f"{folder}/markrecord.md": text})
    own = "- **Action:** [The roof](../actions/markrecord.md)\n- [x](../{})\n"
    refer = own.format("concerns/markrecord.md")
    write(
        desk.notes,
        {
            f"meetings/{HOST}.md": f"---\n{MEETING}---\n\n{refer}",
            "organisations.yml": "hall: Village Hall\nmarkorg: {name: MARKORG}\n",
            "attachments/markfile.pdf": "MARKFILE",
        },
    )
    built = desk.build()
    assert built.exit_code == 0, built.output
    assert "The roof" in desk.page(f"meetings/{HOST}")
    assert not desk.holding("MARK")


def test_of_a_withdrawn_note_only_the_fact_remains(desk: Desk) -> None:
    files = hidden_meeting("status: withdrawn\nwithdrawn_on: 2026-06-01\n")
    text = files["meetings/markmeeting.md"].replace("MARKTITLE", "Spring meeting")
    del files["meetings/markmeeting.md"]
    files = {
        name: text.replace("markmeeting", "spring") for name, text in files.items()
    } | {"meetings/spring.md": text.replace("aliases: [markalias]\n", "")}
    write(desk.notes, files)
    built = desk.build()
    assert built.exit_code == 0, built.output
    assert "withdrawn" in desk.page("meetings/spring")
    assert not desk.holding("MARK")


def test_an_attachment_is_published_only_when_something_shown_links_to_it(
    desk: Desk,
) -> None:
    body = "[a](../attachments/linked.pdf) ![b](../attachments/picture.png)"
    write(
        desk.notes,
        {
            BAD: f"---\n{MEETING}---\n\n{body}\n",
            "attachments/linked.pdf": "x",
            "attachments/picture.png": "x",
            "attachments/unlinked.pdf": "x",
        },
    )
    assert desk.build().exit_code == 0
    published = sorted(path.name for path in (desk.site / "attachments").iterdir())
    assert published == ["linked.pdf", "picture.png"]


@pytest.mark.parametrize("name", ["notes.txt", "index.html", ".hidden", "deep/er/file"])
def test_a_folder_that_is_not_ours_is_never_emptied(desk: Desk, name: str) -> None:
    write(desk.site, {name: "mine"})
    built = desk.build()
    assert built.exit_code == 2
    assert "not a site made by Minutebook" in built.output
    assert bytes_in(desk.site) == {name: b"mine"}


def test_a_site_may_not_take_the_place_of_the_notes(desk: Desk) -> None:
    before = bytes_in(desk.notes)
    assert desk.build("--site-dir", str(desk.notes)).exit_code == 2
    assert desk.build("--site-dir", str(desk.root)).exit_code == 2
    assert bytes_in(desk.notes) == before


BROKEN: Mapping[str, tuple[str, str]] = {
    "broken settings": ("mkdocs.yml", "site_name: [\n"),
    "a theme that is not there": ("mkdocs.yml", SETTINGS.replace("material", "nowhere")),
    "a plugin that is not there": ("mkdocs.yml", SETTINGS.replace("search", "nowhere")),
    "no plugin of ours": ("mkdocs.yml", "site_name: x\ntheme: material\n"),
    "a page in our place": ("docs/meetings/index.md", "# Mine\n"),
    "a page that is no text": ("docs/latin.md", "caf\udce9"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_build_that_fails_leaves_the_site_as_it_was(what: str, desk: Desk) -> None:
    name, text = BROKEN[what]
    with unchanged(desk):
        write(desk.root, {name: text.encode("utf-8", "surrogateescape")})
        built = desk.build()
        assert built.exit_code == 2, (built.output, built.exception)
        assert isinstance(built.exception, SystemExit)


def test_two_builds_of_the_same_notes_are_equal(desk: Desk) -> None:
    assert desk.build().exit_code == 0
    before = bytes_in(desk.site)
    shutil.rmtree(desk.root / "site")
    assert desk.build().exit_code == 0
    assert bytes_in(desk.site) == before
