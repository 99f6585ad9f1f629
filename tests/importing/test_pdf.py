"""PDFs are read as a person reads them, whatever their pages look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.colors import black, white, yellow
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption

from importing.pdf_builders import LEFT, RIGHT, Part, Printer, by_hand, flowing, wrapped
from minutebook.importing.document import Document, Kind, Reason
from minutebook.importing.formats.pdf.marks import Glyph
from minutebook.importing.formats.pdf.reader import read_pdf
from minutebook.importing.formats.pdf.words import text_of, words_of
from minutebook.problems import Problem, Severity

LONG = (
    "The board heard that the roof of the hall had been looked at by two builders, that "
    "neither of them had found the leak, and that the third could not come before the "
    "end of the month because the council had asked him to mend the swimming pool first."
)
OTHER = (
    "It was felt that nobody could be asked to sit in the small room again while water "
    "came through the ceiling, and that the class for beginners should move elsewhere."
)


Golden = Callable[[Path, str], None]

ONCE = ("None", "One", "Two", "Three", "Four")


def read(data: bytes) -> Document:
    found = read_pdf("minutes.pdf", data)
    assert isinstance(found, Document), found
    return found


def refused(data: bytes) -> Problem:
    found = read_pdf("minutes.pdf", data)
    assert isinstance(found, Problem)
    assert found.place.path == "minutes.pdf"
    assert found.hint
    return found


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def left_out(document: Document) -> list[tuple[Reason, str]]:
    return [(aside.reason, aside.text) for aside in document.asides]


def printed(*texts: str, width: float = RIGHT - LEFT) -> Printer:
    """Print paragraphs with gaps between them."""
    printer = Printer()
    for text in texts:
        printer.y += 8
        printer.lines(*wrapped(text, width))
    return printer


def test_wrapped_lines_are_one_paragraph_and_know_their_lines() -> None:
    document = read(printed(LONG, OTHER).done())

    assert texts(document) == [LONG, OTHER]
    first, second = document.blocks
    assert (first.line, first.page) == (1, 1)
    assert second.line == first.end + 1
    assert " ".join(document.lines) == f"{LONG} {OTHER}"


def test_lines_that_end_early_stay_apart_and_are_tight() -> None:
    people = (
        "Anne Fox, Clinks (chair)",
        "Bob Lee, Nacro",
        "Carla Diaz, Unlock",
        "Dai Rees",
    )
    document = read(printed(LONG).line("Present", bold=True, gap=8).lines(*people).done())

    assert texts(document) == [LONG, "Present", *people]
    assert document.blocks[1].kind is Kind.HEADING
    assert [block.tight for block in document.blocks[2:]] == [True] * 4


def test_a_paragraph_may_begin_with_an_indent_instead_of_a_gap() -> None:
    printer = Printer()
    for text in (LONG, OTHER, LONG):
        first, *rest = wrapped(f"xxxx {text}", RIGHT - LEFT)
        printer.line(first.removeprefix("xxxx "), x=LEFT + 24).lines(*rest)

    assert texts(read(printer.done())) == [LONG, OTHER, LONG]


def test_a_paragraph_goes_on_over_a_page() -> None:
    lines = wrapped(LONG, RIGHT - LEFT)
    printer = printed(OTHER).lines()
    printer.y += 8
    printer.lines(*lines[:2]).turn().lines(*lines[2:]).line(OTHER[:40], gap=8)

    document = read(printer.done())
    assert texts(document) == [OTHER, LONG, OTHER[:40]]
    assert [block.page for block in document.blocks] == [1, 1, 2]


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("justified", [False, True])
def test_columns_are_read_one_after_the_other(columns: int, *, justified: bool) -> None:
    said = [f"{n}{n} {LONG if n % 2 else OTHER}" for n in range(24)]
    parts: list[Part] = [("p", text) for text in said]
    document = read(flowing(parts, columns=columns, justified=justified, size=9))

    assert texts(document) == said


def test_a_title_across_two_columns_comes_first_and_what_follows_them_last() -> None:
    middle = A4[0] / 2
    printer = Printer().line("Minutes of the board of the hall by the river", size=18)
    top = printer.y + 10
    for x, text in ((LEFT, LONG), (middle + 10, OTHER)):
        printer.y = top
        printer.lines(*wrapped(text, middle - 10 - LEFT), x=x)
    printer.y = 400
    printer.lines(*wrapped(LONG, RIGHT - LEFT))

    document = read(printer.done())
    title = "Minutes of the board of the hall by the river"
    assert texts(document) == [title, LONG, OTHER, LONG]
    assert document.blocks[0].kind is Kind.HEADING


def test_a_hyphen_at_the_end_of_a_line_is_mended_where_it_broke_a_word() -> None:
    lines = (
        "Everybody who came was welcomed, and the committee heard that the infor-",
        "mation about the lease had come, that the treasurer wanted a follow-",
        "up at the next meeting, that the information was right, that the co-",
        "opted members were pleased, and that a post-meeting note would tell the post-",
        "meeting news to all; both the short-",
        "and the long-term plans were put off.",
    )
    (block,) = read(Printer().lines(*lines).line("x" * 80, gap=20).done()).blocks[:1]

    assert "the information about the lease" in block.text
    assert "a follow-up at the next meeting" in block.text
    assert "that the co-opted members" in block.text
    assert "the post-meeting news" in block.text
    assert "the short- and the long-term plans" in block.text


def test_larger_letters_and_bold_lines_are_headings_by_rank() -> None:
    document = read(
        Printer()
        .line("Brookfield Hall", size=20)
        .line("Board", size=15, gap=8)
        .line("1. Welcome", bold=True, gap=8)
        .lines(*wrapped(LONG, RIGHT - LEFT))
        .line("Money", size=15, gap=8)
        .lines(*wrapped(LONG, RIGHT - LEFT))
        .done()
    )

    headings = [b for b in document.blocks if b.kind is Kind.HEADING]
    assert [(b.level, b.marker, b.text) for b in headings] == [
        (1, "", "Brookfield Hall"), (2, "", "Board"), (3, "1.", "Welcome"),
        (2, "", "Money"),
    ]  # fmt: skip


def test_a_bold_sentence_is_a_paragraph_and_a_bold_lead_is_strong() -> None:
    printer = printed(LONG)
    printer.line("Bob is to mend the boiler before the winter comes.", bold=True, gap=8)
    printer.y += 8
    y = printer.y
    printer.line("Action:", bold=True)
    printer.at(LEFT + 50, y, "Ann to ring the council")

    _, bold, lead = read(printer.done()).blocks
    assert (bold.kind, bold.strong) == (Kind.PARAGRAPH, len(bold.text))
    assert (lead.text, lead.strong) == ("Action: Ann to ring the council", len("Action:"))
    assert lead.markdown == "**Action:** Ann to ring the council"


@pytest.mark.parametrize(
    "marks", [("-", "-"), ("1.", "2."), ("a)", "b)"), ("(i)", "(ii)")]
)
def test_items_have_their_marks_and_depths(marks: tuple[str, str]) -> None:
    one, two = marks
    printer = printed(LONG)
    for x, mark, text in (
        (LEFT + 10, one, LONG), (LEFT + 10, two, "Short"), (LEFT + 40, "-", OTHER),
        (LEFT + 40, "-", "Deep"), (LEFT + 10, two, "Last"),
    ):  # fmt: skip
        first, *rest = wrapped(text, RIGHT - x - 20)
        printer.at(x, printer.y, mark).line(first, x=x + 20).lines(*rest, x=x + 20)

    items = read(printer.done()).blocks[1:]
    assert [(b.kind, b.level, b.marker, b.text) for b in items] == [
        (Kind.ITEM, 0, one, LONG), (Kind.ITEM, 0, two, "Short"),
        (Kind.ITEM, 1, "-", OTHER), (Kind.ITEM, 1, "-", "Deep"),
        (Kind.ITEM, 0, two, "Last"),
    ]  # fmt: skip


def test_bullets_of_other_fonts_and_drawn_ones_are_bullets() -> None:
    printer = printed(LONG)
    y = printer.y + 20
    printer.at(LEFT, y, "\u2022", font="Symbol")
    printer.at(LEFT + 14, y, "Of a font of signs")
    printer.paint(lambda c: c.circle(LEFT + 3, A4[1] - y - 16.5, 2, fill=1))
    printer.at(LEFT + 14, y + 20, "Drawn")

    items = read(printer.done()).blocks[1:]
    assert [(b.kind, b.marker, b.text) for b in items] == [
        (Kind.ITEM, "•", "Of a font of signs"), (Kind.ITEM, "•", "Drawn"),
    ]  # fmt: skip


def test_a_number_or_a_dash_that_a_wrapped_line_begins_with_is_no_mark() -> None:
    told = (
        "The council said that its staff cannot always send through what they were "
        "asked for in the spring - for various reasons - and that the rent is "
        "going up to 12. The treasurer thought that this was far too much for the group."
    )
    for width in range(250, 450, 10):
        assert texts(read(printed(told, OTHER, width=width).done())) == [told, OTHER]


def test_tables_with_rules_are_rows_of_cells() -> None:
    rows = [["Action", "Owner"], [LONG, "Bob Lee"], ["Book the hall", "Ann"]]
    document = read(flowing([("p", OTHER), ("t", rows), ("p", LONG)]))

    found = [block for block in document.blocks if block.kind is Kind.ROW]
    assert [list(block.cells) for block in found] == rows
    assert {block.table for block in found} == {1}
    assert found[1].text == f"{LONG} | Bob Lee"
    assert texts(document)[0] == OTHER
    assert texts(document)[-1] == LONG


def test_a_table_goes_on_over_a_page_and_its_head_is_not_said_twice() -> None:
    rows = [["Action", "Owner"], *([f"{n} {LONG}", f"Person {n}"] for n in range(12))]
    document = read(flowing([("t", rows), ("p", OTHER), ("t", [["Other", "Table"]])]))

    found = [block for block in document.blocks if block.kind is Kind.ROW]
    assert [list(block.cells) for block in found[:-1]] == rows
    assert {block.page for block in found} == {1, 2}
    assert [block.table for block in found] == [1] * len(rows) + [2]
    assert (Reason.RUNNING_HEAD, "Action | Owner") in left_out(document)


def test_paragraphs_of_a_cell_are_kept_apart() -> None:
    printer = Printer()
    for n, line in enumerate(["- Mend the roof", "- Ring the council", "Ann"]):
        printer.at(80 + 200 * (n == 2), 114 + 14 * (n == 1), line)
    printer.paint(lambda c: c.grid([72, 272, 400], [A4[1] - 100, A4[1] - 140]))
    printer.at(72, 200, LONG[:60])

    row = read(printer.done()).blocks[0]
    assert row.cells == ("- Mend the roof\n- Ring the council", "Ann")


def test_cells_that_stand_below_one_another_are_rows_without_rules() -> None:
    printer = printed(LONG)
    rows = [
        ("Ann Fox", "Brookfield Hall", "chair"),
        ("Bob Lee", "Friends of the Park", "minutes"),
        ("Carla Diaz", "Library", "member"),
        ("Dai Rees", "Council", "member"),
    ]
    printer.y += 10
    for row in rows:
        for x, cell in zip((LEFT, 220, 360), row, strict=True):
            printer.at(x, printer.y, cell)
        printer.y += 15
    printer.y += 20
    printer.lines(*wrapped(OTHER, RIGHT - LEFT))

    document = read(printer.done())
    found = [block.cells for block in document.blocks if block.kind is Kind.ROW]
    assert found == rows


def test_level_rules_alone_make_rows_of_cells_that_stand_in_columns() -> None:
    printer = printed(LONG)
    top = printer.y + 20
    rows = [
        (
            "What",
            ("Ask the council about the bins in the park and", "about the lamps"),
            "Mend the gate",
        ),
        ("Who", ("Bob",), "Carla"),
    ]
    for x, (head, lines, last) in zip((LEFT, 330), rows, strict=True):
        printer.at(x, top, head).at(x, top + 62, last)
        for n, line in enumerate(lines):
            printer.at(x, top + 20 + 14 * n + 7 * (len(lines) == 1), line)
    for y in (top + 6, top + 44, top + 68):
        printer.rule(y)
    printer.y = top + 90
    printer.lines(*wrapped(OTHER, RIGHT - LEFT))

    document = read(printer.done())
    assert [block.cells for block in document.blocks if block.table] == [
        ("What", "Who"),
        ("Ask the council about the bins in the park and about the lamps", "Bob"),
        ("Mend the gate", "Carla"),
    ]
    assert texts(document)[-1] == OTHER


def test_lines_between_paragraphs_are_no_table() -> None:
    printer = Printer()
    for text in (LONG, OTHER, LONG):
        printer.rule(printer.y + 4)
        printer.y += 20
        printer.lines(*wrapped(text, RIGHT - LEFT))

    assert texts(read(printer.done())) == [LONG, OTHER, LONG]


def test_a_table_within_a_column_is_read_in_its_place() -> None:
    rows = [["What", "Who"], ["Gate", "Carla"], ["Bins", "Bob"]]
    parts: list[Part] = [
        ("p", LONG),
        ("t", rows),
        *[("p", f"{n} {OTHER}") for n in "abcdefghi"],
    ]
    parts += [("p", f"{n} {LONG}") for n in "jklmnopqrs"]
    document = read(flowing(parts, columns=2, size=11))

    said = [" | ".join(row) for row in rows]
    assert texts(document)[:4] == [LONG, *said]
    assert texts(document)[4:] == [part[1] for part in parts[2:]]


def test_running_heads_and_page_numbers_are_left_out_with_their_reason() -> None:
    printer = Printer()
    for page in range(1, 5):
        printer.at(LEFT, 40, "Brookfield Hall, board, 4 May 2026")
        printer.lines(*wrapped(f"{ONCE[page]} {LONG}", RIGHT - LEFT))
        printer.at(280, 810, f"Page {page} of 4")
        if page < 4:
            printer.turn()

    document = read(printer.done())
    assert texts(document) == [f"{ONCE[page]} {LONG}" for page in range(1, 5)]
    assert Counter(left_out(document)) == Counter(
        [(Reason.RUNNING_HEAD, "Brookfield Hall, board, 4 May 2026")] * 4
        + [(Reason.PAGE_NUMBER, f"Page {page} of 4") for page in range(1, 5)]
    )


def test_headings_that_count_something_else_than_pages_are_no_running_heads() -> None:
    printer = Printer()
    for item in (3, 5, 8):
        printer.line(f"Item {item}", size=16).lines(*wrapped(LONG, RIGHT - LEFT))
        if item < 8:
            printer.turn()

    assert texts(read(printer.done()))[::2] == ["Item 3", "Item 5", "Item 8"]


HIDING = {
    "unseen": lambda c: c.drawString(LEFT, 300, "Secret", mode=3),
    "white": lambda c: (c.setFillColor(white), c.drawString(LEFT, 300, "Secret")),
    "off the page": lambda c: c.drawString(-200, 300, "Secret"),
    "tiny": lambda c: (c.setFont("Helvetica", 0.4), c.drawString(LEFT, 300, "Secret")),
    "blacked out": lambda c: (
        c.drawString(LEFT, 300, "Secret"), c.rect(LEFT - 2, 295, 80, 20, fill=1)
    ),
}  # fmt: skip


@pytest.mark.parametrize("way", HIDING)
def test_hidden_text_is_left_out_and_told_of(way: str) -> None:
    document = read(printed(LONG).paint(HIDING[way]).done())

    assert texts(document) == [LONG]
    assert left_out(document) == [(Reason.HIDDEN, "Secret")]


SHOWING = {
    "white on black": lambda c: (
        c.rect(LEFT - 2, 295, 80, 20, fill=1),
        c.setFillColor(white),
        c.drawString(LEFT, 300, "Plain"),
    ),
    "on yellow": lambda c: (
        c.setFillColor(yellow),
        c.rect(LEFT - 2, 295, 80, 20, fill=1),
        c.setFillColor(black),
        c.drawString(LEFT, 300, "Plain"),
    ),
    "under a sheer colour": lambda c: (
        c.drawString(LEFT, 300, "Plain"),
        c.setFillAlpha(0.3),
        c.rect(LEFT - 2, 295, 80, 20, fill=1),
    ),
}


@pytest.mark.parametrize("way", SHOWING)
def test_coloured_text_that_is_seen_is_read(way: str) -> None:
    document = read(printed(LONG).paint(SHOWING[way]).done())

    assert texts(document) == [LONG, "Plain"]
    assert document.asides == ()


def test_turned_text_is_left_out_but_a_turned_page_is_read() -> None:
    sideways = Printer()
    sideways.line("Read me", size=12)
    sideways.canvas.rotate(45)
    sideways.at(300, 700, "DRAFT")
    document = read(sideways.done())
    assert texts(document) == ["Read me"]
    assert left_out(document) == [(Reason.HIDDEN, "DRAFT")]

    landscape = Printer()
    landscape.canvas.rotate(90)
    for n, line in enumerate(wrapped(LONG, 500)):
        landscape.canvas.drawString(100, -100 - 14 * n, line)
    assert texts(read(landscape.done())) == [LONG]


def test_letters_painted_twice_are_read_once_and_are_bold() -> None:
    printer = printed(LONG)
    y = printer.y + 20
    printer.at(LEFT, y, "Present all").at(LEFT + 0.3, y, "Present all")

    _, block = read(printer.done()).blocks
    assert (block.text, block.strong) == ("Present all", len("Present all"))


def test_ligatures_spaces_and_soft_hyphens_are_written_as_people_write_them() -> None:
    glyphs = [
        Glyph(text=sign, x0=10 + 6.0 * n, x1=16 + 6.0 * n, y=100, size=10)
        for n, sign in enumerate("o\ufb03ce\u00a0\ufb02oor\u00ads")
    ]
    assert text_of(words_of(glyphs)) == "office floors"


def test_letters_spaced_out_are_a_word() -> None:
    printer = printed(LONG)
    printer.canvas.drawString(LEFT, 300, "MINUTES OF", charSpace=5)

    assert texts(read(printer.done()))[1] == "MINUTES OF"


def test_links_lead_to_pages_and_letters_only() -> None:
    printer = Printer().line("Report").line("Evil", gap=20).line("x", gap=20)
    for y, url in ((90, "https://example.org/r"), (123.75, "javascript:alert(1)")):
        top = A4[1] - y
        printer.canvas.linkURL(url, (LEFT, top - 3, LEFT + 60, top + 10))

    report, evil, _ = read(printer.done()).blocks
    assert report.markdown == "[Report](<https://example.org/r>)"
    assert (evil.text, evil.markdown) == ("Evil", "")


def test_comments_files_and_scripts_are_told_of() -> None:
    document = read(
        by_hand(
            "<< /Type /Annot /Subtype /Text /Rect [9 9 20 20] /Contents (Is this so?) >>",
            "<< /Type /Filespec /F (plan.xlsx) >>",
            "<< /S /JavaScript /JS (app.alert\\(1\\)) >>",
            page="/Annots [6 0 R]",
            catalog="/OpenAction 8 0 R "
            "/Names << /EmbeddedFiles << /Names [(plan) 7 0 R] >> >>",
        )
    )

    assert texts(document) == ["Hello"]
    assert left_out(document) == [
        (Reason.COMMENT, "Is this so?"),
        (Reason.EMBEDDED, "plan.xlsx"),
        (Reason.CODE, "JavaScript when it is opened: app.alert(1)"),
    ]


def test_a_locked_pdf_is_refused_but_an_empty_password_opens_one() -> None:
    locked = Printer(StandardEncryption("secret", "owner")).line("Hello").done()
    assert refused(locked).code == "import-encrypted"

    free = Printer(StandardEncryption("", "owner", canPrint=0)).line("Hello").done()
    assert texts(read(free)) == ["Hello"]


def test_what_is_no_pdf_or_a_broken_one_is_refused() -> None:
    assert refused(b"Minutes of the board").code == "import-damaged"
    assert refused(b"%PDF-1.7\n" + bytes(range(256)) * 20).code == "import-damaged"
    assert refused(b"%PDF-1.4\n%%EOF").code == "import-damaged"


def test_pages_without_text_are_named() -> None:
    problem = refused(Printer().picture().done())
    assert problem.code == "import-scanned"
    assert "page 1" in problem.summary

    some = Printer().line("Hello").turn().picture().turn().picture().turn().picture()
    (warning,) = read(some.done()).problems
    assert warning.code == "import-scanned"
    assert warning.severity is Severity.WARNING
    assert "pages 2–4" in warning.summary


def test_words_recognised_in_a_picture_are_read_with_a_warning() -> None:
    scan = Printer().picture()
    scan.paint(lambda c: c.drawString(LEFT, 500, "Recognised words", mode=3))

    document = read(scan.done())
    assert texts(document) == ["Recognised words"]
    assert [problem.code for problem in document.problems] == ["import-recognised"]


def test_a_document_of_too_many_pages_is_refused() -> None:
    printer = Printer()
    for _ in range(500):
        printer.at(LEFT, 90, "x").turn()

    assert refused(printer.at(LEFT, 90, "x").done()).code == "import-too-large"


def test_a_page_that_paints_without_end_is_refused() -> None:
    forms = [
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject "
        f"<< /X {n + 1} 0 R >> /Font << /F1 5 0 R >> >> /Length 36 >>\nstream\n"
        "/X Do /X Do /X Do /X Do /X Do /X Do \nendstream"
        for n in range(7, 17)
    ]
    data = by_hand(
        "<< >>", *forms, "<< >>", page="/Resources << /XObject << /X 7 0 R >> >>"
    )
    data = data.replace(b"(Hello) Tj ET", b"ET /X Do     ")

    assert refused(data).code == "import-too-large"


WORDS = st.text("abcdefghijklmnopqrstuvwxyzäé'", min_size=1, max_size=11)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(lambda w: " ".join(w).capitalize())
SHORT = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=4)
TABLES = st.integers(2, 3).flatmap(
    lambda n: st.lists(
        st.lists(
            st.lists(SHORT, min_size=1, max_size=6).map(" ".join), min_size=n, max_size=n
        ),
        min_size=1,
        max_size=5,
    )
)
PARTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["p", "-", "1", "h"]), TEXTS),
        st.tuples(st.just("t"), TABLES),
    ),
    min_size=1,
    max_size=12,
)


# A head that a table repeats in its next column is still taken for a row, where its cells
# go on over lines. Nothing is lost; it is said twice.
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(parts=PARTS, columns=st.integers(1, 3), justified=st.booleans())
def test_every_word_is_in_a_block_or_left_out(
    parts: list[Part], *, columns: int, justified: bool
) -> None:
    document = read(flowing(parts, columns=columns, justified=justified))
    said = [
        said if isinstance(said, str) else " ".join(" ".join(row) for row in said)
        for _, said in parts
    ]
    found = [block.text for block in document.blocks]
    found += [aside.text for aside in document.asides if aside.text.isalpha()]

    heads = [" ".join(said[0]) for _, said in parts if not isinstance(said, str)]
    assert words_in(said) - words_in(found) == Counter()
    assert set(words_in(found) - words_in(said)) <= set(words_in(heads))
    for block in document.blocks:
        assert 1 <= block.line <= block.end <= len(document.lines)
    standing = {n for b in document.blocks for n in range(b.line, b.end + 1)}
    standing |= {aside.line for aside in document.asides}
    assert standing == set(range(1, len(document.lines) + 1))


def words_in(texts: list[str]) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_'][^\W\d_]*", " ".join(texts)))


PRINTED = Path(__file__).parent / "printed"


@pytest.mark.parametrize("name", ["allotments", "board", "library"])
def test_what_programs_print_is_read_as_it_was_written(name: str, golden: Golden) -> None:
    """Of LibreOffice `board` and `allotments`, of Chromium `library`."""
    document = read((PRINTED / f"{name}.pdf").read_bytes())

    golden(PRINTED / f"{name}.txt", "".join(f"{line}\n" for line in told(document)))


def told(document: Document) -> Iterator[str]:
    """Write a document down for people to compare with its pages."""
    for block in document.blocks:
        place = f"{block.page}:{block.line}"
        look = f"{'tight ' * block.tight}{f'{block.strong} strong ' * bool(block.strong)}"
        kind = f"{block.kind} {block.table or block.level}"
        cells = " | ".join(block.cells).replace("\n", " // ")
        words = cells or block.markdown or block.text
        yield f"{place} {kind} {look}{block.marker}: {words}"
    for aside in document.asides:
        yield f"{aside.page}:{aside.line} left out, {aside.reason}: {aside.text}"


@given(st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_pdf_with_wrong_bytes_is_read_or_refused(data: st.DataObject) -> None:
    broken = bytearray((PRINTED / "library.pdf").read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=30)):
        broken[place] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(1, len(broken)))

    found = read_pdf("minutes.pdf", bytes(broken[:end]))
    assert isinstance(found, Document) or found.code.startswith("import-")
