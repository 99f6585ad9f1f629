"""Note bodies against the specifications of Markdown, and against texts made to be slow.

The examples lie in `commonmark/` beside this file, the slow texts in
`pathological_notes.py`.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from minutebook.book import check, link
from minutebook.edition import Edition
from minutebook.make import make_site
from minutebook.pages import site_of
from minutebook.problems import Problem
from minutebook.reading import Reading, read_notes, read_prose
from minutebook.reading.markdown import to_safe_html
from minutebook.records import Visibility
from minutebook.views.audience import seen_by
from pathological_notes import PATHOLOGICAL
from small_book import TODAY, write_notes

DATA = Path(__file__).parent / "commonmark"
LIMIT = 2.0
"""Seconds of computing for one note: read, held against the rules and put on its page."""

TIME_FOR_ALL = 180
"""Seconds on the clock for all slow texts together, on a machine that is busy."""

FIELDS = "---\ntitle: Note\ndate: 2026-05-14\ngroup: board\nstatus: published\n"
FIELDS += "agreed_on: 2026-05-20\n---\n\n"
ORDINARY = "meetings/2026-04-09-board.md"
NO_CODE = frozenset(
    "script style iframe object embed base meta link svg math form".split()
)
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = {"http", "https", "mailto", "tel"}
BODY_TAGS = set(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong del sup a img br hr"
    " table thead tbody tr th td input section div".split()
)
BODY_ATTRIBUTES = set(
    "data-sourcepos href title id class aria-label src alt start align type checked"
    " disabled".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example of a specification: what is typed, and what should come out."""

    name: str
    markdown: str
    html: str


def examples(specification: str) -> list[Example]:
    listed = json.loads((DATA / f"{specification}.json").read_text("utf-8"))
    short = specification.partition("-")[0]
    return [
        Example(
            name=f"{short}-{one['example']}", markdown=one["markdown"], html=one["html"]
        )
        for one in listed
    ]


EXAMPLES = [*examples("commonmark-0.31.2"), *examples("gfm-0.29")]
GROUPS = [EXAMPLES[start : start + 34] for start in range(0, len(EXAMPLES), 34)]


class Tags(HTMLParser):
    """The tags and texts of HTML, as a browser would read it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.all: list[Any] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found.append((tag, given))
        told = {k: v for k, v in given.items() if k not in ("data-sourcepos", "class")}
        self.all.append((tag, told))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.all.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.all.append(("text", data))

    def handle_comment(self, data: str) -> None:
        self.found.append(("comment", {"data": data}))

    def handle_decl(self, decl: str) -> None:
        self.found.append(("declaration", {"data": decl}))

    def unknown_decl(self, data: str) -> None:
        self.found.append(("declaration", {"data": data}))

    def handle_pi(self, data: str) -> None:
        self.found.append(("instruction", {"data": data}))

    def meaning(self) -> list[Any]:
        """Tags and texts, without line ends between blocks, and with texts joined."""
        joined: list[Any] = []
        for one in self.all:
            if one[0] == "text" and joined and joined[-1][0] == "text":
                joined[-1] = ("text", joined[-1][1] + one[1])
            else:
                joined.append(one)
        trimmed = [("text", o[1].strip("\n")) if o[0] == "text" else o for o in joined]
        return [one for one in trimmed if one != ("text", "")]


EVENT = re.compile(r'<script type="application/ld\+json">[^<]*</script>\n\Z')
"""What search engines are told of a meeting, at the very end of its page."""


def dangers(text: str, *, body: bool) -> list[str]:
    """Name what a browser would run or fetch from elsewhere, or what is not allowed."""
    bad = []
    for tag, attributes in Tags(text if body else EVENT.sub("", text)).found:
        allowed = tag in BODY_TAGS if body else tag not in NO_CODE
        if not allowed or tag in ("comment", "declaration", "instruction"):
            bad.append(tag)
        for name, value in attributes.items():
            scheme = SCHEME.match(value)
            if name.startswith("on") or (body and name not in BODY_ATTRIBUTES):
                bad.append(f"{tag} {name}")
            if name in ("href", "src") and scheme and scheme[1].lower() not in SCHEMES:
                bad.append(f"{tag} {name} {value[:30]}")
        if tag == "img" and re.match(
            r"\s*([a-z0-9+.-]+:|[/\\]{2})", attributes.get("src", "")
        ):
            bad.append("img from elsewhere")
    return bad[:5]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What came of a folder, whether or not a problem forbids to publish it."""

    reading: Reading
    problems: tuple[Problem, ...]
    pages: dict[str, str]
    """The HTML of each page that shows a file, by the path of the file."""

    seconds: float


def show(folder: Path) -> Shown:
    """Read, check and print as `make_site` does; print what has errors as well."""
    began = time.process_time()
    reading = read_notes(folder)
    book = link(reading)
    problems = (*reading.problems, *check(book))
    site = site_of(seen_by(book, Visibility.PUBLIC, TODAY), TODAY, Edition())
    return Shown(
        reading=reading,
        problems=problems,
        pages={page.source: page.html for page in site.pages if page.source},
        seconds=time.process_time() - began,
    )


def note(folder: Path, name: str, body: str) -> str:
    path = f"meetings/2026-05-14-{name}.md"
    (folder / path).write_bytes((FIELDS + body).encode())
    return path


def seconds_to_read(markdown: str) -> float:
    began = time.process_time()
    read_prose(markdown)
    return time.process_time() - began


def test_all_examples_of_both_specifications_are_here() -> None:
    names = [one.name for one in EXAMPLES]

    assert len(set(names)) == 652 + 28
    assert len(PATHOLOGICAL) >= 72


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0].name)
def test_the_examples_are_read_in_time_and_nothing_but_the_allowed_survives(
    group: list[Example],
) -> None:
    for one in group:
        seconds = seconds_to_read(one.markdown)
        assert seconds < LIMIT, f"{one.name} took {seconds:.1f} s to read"
        found = dangers(read_prose(one.markdown).html, body=True)
        assert found == [], f"{one.name}: {found}"


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group[0].name)
def test_the_examples_get_safe_pages_in_time(
    tmp_path: Path, group: list[Example]
) -> None:
    write_notes(tmp_path, {})
    paths = [note(tmp_path, one.name, one.markdown) for one in group]

    shown = show(tmp_path)

    slowest = max((seconds_to_read(one.markdown), one.name) for one in group)
    assert shown.seconds < LIMIT, f"{shown.seconds:.1f} s together, {slowest} slowest"
    for path in paths:
        found = dangers(shown.pages[path], body=False)
        assert found == [], f"{path}: {found}"


def test_examples_do_not_change_the_page_of_another_note(tmp_path: Path) -> None:
    write_notes(tmp_path, {})
    before = show(tmp_path).pages["groups/board.md"]
    path = note(tmp_path, "example", "[a]: /b\n\n<b>\n\n```\nnever closed")

    shown = show(tmp_path)

    assert "never closed" in shown.pages[path]
    assert "never closed" not in before + shown.pages["groups/board.md"]


OF_OUR_OWN = {
    "a scheme that notes may not lead to": "commonmark-596 commonmark-598"
    " commonmark-599 commonmark-601 gfm-629",
    "the git host makes a link of an address": "commonmark-602 commonmark-608"
    " commonmark-611 commonmark-612",
    "a scheme that notes may not lead to, and the engine's own reading of xmpp": "gfm-633"
    " gfm-634 gfm-635",
}
"""Examples whose HTML differs, by the reason."""


def test_examples_without_html_come_out_as_the_specifications_say() -> None:
    different = []
    agree = 0
    for one in EXAMPLES:
        safe = to_safe_html(one.markdown)
        if safe.html_left_out:
            continue
        if Tags(safe.html).meaning() == Tags(one.html).meaning():
            agree += 1
        else:
            different.append(one.name)

    assert sorted(different) == sorted(" ".join(OF_OUR_OWN.values()).split())
    assert agree == 595


REFUSALS = {"too-tangled", "too-much-markup", "too-deep", "table-too-large"}
UNSEEN = {"unseen-character", "file-too-large"}
"""What a few of the texts are refused for, before anybody asks how long they take."""

FIRST_LINE = FIELDS.count("\n") + 1
"""Where the body begins."""

Run = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def run() -> Run:
    """Try every text in one process, which may fall or hang."""
    program = Path(__file__).with_name("pathological_run.py")
    try:
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", str(program)],
            timeout=TIME_FOR_ALL,
            capture_output=True,
            text=True,
            check=False,
        )
        out, end = done.stdout, f"ended with {done.returncode}: {done.stderr[-800:]}"
        well = done.returncode == 0
    except subprocess.TimeoutExpired as late:
        out, end, well = (late.stdout or b"").decode(), "did not come back", False
    told = [json.loads(line) for line in out.splitlines() if line.endswith("}")]
    if not well:
        last = told[-1].get("begins", "the end") if told else "the beginning"
        pytest.fail(f"the process {end}, at {last!r}")
    return {one["name"]: one for one in told if "name" in one}


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_no_text_takes_long_whatever_is_in_it(name: str, run: Run) -> None:
    told = run[name]["whole"]

    assert_harmless(told)
    for code, line in told["refused"]:
        assert code in REFUSALS | UNSEEN
        assert line >= FIRST_LINE or code == "file-too-large"
    assert told["refused"] or told["has_page"]


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_as_much_of_a_text_as_is_let_through_is_shown_in_time(
    name: str, run: Run
) -> None:
    told = run[name]["part"]

    assert_harmless(told)
    assert told["refused"] == []
    assert told["has_page"]


def assert_harmless(told: dict[str, Any]) -> None:
    assert told["seconds"] < LIMIT
    assert told["only_the_bad_one"]
    assert told["ordinary_has_page"]
    assert told["dangers"] == []


def test_one_bad_note_never_fails_or_delays_the_rest(tmp_path: Path) -> None:
    write_notes(tmp_path, {})
    alone = show(tmp_path).pages[ORDINARY]
    bad = {
        note(tmp_path, f"bad-{number}", text)
        for number, text in enumerate(PATHOLOGICAL.values())
    }

    command = [sys.executable, "-m", "minutebook", "check", "--notes", str(tmp_path)]
    checked = subprocess.run(
        command, timeout=LIMIT * len(bad), capture_output=True, text=True, check=False
    )
    named = set(re.findall(r"^(\S+?):\d+:\d+: ", checked.stdout, re.MULTILINE))
    for path in bad:
        (tmp_path / path).unlink()
    made = make_site(tmp_path, TODAY, Edition())

    assert checked.returncode == 1, checked.stderr[-800:]
    assert named
    assert named <= bad
    assert made.site is not None
    (page,) = (page.html for page in made.site.pages if page.source == ORDINARY)
    assert heart(page) == heart(alone)


REAL = """
# Roof

The board met at **7.30pm**. Amina said: "we can't wait". See [the last
minutes](2026-03-12-board.md), www.example.org and hall@example.org.

- **Action:** ring [the builder](../actions/x.md) about it
- [x] keys: `A1` & `B2`
  1. one for the *chair*

| Item | Cost | Who |
| --- | ---: | --- |
| Tiles | £900 | [AK](../people.yml) |
| Gutters_and_pipes | £1,200 | BL & CO |

"""


SAID = "The treasurer said that the grant would pay for it, if we asked in time. " * 14


@pytest.mark.parametrize("length", [200_000, 400_000])
def test_minutes_of_real_people_are_never_too_much(tmp_path: Path, length: int) -> None:
    write_notes(tmp_path, {})
    section = f"{REAL}{SAID}\n\n"
    note(tmp_path, "long", section * (length // len(section)))

    assert [problem.code for problem in read_notes(tmp_path).problems] == []


def test_a_long_table_is_not_a_tangle(tmp_path: Path) -> None:
    write_notes(tmp_path, {})
    row = "| [Mr *A* B_C](../actions/x.md) | **£12** | a@example.org |\n"
    note(tmp_path, "long", "| Who | What | Mail |\n| --- | --- | --- |\n" + row * 400)

    assert read_notes(tmp_path).problems == ()


def heart(page: str) -> str:
    """The page without the ways to the meetings before and after."""
    return re.sub(r"<nav.*?</nav>", "", page, flags=re.DOTALL)


def page_of(folder: Path, body: str) -> str:
    write_notes(folder, {})
    problems, page = show_note(folder, body)
    assert problems == ()
    return page


def show_note(folder: Path, body: str) -> tuple[tuple[Problem, ...], str]:
    path = note(folder, "note", body)
    shown = show(folder)
    return shown.problems, shown.pages[path]


def test_a_heading_has_an_anchor_that_links_of_the_note_end_at(tmp_path: Path) -> None:
    page = page_of(tmp_path, "# Old roof\n\n# Old roof\n\n[Back](#old-roof-1)\n")

    ids = [given.get("id") for tag, given in Tags(page).found if re.match("h[1-6]", tag)]
    links = [given.get("href", "") for tag, given in Tags(page).found if tag == "a"]
    own = [target for target in links if target.endswith("old-roof-1")]
    assert own
    assert own[0].removeprefix("#") in ids


def test_a_table_keeps_its_columns_and_their_sides() -> None:
    made = read_prose("| Item | Cost |\n|:--|--:|\n| Roof | £900 |\n").html

    cells = [given.get("align") for tag, given in Tags(made).found if tag in ("th", "td")]
    assert cells == ["left", "right"] * 2


def test_a_task_list_shows_what_is_done_and_cannot_be_changed(tmp_path: Path) -> None:
    page = page_of(tmp_path, "- [x] ring\n- [ ] mend\n")

    boxes = [given for tag, given in Tags(page).found if tag == "input"]
    assert [box["aria-label"] for box in boxes] == ["done", "not done"]
    assert all("disabled" in box for box in boxes)


def test_a_footnote_leads_down_and_back_again(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Agreed.[^1]\n\n[^1]: By all.\n")

    ids = {given["id"] for _, given in Tags(page).found if "id" in given}
    notes = [
        given["href"].removeprefix("#")
        for tag, given in Tags(page).found
        if tag == "a" and re.search("#.*fn", given.get("href", ""))
    ]
    assert len(notes) == 2
    assert set(notes) <= ids


@pytest.mark.parametrize("kind", ["note", "tip", "important", "warning", "caution"])
def test_an_alert_is_an_alert(tmp_path: Path, kind: str) -> None:
    page = page_of(tmp_path, f"> [!{kind.upper()}]\n> Mind the step.\n")

    classes = [given.get("class", "") for _, given in Tags(page).found]
    assert any(one.startswith("admonition ") for one in classes)
    assert "admonition-title" in classes
    assert f"[!{kind.upper()}]" not in page


def test_struck_words_are_struck() -> None:
    assert "<del" in read_prose("~~Monday~~ Tuesday").html
    assert "<del" in read_prose("~Monday~ Tuesday").html


def test_a_bare_address_is_a_link(tmp_path: Path) -> None:
    page = page_of(
        tmp_path, "See www.example.org, https://example.org/a or a@example.org"
    )

    links = [given.get("href") for tag, given in Tags(page).found if tag == "a"]
    for target in ("http://www.example.org", "https://example.org/a"):
        assert target in links
    assert "mailto:a@example.org" in links


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "1)"])
def test_a_list_needs_no_blank_line_before_it(mark: str) -> None:
    made = read_prose(f"We agreed:\n{mark} to wait\n{mark} to ask\n").html

    assert [tag for tag, _ in Tags(made).found if tag in ("p", "li")] == ["p", "li", "li"]


def test_a_link_to_a_record_leads_to_its_page(tmp_path: Path) -> None:
    page = page_of(tmp_path, "[Before](2026-03-12-board.md), [hall](../themes/hall.md)")

    here = "meetings/2026-05-14-note/"
    links = [given.get("href", "") for tag, given in Tags(page).found if tag == "a"]
    ends = {posixpath.normpath(posixpath.join(here, html.unescape(one))) for one in links}
    assert {"meetings/2026-03-12-board", "themes/hall"} <= ends


def test_a_link_to_a_record_that_is_not_there_is_told_with_its_place(
    tmp_path: Path,
) -> None:
    write_notes(tmp_path, {})
    problems, page = show_note(tmp_path, "One line.\n\nAnd [a link](../actions/no.md).")

    assert [(problem.code, problem.place.line) for problem in problems] == [
        ("broken-link", 11)
    ]
    assert "no.md" not in page


@pytest.mark.parametrize(
    "target",
    ["https://a.example", "http://a.example", "mailto:a@b.example", "tel:+44123"],
)
def test_links_of_these_schemes_survive(tmp_path: Path, target: str) -> None:
    assert f'href="{target}"' in page_of(tmp_path, f"[a]({target})")


@pytest.mark.parametrize(
    "target",
    ["javascript:a", "data:text/html,a", "ftp://a.example", "vbscript:a", "xmpp:a"],
)
def test_links_of_other_schemes_do_not(tmp_path: Path, target: str) -> None:
    write_notes(tmp_path, {})
    problems, page = show_note(tmp_path, f"[words]({target})")

    assert [problem.code for problem in problems] == ["refused-link"]
    assert "words" in page
    assert target not in page
