"""Pages on demand: bodies as they were typed, digests that tell, data row by row."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from enum import Enum
from html.parser import HTMLParser
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from minutebook.book import Book, link
from minutebook.edition import Edition
from minutebook.language import ENGLISH
from minutebook.pages import Page, Site, kinds, site_of
from minutebook.pages.body import Setting, body
from minutebook.pages.explain import Explainer
from minutebook.pages.rows import rows_as_json
from minutebook.pages.shown import Digester
from minutebook.reading import Prose, read_notes, read_prose
from minutebook.records import Theme
from minutebook.views.action import ActionView
from minutebook.views.concern import ConcernView
from minutebook.views.meeting import MeetingView
from small_book import TODAY, book_of

ROOT = Path(__file__).parent.parent
ACTION = "title: Mend the roof\nowners: [Hall Trust]\nraised_in: 2026-03-12-board\n"
LINKING = """
    title: Board
    date: 2026-03-12
    group: board
    status: published
    agreed_on: 2026-03-20
---
See [the roof](../actions/roof.md), [the plan](../attachments/plan.pdf) and the NHS.
"""
ROOF = {"meetings/2026-03-12-board.md": LINKING, "actions/roof.md": ACTION}


def site(book: Book, today: dt.date = TODAY) -> Site:
    return site_of(book, today, Edition())


def page(site: Site, address: str) -> Page:
    (found,) = (page for page in site.pages if page.address == address)
    return found


def linking(folder: Path, files: dict[str, str], today: dt.date = TODAY) -> Page:
    made = site(book_of(folder, ROOF | files), today)
    return page(made, "meetings/2026-03-12-board/")


@pytest.fixture(scope="module")
def demo() -> Book:
    return link(read_notes(ROOT / "notes"))


# Printing


def test_a_page_tells_its_kind_and_a_listing_its_name(demo: Book) -> None:
    pages = {page.address: page.kind for page in site(demo).pages}

    assert pages["concerns/funding-subsidisation/"] == "concern"
    assert pages["concerns/"] == "concerns"


def test_what_a_page_shows_is_gathered_once_for_digest_and_body(
    demo: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    gathered = []

    def counted(book: Book, record: Theme, today: dt.date) -> object:
        gathered.append(record.id)
        return view(book, record, today)

    kind = kinds.RECORDS["theme"]
    view = kind.view
    monkeypatch.setitem(kinds.RECORDS, "theme", dataclasses.replace(kind, view=counted))
    themes = [page for page in site(demo).pages if page.kind == "theme"]
    for theme in themes:
        assert theme.shown
        assert theme.printed().html

    assert gathered == [theme.record.id for theme in themes if theme.record]


def test_a_body_is_the_same_at_each_asking_and_in_any_order(demo: Book) -> None:
    pages = site(demo).pages
    forward = [page.printed() for page in pages]
    backward = [(page.printed(), page.shown)[0] for page in reversed(pages)]

    assert forward == backward[::-1]


CORRECTED = """
    title: Board
    date: 2026-03-12
    group: board
    status: published
    agreed_on: 2026-03-20
    corrections: [{date: 2026-09-03, reason: "<b>Ann</b> was not there."}]
"""


def test_a_note_that_was_corrected_says_so_on_its_page_and_in_its_data(
    tmp_path: Path,
) -> None:
    made = site(book_of(tmp_path, {"meetings/2026-03-12-board.md": CORRECTED}))
    printed = page(made, "meetings/2026-03-12-board/").printed()
    (data,) = (file for file in made.files if file.address == "data/meetings.json")
    rows = {row["id"]: row["corrections"] for row in json.loads(data.text)}

    assert "<dt>Corrected after it was agreed</dt>" in printed.html
    assert (
        "3 September 2026</time>, &lt;b&gt;Ann&lt;/b&gt; was not there." in printed.html
    )
    assert "- **Corrected after it was agreed:** 3 September 2026, " in printed.plain
    assert rows == {
        "2026-03-12-board": [
            {"date": "2026-09-03", "reason": "<b>Ann</b> was not there."}
        ],
        "2026-04-09-board": [],
    }


# Digests


def test_where_digests_of_two_days_are_equal_bodies_are_too(demo: Book) -> None:
    early, late = (site(demo, dt.date(2026, 11, day)) for day in (22, 23))
    same = [
        (one, other)
        for one, other in zip(early.pages, late.pages, strict=True)
        if one.shown == other.shown
    ]

    assert len(same) > len(early.pages) / 2
    assert len(same) < len(early.pages)
    assert all(one.printed() == other.printed() for one, other in same)


def test_no_two_pages_share_a_digest(demo: Book) -> None:
    pages = site(demo).pages

    assert len({page.shown for page in pages}) == len(pages)
    assert {len(page.shown) for page in pages} == {16}


def test_a_digest_is_the_same_in_every_process(tmp_path: Path) -> None:
    script = (
        "import datetime as dt, sys\n"
        "from pathlib import Path\n"
        "from minutebook.book import link\n"
        "from minutebook.edition import Edition\n"
        "from minutebook.pages import site_of\n"
        "from minutebook.reading import read_notes\n"
        "book = link(read_notes(Path(sys.argv[1])))\n"
        "made = site_of(book, dt.date(2026, 6, 1), Edition())\n"
        "print(*(page.shown.hex() for page in made.pages))\n"
    )
    here = " ".join(p.shown.hex() for p in site(book_of(tmp_path, ROOF)).pages)
    for seed in ("1", "2"):
        told = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout.strip() == here


@pytest.mark.parametrize(
    "files",
    [
        {"actions/roof.md": ACTION + "status: in-progress\n"},
        {"actions/roof.md": ACTION + "due: 2026-05-01\n"},
        {"actions/roof.md": ACTION.replace("Hall Trust", "Village Shop")},
        {"glossary.yml": "NHS: National Health Service\n"},
    ],
    ids=["its status", "its day", "its owner", "the glossary"],
)
def test_a_digest_changes_with_what_stands_beside_a_link(
    tmp_path: Path, files: dict[str, str]
) -> None:
    before, after = linking(tmp_path / "a", {}), linking(tmp_path / "b", files)

    assert before.html != after.html
    assert before.shown != after.shown


def test_a_digest_changes_when_a_link_leads_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "b" / "attachments").mkdir(parents=True)
    (tmp_path / "b" / "attachments" / "plan.pdf").write_bytes(b"%PDF-1.4")
    before, after = linking(tmp_path / "a", {}), linking(tmp_path / "b", {})

    assert before.html != after.html
    assert before.shown != after.shown


def test_a_digest_changes_on_the_day_a_linked_action_is_late(tmp_path: Path) -> None:
    due = {"actions/roof.md": ACTION + "due: 2026-05-01\n"}
    days = [dt.date(2026, 4, 30), dt.date(2026, 5, 1), dt.date(2026, 5, 2)]
    first, last, late = (
        linking(tmp_path / day.isoformat(), due, day).shown for day in days
    )

    assert first == last != late


TEXTS = st.text('ab",:[]{}\\\ud800é', max_size=3)
PROSE = st.sampled_from(
    ["", "a", "# a", "[a](a.md)", "[a](../actions/roof.md)", "`a`", "![a](a.png)"]
).map(read_prose)


def values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - any hint
    """Make up values of a type that stands in a view."""
    if get_origin(hint) in (Union, UnionType):
        return st.one_of(*map(values, get_args(hint)))
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=2).map(tuple)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    known: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        int: st.integers(0, 3),
        bool: st.booleans(),
        NoneType: st.none(),
        dt.date: st.dates(dt.date(2026, 1, 1), dt.date(2026, 1, 3)),
        dt.time: st.sampled_from([dt.time(9), dt.time(9, 30)]),
        Prose: PROSE,
    }
    return known[hint] if hint in known else st.deferred(lambda: built(hint))


def built(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - may be of something
    of = get_origin(kind) or kind
    fields = {
        name: values(hint[get_args(kind)] if of is not kind and _is_open(hint) else hint)
        for name, hint in get_type_hints(of).items()
    }
    return st.builds(of, **fields)


def _is_open(hint: Any) -> bool:  # noqa: ANN401 - any hint
    """Whether a hint leaves open of what it is: `tuple[T, ...]`."""
    return get_origin(hint) is not None and bool(hint.__parameters__)


VIEWS: dict[type, st.SearchStrategy[Any]] = {
    kind: built(kind) for kind in (ActionView, ConcernView, MeetingView)
}


@pytest.fixture(scope="module")
def digest(tmp_path_factory: pytest.TempPathFactory) -> Callable[[object], bytes]:
    book = book_of(tmp_path_factory.mktemp("digest"), ROOF)
    (shown,) = (p for p in site(book).pages if p.kind == "action")
    digester = Digester(book, TODAY, Edition())

    def digest(view: object) -> bytes:
        return digester.digest(shown, {"view": view})

    return digest


@pytest.mark.parametrize("kind", VIEWS)
@settings(deadline=None)
@given(data=st.data())
def test_views_that_are_equal_share_a_digest(
    digest: Callable[[object], bytes], kind: type, data: st.DataObject
) -> None:
    view = data.draw(VIEWS[kind])

    assert digest(view) == digest(copy.deepcopy(view))


@pytest.mark.parametrize("kind", VIEWS)
@settings(deadline=None)
@given(data=st.data())
def test_views_that_differ_in_one_field_have_different_digests(
    digest: Callable[[object], bytes], kind: type, data: st.DataObject
) -> None:
    view = data.draw(VIEWS[kind])
    name, hint = data.draw(st.sampled_from(list(get_type_hints(kind).items())))
    other = dataclasses.replace(view, **{name: data.draw(values(hint))})
    assume(view != other)

    assert digest(view) != digest(other)


def test_a_fact_that_cannot_be_read_by_value_is_refused(
    digest: Callable[[object], bytes],
) -> None:
    with pytest.raises(TypeError):
        digest(object())
    with pytest.raises(TypeError):
        digest({"a", "b"})


# Bodies


class Heard(HTMLParser):
    """The words of some HTML, and its tags without what we change about them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names |= {name for name, _ in attrs}
        if tag not in ("abbr", "img", "a", "span"):
            self.tags.append("h" if tag[1:].isdigit() else tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


AWKWARD = st.sampled_from(
    [
        "NHS", "NHSs", "mRNA", "a", "É", "'", '"', "<", ">", "&", "&nbsp;", "&amp;lt;",
        "`", "```\n", "\n", "\n\n", "# ", "## ", "> ", "- ", "- [x] ", "1. ", "5. ",
        "[^1]", "\n[^1]: ", "*", "**", "~~", "|a|b|\n|:-|-:|\n|c|d|\n", "> [!NOTE]\n> ",
        '[t](x.md "<p data-sourcepos=")', '"<p data-sourcepos=\\"1:1\\">"',
        "[t](https://example.org/)", ' data-sourcepos="1:1-1:1"', "<p>", "</p>", "\\",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Prose], str]:
    files = {"glossary.yml": "NHS: \"Health & 'Care'\"\nmRNA: <b>\n"}
    book = book_of(tmp_path_factory.mktemp("body"), files)
    setting = Setting(
        book=book,
        file="meetings/2026-03-12-board.md",
        root="../../",
        explainer=Explainer(book),
        language=ENGLISH,
        live=lambda _action: Markup(""),
    )
    return lambda prose: str(body(prose, setting, level=2))


@settings(deadline=None)
@given(typed=st.lists(AWKWARD, max_size=20).map("".join))
def test_a_body_on_a_page_says_what_was_typed_and_nothing_else(
    place: Callable[[Prose], str], typed: str
) -> None:
    prose = read_prose(typed)
    before, after = Heard(prose.html), Heard(place(prose))

    assert "".join(after.words) == "".join(before.words)
    assert after.tags == before.tags
    assert "data-sourcepos" not in after.names


@pytest.mark.parametrize(
    ("typed", "explained"),
    [
        ("NHS, NHS", "<abbr>NHS</abbr>, NHS"),
        ("the NHSs", "the <abbr>NHS</abbr>s"),
        ("an mRNA'", "an <abbr>mRNA</abbr>&#39;"),
        ("xNHS NHSx N HS `NHS`", "xNHS NHSx N HS <code>NHS</code>"),
        ("**NHS** &amp; 'NHS'", "<strong><abbr>NHS</abbr></strong> &amp; &#39;NHS&#39;"),
    ],
)
def test_the_first_of_an_acronym_is_explained(
    place: Callable[[Prose], str], typed: str, explained: str
) -> None:
    shown = place(read_prose(typed)).strip()
    for title in ("Health &amp; &#39;Care&#39;", "&lt;b&gt;"):
        shown = shown.replace(f' title="{title}"', "")

    assert shown == f"<p>{explained}</p>"


# Data


def test_a_data_file_has_a_row_on_each_line(demo: Book) -> None:
    data = [file for file in site(demo).files if file.address.startswith("data/")]
    assert data
    for file in data:
        rows = json.loads(file.text)
        if file.address.endswith(".schema.json"):
            assert isinstance(rows, dict)
            continue
        lines = file.text.splitlines()
        assert [json.loads(line.removesuffix(",")) for line in lines[1:-1]] == rows


def test_a_data_file_comes_in_one_piece_for_each_row(demo: Book) -> None:
    files = {file.address: file for file in site(demo).files}
    pieces = list(files["data/actions.json"].chunks())

    assert len(pieces) == len(demo.actions) + 1


def test_a_value_that_has_no_place_in_open_data_is_refused() -> None:
    with pytest.raises(TypeError, match="set has no place in open data"):
        list(rows_as_json([{1, 2}]))
    assert "".join(rows_as_json([])) == "[]\n"
