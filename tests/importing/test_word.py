"""Word documents: what is shown becomes blocks, and all else is left out by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importing.builders import (
    add_to,
    docx,
    level,
    new_word,
    numbered,
    numbering,
    paragraph,
    run,
    saved,
    styled,
    styles,
    word_part,
)
from importing.reading_of_documents import asides, only, read, refused, rows, shown, texts
from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.word.reader import read_word

DECIMALS = "".join(
    level(at, "decimal", "".join(f"%{n + 1}." for n in range(at + 1))) for at in range(3)
)


def read_docx(*body: str, **more: dict[str, str | bytes]) -> Document:
    return read(read_word("minutes.docx", docx(*body, **more)))


def cell(*parts: str, properties: str = "") -> str:
    inside = "".join(part if part.startswith("<") else paragraph(part) for part in parts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(c if c.startswith("<") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def table(*of_rows: str) -> str:
    return f"<w:tbl>{''.join(of_rows)}</w:tbl>"


def field(code: str, result: str, data: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_what_words_own_template_offers_is_read() -> None:
    word = new_word()
    word.add_heading("Minutes of the board", 0)
    word.add_heading("Welcome", 1)
    word.add_heading("Who came", 2)
    word.add_paragraph("We met.")
    word.add_paragraph("Tea", style="List Bullet")
    word.add_paragraph("Milk", style="List Bullet 2")
    word.add_paragraph("Roof", style="List Number")
    word.add_paragraph("Boiler", style="List Number")

    document = read(read_word("minutes.docx", saved(word)))

    assert [(b.kind, b.level, b.marker, b.text) for b in document.blocks] == [
        (Kind.HEADING, 1, "", "Minutes of the board"),
        (Kind.HEADING, 1, "", "Welcome"),
        (Kind.HEADING, 2, "", "Who came"),
        (Kind.PARAGRAPH, 0, "", "We met."),
        (Kind.ITEM, 0, "•", "Tea"),
        (Kind.ITEM, 1, "•", "Milk"),
        (Kind.ITEM, 0, "1.", "Roof"),
        (Kind.ITEM, 0, "2.", "Boiler"),
    ]


def test_a_heading_is_known_by_its_style_in_any_language() -> None:
    known = styles(
        '<w:style w:type="paragraph" w:styleId="berschrift2">'
        '<w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Item of agenda"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Built"><w:name w:val="On it"/>'
        '<w:basedOn w:val="berschrift2"/></w:style>'
    )

    document = read_docx(
        styled("berschrift2", "Dach"),
        styled("Own", "Roof"),
        styled("Built", "Boiler"),
        paragraph("By hand", properties='<w:outlineLvl w:val="0"/>'),
        parts={"styles": known},
    )

    assert [block.level for block in document.blocks] == [2, 3, 2, 1]
    assert {block.kind for block in document.blocks} == {Kind.HEADING}


def test_numbers_that_word_counts_are_written_out() -> None:
    document = read_docx(
        numbered("Welcome", 1),
        numbered("Finance", 1),
        numbered("Budget", 1, 1),
        numbered("Roof", 1, 2),
        numbered("Grants", 1, 1),
        "Between.",
        numbered("Close", 1),
        numbered("Again from one", 1, 1),
        parts={"numbering": numbering(DECIMALS)},
    )

    assert [block.marker for block in document.blocks] == [
        "1.", "2.", "2.1.", "2.1.1.", "2.2.", "", "3.", "3.1.",
    ]  # fmt: skip
    assert [block.level for block in document.blocks] == [0, 0, 1, 2, 1, 0, 0, 1]
    assert "2.1.1. Roof" in document.lines


@pytest.mark.parametrize(
    ("form", "text", "start", "marker"),
    [
        ("lowerLetter", "%1)", 1, "a)"),
        ("lowerLetter", "(%1)", 28, "(bb)"),
        ("upperLetter", "%1.", 3, "C."),
        ("lowerRoman", "%1.", 4, "iv."),
        ("upperRoman", "%1", 1999, "MCMXCIX"),
        ("decimalZero", "%1", 5, "05"),
        ("ordinal", "%1", 22, "22nd"),
        ("cardinalText", "Item %1", 3, "Item Three"),
        ("chineseCounting", "%1", 3, "3"),
        ("bullet", "\uf0b7", 1, "•"),
        ("bullet", "o", 1, "o"),
        ("bullet", "-", 1, "-"),
    ],
)
def test_numbers_are_written_as_the_list_says(
    form: str, text: str, start: int, marker: str
) -> None:
    font = "Symbol" if text == "\uf0b7" else ""
    levels = level(0, form, text, start=start, font=font)

    document = read_docx(numbered("Roof", 1), parts={"numbering": numbering(levels)})

    assert only(document).marker == marker


def test_a_list_that_begins_again_does_and_one_that_goes_on_does() -> None:
    again = (
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num>'
    )

    document = read_docx(
        *(numbered("x", which) for which in (1, 1, 7, 7, 8)),
        parts={"numbering": numbering(DECIMALS, more=again)},
    )

    assert [block.marker for block in document.blocks] == ["1.", "2.", "1.", "2.", "3."]


def test_a_style_carries_numbers_to_its_paragraphs_and_headings() -> None:
    levels = "".join(
        level(at, "decimal", text, more=f'<w:pStyle w:val="Heading{at + 1}"/>')
        for at, text in enumerate(("%1", "%1.%2"))
    )
    known = styles(
        *(
            f'<w:style w:type="paragraph" w:styleId="Heading{n}">'
            f'<w:name w:val="heading {n}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
            "</w:pPr></w:style>"
            for n in (1, 2)
        )
    )

    document = read_docx(
        styled("Heading1", "Welcome"),
        styled("Heading2", "Who came"),
        styled("Heading1", "Finance"),
        parts={"styles": known, "numbering": numbering(levels)},
    )

    assert shown(document) == ["1 Welcome", "1.1 Who came", "2 Finance"]
    assert [block.level for block in document.blocks] == [1, 2, 1]


def test_numbers_somebody_typed_are_markers_too() -> None:
    document = read_docx(
        "1. Welcome",
        paragraph("<w:r><w:t>2</w:t><w:tab/><w:t>Finance</w:t></w:r>"),
        "- Tea",
        "A. Smith came late.",
        "12 people came.",
    )

    assert [(b.marker, b.text) for b in document.blocks] == [
        ("1.", "Welcome"),
        ("2", "Finance"),
        ("-", "Tea"),
        ("", "A. Smith came late."),
        ("", "12 people came."),
    ]


def test_a_bold_lead_is_told_by_its_length() -> None:
    known = styles(
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Lead"><w:name w:val="Lead"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )

    document = read_docx(
        paragraph(run("Action:", "<w:b/>"), " mend the roof"),
        paragraph(run("Action:", '<w:rStyle w:val="Strong"/>'), " mend the roof"),
        styled("Lead", "All of it"),
        styled("Lead", run("Switched off", '<w:rStyle w:val="Strong"/>')),
        styled("Lead", run("Not bold", '<w:b w:val="0"/>')),
        paragraph("Nothing ", run("later", "<w:b/>")),
        parts={"styles": known},
    )

    assert [block.strong for block in document.blocks] == [7, 7, 9, 0, 0, 0]
    assert document.blocks[0].markdown == "**Action:** mend the roof"
    assert document.blocks[2].markdown == "**All of it**"


def test_lines_within_a_paragraph_are_blocks_that_stand_tight() -> None:
    document = read_docx(paragraph(run("Present:\nP. Lowe\n\nB. Jones")), "Then.")

    assert texts(document) == ["Present:", "P. Lowe", "B. Jones", "Then."]
    assert [block.tight for block in document.blocks] == [False, True, False, False]


def test_a_table_is_rows_of_cells() -> None:
    document = read_docx(
        table(
            row("Action", "Owner", "Due"),
            row(
                cell("Mend the", "roof"),
                cell("Ben", properties='<w:gridSpan w:val="2"/>'),
            ),
            row("", "", ""),
        ),
        table(row("Another")),
    )

    assert rows(document) == [
        ("Action", "Owner", "Due"),
        ("Mend the\nroof", "Ben", ""),
        ("Another",),
    ]
    assert texts(document) == ["Action | Owner | Due", "Mend the roof | Ben", "Another"]
    assert [block.table for block in document.blocks] == [1, 1, 2]


def test_a_cell_that_reaches_down_is_told_once() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"

    document = read_docx(
        table(
            row(cell("Finance", properties=begins), "Budget"),
            row(cell("", properties=goes_on), "Grants"),
        )
    )

    assert rows(document) == [("Finance", "Budget"), ("", "Grants")]


def test_a_table_in_a_table_is_read_in_its_place() -> None:
    inner = table(row("one", "two"), row("three", "four"))

    document = read_docx(table(row(cell("before", inner, "after"), "beside")))

    assert rows(document) == [("before\none\ntwo\nthree\nfour\nafter", "beside")]


def test_numbers_in_cells_are_written_out() -> None:
    document = read_docx(
        table(row(cell(numbered("Roof", 1)), cell(numbered("Boiler", 1)))),
        parts={"numbering": numbering(DECIMALS)},
    )

    assert rows(document) == [("1. Roof", "2. Boiler")]


def test_a_row_tells_how_far_it_is_bold() -> None:
    document = read_docx(
        table(
            row(
                cell(paragraph(run("Who", "<w:b/>"))),
                cell(paragraph(run("What", "<w:b/>"))),
            ),
            row(cell(paragraph(run("Ben", "<w:b/>"))), cell("mends")),
        )
    )

    assert [block.strong for block in document.blocks] == [len("Who | What"), len("Ben")]


def test_boxes_show_whether_they_are_ticked() -> None:
    control = (
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
        "</w:sdtPr>"
        f"<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>"
    )
    legacy = '<w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData>'
    empty = "<w:ffData><w:checkBox/></w:ffData>"
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    typed = run("o", '<w:rFonts w:ascii="Wingdings"/>')

    document = read_docx(
        paragraph(control, " Ann"),
        paragraph(field("FORMCHECKBOX", "", legacy), " Ben"),
        paragraph(field("FORMCHECKBOX", "", empty), " Cat"),
        paragraph(symbol, " Dan"),
        paragraph(typed, " Eve"),
    )

    assert texts(document) == ["☒ Ann", "☒ Ben", "☐ Cat", "☑ Dan", "☐ Eve"]


def test_controls_and_fields_show_what_was_filled_in() -> None:
    choice = (
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Present"/>'
        '<w:listEntry w:val="Apologies"/></w:ddList></w:ffData>'
    )

    document = read_docx(
        "<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>"
        f"{paragraph('12 March 2026')}</w:sdtContent></w:sdt>",
        paragraph("Ann: ", field("FORMDROPDOWN", "", choice)),
        paragraph("On ", field(' DATE \\@ "d MMMM" ', "3 May")),
        paragraph(f'<w:fldSimple w:instr="AUTHOR">{run("Ben")}</w:fldSimple>'),
    )

    assert texts(document) == ["12 March 2026", "Ann: Apologies", "On 3 May", "Ben"]


def test_a_link_keeps_a_target_only_of_the_web_or_for_letters() -> None:
    def link(key: str, words: str) -> str:
        return f'<w:hyperlink r:id="{key}">{run(words)}</w:hyperlink>'

    document = read_docx(
        paragraph(link("a1", "page")),
        paragraph(link("a2", "trap")),
        paragraph(link("a3", "file")),
        paragraph(field('HYPERLINK "mailto:ann@example.org"', "Ann")),
        paragraph(field('HYPERLINK "javascript:alert(1)"', "Ben")),
        links={
            "a1": "https://example.org/a",
            "a2": "javascript:alert(1)",
            "a3": "file:///etc/passwd",
        },
    )

    assert [block.markdown for block in document.blocks] == [
        "[page](<https://example.org/a>)",
        "",
        "",
        "[Ann](<mailto:ann@example.org>)",
        "",
    ]
    assert texts(document) == ["page", "trap", "file", "Ann", "Ben"]


def test_notes_stand_at_the_end_with_their_numbers() -> None:
    notes = word_part(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{paragraph("")}</w:footnote>'
        f'<w:footnote w:id="5">{paragraph("Second.")}</w:footnote>'
        f'<w:footnote w:id="6">{paragraph("First.")}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph("Nobody asks.")}</w:footnote>',
    )

    document = read_docx(
        paragraph("We met", '<w:r><w:footnoteReference w:id="6"/></w:r>', "."),
        paragraph("Again", '<w:r><w:footnoteReference w:id="5"/></w:r>'),
        parts={"footnotes": notes},
    )

    assert shown(document) == ["We met.", "Again", "1 First.", "2 Second."]
    assert asides(document, Reason.HIDDEN) == ["Nobody asks."]


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp>"
        f"<wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    document = read_docx(paragraph("Beside.", drawing))

    assert texts(document) == ["Beside.", "In the box"]


def test_headers_and_footers_are_left_out_by_name() -> None:
    number = paragraph("Page ", field("PAGE", "1"), " of ", field("NUMPAGES", "2"))
    edges = (
        '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/>'
        "</w:sectPr>"
    )

    document = read_docx(
        "We met.",
        edges,
        parts={
            "header1": word_part("hdr", paragraph("Board of the hall")),
            "footer1": word_part("ftr", number),
            "header2": word_part("hdr", paragraph("Of no section")),
        },
    )

    assert texts(document) == ["We met."]
    assert asides(document, Reason.RUNNING_HEAD) == ["Board of the hall"]
    assert asides(document, Reason.PAGE_NUMBER) == ["Page 1 of 2"]


def test_what_was_struck_out_is_no_text_and_what_was_put_in_is() -> None:
    struck = "<w:del><w:r><w:delText>Ben resigned. </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('Elsewhere now.')}</w:moveFrom>"

    document = read_docx(
        paragraph(struck, f"<w:ins>{run('Ben stays.')}</w:ins>"),
        paragraph(moved),
        table(row("Gone", properties="<w:del/>"), row("Here")),
    )

    assert texts(document) == ["Ben stays.", "Here"]
    assert asides(document, Reason.DELETED) == [
        "Ben resigned.",
        "Elsewhere now.",
        "Gone",
    ]


def test_hidden_text_is_no_text_whatever_hides_it() -> None:
    known = styles(
        '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Dark"><w:name w:val="Dark"/>'
        '<w:basedOn w:val="Darker"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Darker"><w:name w:val="Darker"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )

    document = read_docx(
        paragraph("Seen. ", run("By hand.", "<w:vanish/>")),
        paragraph(run("By a style of letters.", '<w:rStyle w:val="Secret"/>')),
        styled("Dark", "By a style of paragraphs."),
        paragraph(run("By its size.", '<w:sz w:val="2"/>')),
        parts={"styles": known},
    )

    assert texts(document) == ["Seen."]
    assert asides(document, Reason.HIDDEN) == [
        "By hand.",
        "By a style of letters.",
        "By a style of paragraphs.",
        "By its size.",
    ]


def test_comments_objects_and_macros_are_left_out_by_name() -> None:
    comments = word_part(
        "comments",
        f'<w:comment w:author="Ann">{paragraph("Is this right?")}</w:comment>',
    )
    sheet = (
        '<w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="Excel.Sheet.12"/>'
        "</w:object></w:r>"
    )
    data = docx(
        paragraph("We met.", sheet, '<w:r><w:commentReference w:id="0"/></w:r>'),
        '<w:altChunk r:id="x"/>',
        parts={"comments": comments},
    )
    document = read(read_word("minutes.docx", data))

    assert texts(document) == ["We met."]
    assert asides(document, Reason.COMMENT) == ["Ann: Is this right?"]
    assert asides(document, Reason.EMBEDDED) == [
        "object (Excel.Sheet.12)",
        "another document",
    ]


def test_macros_are_named_and_not_read() -> None:
    data = docx("We met.", parts={"vbaProject.bin": b"Sub AutoOpen"})
    renamed = data.replace(b"vbaProject.bin.xml", b"xx/vbaProject.bin\0"[:18])

    document = read(read_word("minutes.docx", renamed))

    assert asides(document, Reason.CODE) == ["macros (word/xx/vbaProject.bin)"]


def test_a_table_of_contents_is_left_out() -> None:
    known = styles(
        '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/>'
        "</w:style>"
    )
    gallery = (
        "<w:sdt><w:sdtPr><w:docPartObj>"
        '<w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('Contents')}</w:sdtContent></w:sdt>"
    )

    document = read_docx(
        gallery, styled("Verzeichnis1", "Welcome 1"), "We met.", parts={"styles": known}
    )

    assert texts(document) == ["We met."]
    assert asides(document, Reason.CONTENTS) == ["Contents", "Welcome 1"]


def test_styles_and_lists_that_lead_in_a_circle_end() -> None:
    known = styles(
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>'
        '<w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/>'
        '<w:basedOn w:val="A"/></w:style>'
    )

    assert texts(read_docx(styled("A", "We met."), parts={"styles": known})) == [
        "We met."
    ]


def test_a_document_without_a_word_is_empty() -> None:
    assert refused(read_word("minutes.docx", docx(""))) == "import-empty"


def test_python_docx_agrees_on_the_words() -> None:
    word = new_word()
    word.add_paragraph("Present: Ann\nBen")
    add_to(word, table(row("Action", "Owner"), row("Mend the roof", "Ben")))

    document = read(read_word("minutes.docx", saved(word)))

    said = [line for p in word.paragraphs for line in p.text.split("\n")]
    said += [" | ".join(c.text for c in r.cells) for t in word.tables for r in t.rows]
    assert texts(document) == said


WORDS = st.text(
    st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8
)
LOOKS = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:vanish/>"])
RUNS = st.lists(st.builds(run, WORDS.map("{} ".format), LOOKS), min_size=1, max_size=4)
PARAGRAPHS = RUNS.map(lambda runs: paragraph(*runs))
ROWS = st.lists(PARAGRAPHS.map(cell), min_size=1, max_size=3).map(lambda all_: row(*all_))
PIECES = st.one_of(
    PARAGRAPHS,
    st.builds(numbered, WORDS, st.just(1), st.integers(0, 2)),
    st.lists(ROWS, min_size=1, max_size=3).map(lambda all_: table(*all_)),
    PARAGRAPHS.map("<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=6))
def test_every_word_stands_in_a_block_or_is_left_out_by_name(pieces: list[str]) -> None:
    data = docx("Begun.", *pieces, parts={"numbering": numbering(DECIMALS)})

    document = read(read_word("minutes.docx", data))

    kept = " ".join([*shown(document), *(aside.text for aside in document.asides)])
    said = "".join(pieces).split('preserve">')[1:]
    for text in (part.partition("<")[0] for part in said):
        assert text.strip() in kept
