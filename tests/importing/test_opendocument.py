"""OpenDocument texts: what is shown becomes blocks, all else is left out by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.builders import odt
from importing.reading_of_documents import asides, only, read, refused, rows, shown, texts
from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.opendocument.reader import read_opendocument


def read_odt(
    *body: str, styles: str = "", automatic: str = "", pages: str = ""
) -> Document:
    data = odt(*body, styles=styles, automatic=automatic, pages=pages)
    return read(read_opendocument("minutes.odt", data))


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int, more: str = "") -> str:
    return f'<text:h text:outline-level="{level}" {more}>{inside}</text:h>'


def item(*inside: str, more: str = "") -> str:
    whole = "".join(part if part.startswith("<") else p(part) for part in inside)
    return f"<text:list-item {more}>{whole}</text:list-item>"


def items(*inside: str, style: str = "L1", more: str = "") -> str:
    named = f'text:style-name="{style}"' if style else ""
    whole = "".join(part if part.startswith("<") else item(part) for part in inside)
    return f"<text:list {named} {more}>{whole}</text:list>"


def number(level: int, form: str = "1", more: str = 'style:num-suffix="."') -> str:
    return (
        f'<text:list-level-style-number text:level="{level}" style:num-format="{form}"'
        f" {more}/>"
    )


def list_style(*levels: str, name: str = "L1") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def look(name: str, properties: str, family: str = "text", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def table(*of_rows: str) -> str:
    return f"<table:table>{''.join(of_rows)}</table:table>"


def row(*cells: str, more: str = "") -> str:
    inside = "".join(c if c.startswith("<") else cell(p(c)) for c in cells)
    return f"<table:table-row {more}>{inside}</table:table-row>"


def cell(inside: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{inside}</table:table-cell>"


DECIMALS = list_style(
    number(1), number(2, more='style:num-suffix="." text:display-levels="2"')
)


def test_headings_have_the_level_of_the_outline() -> None:
    document = read_odt(
        p("Minutes", "Title"), h("Welcome", 1), h("Who came", 2), "We met."
    )

    assert [(b.kind, b.level) for b in document.blocks] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
    ]


def test_numbered_headings_have_their_numbers() -> None:
    levels = "".join(
        f'<text:outline-level-style text:level="{n}" style:num-format="1"'
        f' text:display-levels="{n}"/>'
        for n in (1, 2)
    )
    outline = f"<text:outline-style>{levels}</text:outline-style>"

    document = read_odt(
        h("Welcome", 1),
        h("Finance", 1),
        h("Budget", 2),
        h("Grants", 2),
        h("Unnumbered", 1, 'text:is-list-header="true"'),
        h("Close", 1),
        styles=outline,
    )

    assert shown(document) == [
        "1 Welcome",
        "2 Finance",
        "2.1 Budget",
        "2.2 Grants",
        "Unnumbered",
        "3 Close",
    ]


def test_items_have_their_numbers_and_depth() -> None:
    inner = items("Roof", "Boiler", style="")

    document = read_odt(
        items("Welcome", item("Finance", inner, "More of it."), "Close"),
        automatic=DECIMALS,
    )

    assert [(b.kind, b.level, b.marker, b.text) for b in document.blocks] == [
        (Kind.ITEM, 0, "1.", "Welcome"),
        (Kind.ITEM, 0, "2.", "Finance"),
        (Kind.ITEM, 1, "2.1.", "Roof"),
        (Kind.ITEM, 1, "2.2.", "Boiler"),
        (Kind.PARAGRAPH, 0, "", "More of it."),
        (Kind.ITEM, 0, "3.", "Close"),
    ]


def test_a_list_begins_anew_or_goes_on() -> None:
    document = read_odt(
        items("a", "b", more='xml:id="first"'),
        items("anew"),
        items("on", more='text:continue-numbering="true"'),
        items("of the first", more='text:continue-list="first"'),
        items(item("from seven", more='text:start-value="7"')),
        automatic=DECIMALS,
    )

    assert [block.marker for block in document.blocks] == [
        "1.", "2.", "1.", "2.", "3.", "7.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("level", "marker"),
    [
        (number(1, "a", 'style:num-suffix=")" text:start-value="3"'), "c)"),
        (number(1, "A", 'style:num-prefix="(" style:num-suffix=")"'), "(A)"),
        (number(1, "i", 'text:start-value="4"'), "iv"),
        (number(1, "I", 'text:start-value="9"'), "IX"),
        (number(1, "", 'style:num-suffix="-"'), "-"),
        (number(1, "1", 'style:num-list-format="Item %1%:"'), "Item 1:"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="–"/>', "–"),
        ('<text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/>', "•"),
        ("", "•"),
    ],
)
def test_items_are_marked_as_the_list_says(level: str, marker: str) -> None:
    document = read_odt(items("Roof"), automatic=list_style(level))

    assert only(document).marker == marker


def test_a_bold_lead_is_told_by_its_length() -> None:
    automatic = look("T1", 'fo:font-weight="bold"') + look(
        "P1", 'fo:font-weight="700"', "paragraph", 'style:parent-style-name="Standard"'
    )

    document = read_odt(
        p('<text:span text:style-name="T1">Action:</text:span> mend'),
        p("All of it", "P1"),
        automatic=automatic,
    )

    assert [block.strong for block in document.blocks] == [7, 9]


def test_lines_spaces_and_tabs_are_what_they_are() -> None:
    document = read_odt(
        p('A<text:s text:c="3"/>B<text:tab/>C<text:line-break/>D<text:line-break/>E')
    )

    assert texts(document) == ["A B C", "D", "E"]
    assert [block.tight for block in document.blocks] == [False, True, True]


def test_a_table_is_rows_of_cells() -> None:
    head = f"<table:table-header-rows>{row('Action', 'Owner')}</table:table-header-rows>"
    covered = "<table:covered-table-cell/>"

    document = read_odt(
        table(
            head,
            row(cell(p("Mend the") + p("roof")), "Ben"),
            row(cell(p("Both"), 'table:number-columns-spanned="2"'), covered),
        ),
        table(row(cell(p("before") + table(row("in", "it")) + p("after")))),
    )

    assert rows(document) == [
        ("Action", "Owner"),
        ("Mend the\nroof", "Ben"),
        ("Both", ""),
        ("before\nin\nit\nafter",),
    ]
    assert [block.table for block in document.blocks] == [1, 1, 1, 2]


def test_rows_that_are_repeated_are_so_as_far_as_a_document_goes() -> None:
    many = 'table:number-rows-repeated="1048576"'
    wide = '<table:table-cell table:number-columns-repeated="16384"/>'

    assert texts(read_odt("We met.", table(row("", wide, more=many)))) == ["We met."]
    assert (
        rows(read_odt(table(row("x", more='table:number-rows-repeated="3"'))))
        == [("x",)] * 3
    )
    found = read_opendocument("minutes.odt", odt(table(row("x", more=many))))
    assert refused(found) == "import-too-large"


def test_hidden_text_is_no_text_whatever_hides_it() -> None:
    automatic = look("T1", 'text:display="none"') + look(
        "T2", 'fo:font-size="1pt"'
    )  # fmt: skip

    document = read_odt(
        p('Seen. <text:span text:style-name="T1">By a style.</text:span>'),
        p('<text:span text:style-name="T2">By its size.</text:span>'),
        f'<text:section text:display="none">{p("In a section.")}</text:section>',
        f"<text:section>{p('In an open section.')}</text:section>",
        p('<text:hidden-text text:is-hidden="true" text:string-value="By a field."/>'),
        p('<text:hidden-paragraph text:is-hidden="true"/>By its paragraph.'),
        table(row("In a row.", more='table:visibility="collapse"')),
        automatic=automatic,
    )

    assert texts(document) == ["Seen.", "In an open section."]
    assert asides(document, Reason.HIDDEN) == [
        "By a style.",
        "By its size.",
        "In a section.",
        "By a field.",
        "By its paragraph.",
        "In a row.",
    ]


def test_what_was_struck_out_and_what_was_remarked_are_left_out() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"<office:change-info><dc:creator>Ann</dc:creator></office:change-info>"
        f"{p('Ben resigned.')}</text:deletion></text:changed-region>"
        "<text:changed-region><text:insertion/></text:changed-region>"
        "</text:tracked-changes>"
    )
    remark = (
        f"<office:annotation><dc:creator>Ann</dc:creator>{p('Sure?')}</office:annotation>"
    )

    document = read_odt(
        changes, p(f'Ben stays.<text:change text:change-id="c"/>{remark}')
    )

    assert texts(document) == ["Ben stays."]
    assert asides(document, Reason.DELETED) == ["Ben resigned."]
    assert asides(document, Reason.COMMENT) == ["Ann: Sure?"]


def test_headers_and_footers_are_left_out_by_name() -> None:
    document = read_odt(
        "We met.",
        pages=f"<style:header>{p('Board of the hall')}</style:header>"
        f"<style:footer>{p('Page <text:page-number>2</text:page-number>')}</style:footer>"
        f'<style:footer-left style:display="false">{p("Never")}</style:footer-left>',
    )

    assert texts(document) == ["We met."]
    assert asides(document, Reason.RUNNING_HEAD) == ["Board of the hall"]
    assert asides(document, Reason.PAGE_NUMBER) == ["Page 2"]


def test_notes_stand_at_the_end_with_their_marks() -> None:
    note = (
        "<text:note><text:note-citation>3</text:note-citation>"
        f"<text:note-body>{p('Of the hall.')}</text:note-body></text:note>"
    )

    assert shown(read_odt(p(f"We met{note}."), "Then.")) == [
        "We met.",
        "Then.",
        "3 Of the hall.",
    ]


def test_frames_give_their_text_or_say_what_they_are() -> None:
    box = f"<draw:frame><draw:text-box>{p('In the box')}</draw:text-box></draw:frame>"
    picture = "<draw:frame><draw:image/><svg:desc>The roof</svg:desc></draw:frame>"

    document = read_odt(
        p(f"Beside. {box}{picture}"), "<draw:frame><draw:object/></draw:frame>"
    )

    assert texts(document) == ["Beside.", "In the box"]
    assert asides(document, Reason.EMBEDDED) == ["picture: The roof", "object"]


def test_a_link_keeps_a_target_only_of_the_web_or_for_letters() -> None:
    document = read_odt(
        p('<text:a xlink:href="https://example.org/">page</text:a>'),
        p('<text:a xlink:href="javascript:alert(1)">trap</text:a>'),
    )

    assert [b.markdown for b in document.blocks] == ["[page](<https://example.org/>)", ""]


def test_boxes_of_forms_show_whether_they_are_ticked() -> None:
    forms = (
        '<office:forms><form:form><form:checkbox xml:id="c1" form:label="Ann"'
        ' form:current-state="checked"/><form:checkbox xml:id="c2" form:label="Ben"/>'
        "</form:form></office:forms>"
    )
    shows = [p(f'<draw:control draw:control="{name}"/>') for name in ("c1", "c2")]

    assert texts(read_odt(forms, *shows)) == ["☒ Ann", "☐ Ben"]


def test_a_table_of_contents_is_left_out() -> None:
    listed = (
        "<text:table-of-content><text:table-of-content-source/>"
        f"<text:index-body>{p('Welcome 1')}</text:index-body></text:table-of-content>"
    )

    document = read_odt(listed, "We met.")

    assert texts(document) == ["We met."]
    assert asides(document, Reason.CONTENTS) == ["Welcome 1"]


def test_macros_are_named_and_not_read() -> None:
    parts: dict[str, str | bytes] = {"Basic/Standard/Module1.xml": "<x/>"}

    document = read(read_opendocument("minutes.odt", odt("We met.", parts=parts)))

    assert asides(document, Reason.CODE) == ["macros (Basic/Standard/Module1.xml)"]


def test_a_text_with_a_password_is_told_by_its_list_of_parts() -> None:
    manifest = "<m:manifest xmlns:m='urn:m'><m:encryption-data/></m:manifest>"
    parts: dict[str, str | bytes] = {"META-INF/manifest.xml": manifest}

    found = read_opendocument("minutes.odt", odt("We met.", parts=parts))

    assert refused(found) == "import-encrypted"


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8
)
SPANS = st.builds('<text:span text:style-name="{}">{} </text:span>'.format,
                  st.sampled_from(["T1", "T2", "None"]), WORDS)  # fmt: skip
PARAGRAPHS = st.lists(SPANS, min_size=1, max_size=3).map("".join).map(p)
PIECES = st.one_of(
    PARAGRAPHS,
    st.builds(h, WORDS, st.integers(1, 9)),
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map(lambda all_: items(item(*all_))),
    st.lists(PARAGRAPHS.map(cell), min_size=1, max_size=3).map(lambda c: table(row(*c))),
    PARAGRAPHS.map("<text:section>{}</text:section>".format),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6))
def test_every_word_stands_in_a_block_or_is_left_out_by_name(pieces: list[str]) -> None:
    automatic = (
        DECIMALS + look("T1", 'text:display="none"') + look("T2", 'fo:font-weight="bold"')
    )

    document = read_odt("Begun.", *pieces, automatic=automatic)

    kept = " ".join([*shown(document), *(aside.text for aside in document.asides)])
    said = (part.partition(">")[2].strip() for part in "".join(pieces).split("<"))
    for text in filter(None, said):
        assert text in kept
