"""Web pages: what a browser shows becomes blocks, all else is left out by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.builders import html
from importing.reading_of_documents import asides, only, read, refused, rows, shown, texts
from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.webpage.reader import page_text, read_webpage


def read_html(*body: str, head: str = "") -> Document:
    return read(read_webpage("minutes.html", html(*body, head=head)))


def test_blocks_are_what_a_browser_shows_as_such() -> None:
    document = read_html(
        "<h1>Minutes</h1>",
        "loose <b>words</b>",
        "<div>in a box<p>We met.</div>",
        "<h2>Welcome</h2><blockquote>Quoted.</blockquote>",
    )

    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        (Kind.HEADING, 1, "Minutes"),
        (Kind.PARAGRAPH, 0, "loose words"),
        (Kind.PARAGRAPH, 0, "in a box"),
        (Kind.PARAGRAPH, 0, "We met."),
        (Kind.HEADING, 2, "Welcome"),
        (Kind.PARAGRAPH, 0, "Quoted."),
    ]


def test_lines_are_those_of_the_file() -> None:
    document = read_html(
        "<p>We",
        "met.</p>",
        "<!-- two",
        "lines -->",
        "<p",
        "  class='x'>Then.</p><p>Last.</p>",
        "<table><tr>",
        "<td>one</td>",
        "<td>two</td></tr></table>",
    )

    assert [(b.line, b.end, b.text) for b in document.blocks] == [
        (4, 5, "We met."),
        (9, 9, "Then."),
        (9, 9, "Last."),
        (11, 12, "one | two"),
    ]
    assert document.lines[3:5] == ("We", "met.")
    assert [aside.line for aside in document.asides] == [6]


def test_lines_are_counted_in_pages_longer_than_the_parser_counts() -> None:
    document = read_html("<!--" + "\n" * 70_000 + "-->", "<p>We met.</p>", "<p>Then.</p>")

    assert [block.line for block in document.blocks] == [70_005, 70_006]


def test_items_have_their_numbers_and_depth() -> None:
    document = read_html(
        '<ol type="a" start="3"><li>third<ul><li>deep</ul>',
        "<li value=7><p>seven<p>more</ol>",
        '<ol type="I"><li>one<li>two</ol><ol reversed><li>last<li>first</ol>',
    )

    assert [(b.kind, b.level, b.marker, b.text) for b in document.blocks] == [
        (Kind.ITEM, 0, "c.", "third"),
        (Kind.ITEM, 1, "•", "deep"),
        (Kind.ITEM, 0, "g.", "seven"),
        (Kind.PARAGRAPH, 0, "", "more"),
        (Kind.ITEM, 0, "I.", "one"),
        (Kind.ITEM, 0, "II.", "two"),
        (Kind.ITEM, 0, "2.", "last"),
        (Kind.ITEM, 0, "1.", "first"),
    ]


def test_lines_within_a_paragraph_are_blocks_that_stand_tight() -> None:
    document = read_html(
        "<p>Present:<br>P. Lowe<br/>B. Jones<br><br>After a gap</p>",
        "<pre>as",
        "typed</pre>",
        "<dl><dt>Chair<dd>Ann</dl>",
    )

    assert [(b.text, b.tight) for b in document.blocks] == [
        ("Present:", False),
        ("P. Lowe", True),
        ("B. Jones", True),
        ("After a gap", False),
        ("as", False),
        ("typed", True),
        ("Chair", False),
        ("Ann", True),
    ]


def test_numbers_somebody_typed_are_markers_and_gaps_of_the_file_are_none() -> None:
    document = read_html(
        "<p>1. Welcome</p>",
        "<p>2&nbsp;&nbsp;&nbsp;Finance</p>",
        "<p>12",
        "   people came.</p>",
    )

    assert [(b.marker, b.text) for b in document.blocks] == [
        ("1.", "Welcome"),
        ("2", "Finance"),
        ("", "12 people came."),
    ]


def test_a_table_is_rows_of_cells() -> None:
    document = read_html(
        "<table><caption>Actions</caption><thead><tr><th>What<th colspan=2>Who</thead>",
        "<tr><td rowspan=2>Mend<br>the roof<td>Ben<td>soon",
        "<tr><td>Cat<td>",
        "</table><table><tr><td><p>another<ul><li>x</ul></table>",
    )

    assert texts(document)[0] == "Actions"
    assert rows(document) == [
        ("What", "Who", ""),
        ("Mend\nthe roof", "Ben", "soon"),
        ("", "Cat", ""),
        ("another\n• x",),
    ]
    assert [block.table for block in document.blocks] == [0, 1, 1, 1, 2]
    assert document.blocks[1].strong == len("What | Who")


def test_a_table_that_only_lays_out_the_page_is_none() -> None:
    document = read_html(
        "<table><tr><td>menu<td><h1>Minutes</h1><table><tr><td>Ann<td>chair</table></table>",
        '<table role="presentation"><tr><td>We met.</table>',
    )

    assert [(b.kind, b.text) for b in document.blocks] == [
        (Kind.PARAGRAPH, "menu"),
        (Kind.HEADING, "Minutes"),
        (Kind.ROW, "Ann | chair"),
        (Kind.PARAGRAPH, "We met."),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "<b>Action:</b>",
        "<strong>Action:</strong>",
        "<u>Action:</u>",
        '<span style="font-weight: 700">Action:</span>',
        '<span class="lead">Action:</span>',
    ],
)
def test_a_bold_lead_is_told_by_its_length(lead: str) -> None:
    document = read_html(
        f"<p>{lead} mend the roof", head="<style>.lead { font-weight:bold }</style>"
    )

    assert only(document).strong == len("Action:")


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>secret</p>",
        '<p style="display:none">secret</p>',
        '<p style="color:red; DISPLAY : none !important">secret</p>',
        '<p style="visibility: hidden">secret</p>',
        '<p style="font-size:0">secret</p>',
        '<p style="opacity:0">secret</p>',
        '<p aria-hidden="true">secret</p>',
        '<p class="gone">secret</p>',
        '<p id="far">secret</p>',
        "<!-- secret -->",
        "<noscript>secret</noscript>",
        "<dialog>secret</dialog>",
        '<input type="hidden" value="secret">',
        "<ul><li hidden>secret</ul>",
        "<table><tr hidden><td>secret</table>",
        "<table><tr><td hidden>secret</table>",
    ],
)
def test_hidden_text_is_no_text_whatever_hides_it(hidden: str) -> None:
    sheet = (
        "<style>p.gone, #far { display: none } @media print { p { display:none } }"
        "</style>"
    )

    document = read_html("<p>Seen.</p>", hidden, head=sheet)

    assert texts(document) == ["Seen."]
    assert asides(document, Reason.HIDDEN) == ["secret"]


def test_a_style_that_shows_hides_nothing() -> None:
    document = read_html(
        '<p style="font-size:0.9em">small', '<p style="opacity:0.5">pale', "<details>more"
    )

    assert texts(document) == ["small", "pale", "more"]


def test_code_is_no_text() -> None:
    document = read_html(
        "<p>We met.",
        "<script>alert('<p>no</p>')</script><style>p { color: red }</style>",
        "<template><p>never</p></template>",
    )

    assert texts(document) == ["We met."]
    assert len(asides(document, Reason.CODE)) == 3


def test_what_a_page_says_of_itself_is_no_text() -> None:
    document = read_html(
        "<p>We met.",
        head='<title>Minutes - Council</title><meta name="date" content="2019-05-01">'
        '<meta property="og:title" content="Minutes"><meta name="viewport" content="x">',
    )

    assert texts(document) == ["We met."]
    assert asides(document, Reason.METADATA) == [
        "Minutes - Council",
        "date: 2019-05-01",
        "og:title: Minutes",
    ]


def test_what_clearly_belongs_to_the_site_is_left_out() -> None:
    document = read_html(
        "<header>The council</header><nav><a href='/'>Home</a></nav>",
        "<main><header>Board</header><p>We met.</p><footer>Signed</footer></main>",
        "<aside>Beside</aside><footer>Contact</footer>",
    )

    assert texts(document) == ["Board", "We met.", "Signed", "Beside"]
    assert asides(document, Reason.RUNNING_HEAD) == ["The council", "Home", "Contact"]


def test_a_header_stays_where_nothing_says_what_the_text_is() -> None:
    with_title = read_html("<header><h1>Minutes</h1></header><main>We met.</main>")
    without_main = read_html("<header>Minutes</header><p>We met.<footer>Signed</footer>")

    assert texts(with_title) == ["Minutes", "We met."]
    assert texts(without_main) == ["Minutes", "We met.", "Signed"]


def test_links_keep_a_target_only_of_the_web_or_for_letters() -> None:
    document = read_html(
        '<p><a href="https://example.org/a">page</a>',
        '<p><a href=" java\nscript:alert(1)">trap</a>',
        '<p><a href="&#106;avascript:alert(1)">trap</a>',
        '<p><a href="data:text/html,x">trap</a>',
        '<p><a href="/relative">near</a>',
        '<p><a href="mailto:ann@example.org">Ann</a>',
    )

    assert [block.markdown for block in document.blocks] == [
        "[page](<https://example.org/a>)",
        "",
        "",
        "",
        "",
        "[Ann](<mailto:ann@example.org>)",
    ]


def test_forms_show_what_was_filled_in_and_objects_what_they_are() -> None:
    document = read_html(
        '<p><input type="checkbox" checked> Ann <input type="radio"> Ben',
        '<p>On <input value="3 May"><input type="submit" value="Send">',
        '<img src="x" alt="The roof"><img alt=""><iframe src="y" title="Map"></iframe>',
    )

    assert texts(document) == ["☒ Ann ☐ Ben", "On 3 May"]
    assert asides(document, Reason.EMBEDDED) == ["picture: The roof", "iframe: Map"]


def test_what_was_struck_out_is_no_text() -> None:
    document = read_html("<p><del>Ben resigned.</del> <ins>Ben stays.</ins>")

    assert texts(document) == ["Ben stays."]
    assert asides(document, Reason.DELETED) == ["Ben resigned."]


@pytest.mark.parametrize(
    "data",
    [
        "<p>café £5".encode(),
        "\ufeff<p>café £5".encode(),
        "<p>café £5".encode("cp1252"),
        "\ufeff<p>café £5".encode("utf-16-le"),
        b'<meta charset="iso-8859-15"><p>caf\xe9 \xa35',
        b'<meta http-equiv=x content="text/html; charset=macintosh"><p>caf\x8e \xa35',
        b'<meta charset="iso-8859-1"><p>' + "café £5".encode(),
        b'<meta charset="utf-7"><p>' + "café £5".encode(),
    ],
)
def test_a_page_is_read_in_the_way_it_was_written(data: bytes) -> None:
    assert page_text(data).endswith("café £5")


def test_unseen_signs_are_not_kept() -> None:
    assert texts(read_html("<p>we\u200b met\u202e \u00adagain")) == ["we met again"]


@pytest.mark.parametrize("page", ["", "<p></p>", "<script>x</script>", "<!-- x -->"])
def test_a_page_without_a_word_is_empty(page: str) -> None:
    assert refused(read_webpage("minutes.html", page.encode())) == "import-empty"


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td", "blockquote"])
def test_things_in_things_in_things_are_refused(tag: str) -> None:
    found = read_webpage("minutes.html", html(f"<{tag}>" * 10_000, "We met."))

    assert refused(found) == "import-too-deep"


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8
)
TAGS = st.sampled_from(
    "p b i span li td div h2 a pre dd tr table ul ol section nav header footer main label"
    " article br del option td summary script style title noscript aside s sup".split()
)
SCRAPS = st.one_of(
    WORDS.map("{}\n".format),
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.sampled_from(
        ["<p hidden>", "<br>", "<!-- x -->", "<td colspan=3>", "\n", "<input>"]
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SCRAPS, max_size=30))
def test_every_word_stands_in_a_block_or_is_left_out_by_name(scraps: list[str]) -> None:
    document = read_html("<p>Begun.", *scraps, "</script></style></title></noscript>")

    kept = " ".join([*shown(document), *(aside.text for aside in document.asides)])
    for scrap in scraps:
        if "<" not in scrap and "script:" not in kept and "style:" not in kept:
            assert scrap.strip() in kept


_WAY = (
    '<div><ul><li><a href="/">Home</a></li><li><a href="/us">About us</a></li></ul></div>'
)


def test_links_alone_before_the_title_are_the_way_about_the_site() -> None:
    document = read_html(_WAY + "<h1>Minutes</h1><p>Hello</p>")

    assert [block.text for block in document.blocks] == ["Minutes", "Hello"]


def test_links_stay_where_no_title_follows() -> None:
    document = read_html("<h1>Minutes</h1>" + _WAY)

    assert [block.text for block in document.blocks] == ["Minutes", "Home", "About us"]
