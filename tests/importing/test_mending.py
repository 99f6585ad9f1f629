"""What came into a document as text, line by line, is read as text is."""

from __future__ import annotations

import pytest

from importing.builders import docx, html, odt, paragraph, run
from importing.reading_of_documents import read, shown, texts
from minutebook.importing.document import Document
from minutebook.importing.formats.opendocument.reader import read_opendocument
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.formats.webpage.reader import read_webpage
from minutebook.importing.formats.word.reader import read_word

TEXT = """\
Minutes of the board

Present:
P. Lowe
B. Jones

1. The roof of the hall was looked at by two members of the board who said that
it leaks above the stage, and that the water has reached the curtains that were
given by the friends of the hall.

- *Heating:* the boiler needs a new timer before the winter begins, and a person
  who knows how it is set. It was bought together with the pipes that were laid
  last year.
- Action: Ben Jones to ask for offers.

We meet again in May."""


def as_docx() -> Document:
    lines = [paragraph(run(line)) for line in TEXT.split("\n")]
    return read(read_word("minutes.docx", docx(*lines)))


def as_docx_with_breaks() -> Document:
    return read(read_word("minutes.docx", docx(paragraph(run(TEXT)))))


def as_odt() -> Document:
    lines = [line.replace("  ", '<text:s text:c="2"/>') for line in TEXT.split("\n")]
    body = [f"<text:p>{line}</text:p>" for line in lines]
    return read(read_opendocument("minutes.odt", odt(*body)))


def as_page() -> Document:
    return read(read_webpage("minutes.html", html(f"<pre>{TEXT}</pre>")))


@pytest.mark.parametrize("read_as", [as_docx, as_docx_with_breaks, as_odt, as_page])
def test_text_that_was_put_into_a_document_is_read_as_text(
    read_as: object,
) -> None:
    assert callable(read_as)
    document = read_as()
    plain = read(read_plain("minutes.txt", TEXT.encode()))

    assert shown(document) == shown(plain)
    assert [b.tight for b in document.blocks[1:]] == [b.tight for b in plain.blocks[1:]]
    assert [b.strong for b in document.blocks] == [b.strong for b in plain.blocks]


def test_paragraphs_of_a_real_document_stay_apart() -> None:
    document = read(
        read_word(
            "minutes.docx",
            docx(
                paragraph(run("Present", "<w:b/>")),
                "The members of the board who came to the meeting on Tuesday evening",
                "ann Smith and her sister",
                "It was agreed that the roof of the hall is mended before the winter and",
                "that Ben asks for offers.",
            ),
        )
    )

    assert len(document.blocks) == 5


def test_marks_of_text_are_no_marks_in_a_document_that_has_its_own() -> None:
    document = read(
        read_word(
            "minutes.docx", docx(paragraph(run("Bold", "<w:b/>")), "5 * 3 * 2 = *30*")
        )
    )

    assert texts(document) == ["Bold", "5 * 3 * 2 = *30*"]
    assert document.blocks[1].markdown == r"5 \* 3 \* 2 = \*30\*"


def test_tags_that_text_was_left_with_are_no_words() -> None:
    lines = ["One.", "", "<p>Action: two</p>", "", "Three.", "", "Four."]

    document = read(
        read_word("minutes.docx", docx(*(paragraph(run(line)) for line in lines)))
    )

    assert texts(document) == ["One.", "Action: two", "Three.", "Four."]


def test_a_line_that_only_draws_is_a_gap() -> None:
    assert texts(read(read_word("a.docx", docx("One.", "-----", "Two.")))) == [
        "One.",
        "Two.",
    ]
