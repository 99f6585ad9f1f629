"""Documents of strangers are opened by what they are, within limits, and harm nobody."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from importing.bad_documents import bomb, problems_of_document
from importing.builders import docx, html, odt, paragraph, word_part, zipped
from importing.reading_of_documents import read, refused, texts
from minutebook.importing import limits
from minutebook.importing.document import Document
from minutebook.importing.formats import child
from minutebook.importing.formats.contents import Content
from minutebook.importing.formats.opening import read_document, read_documents
from minutebook.importing.formats.word.reader import read_word
from minutebook.problems import Problem

SHEET = zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""})
OLD = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {new} '{f'&{old};' * 10}'>"
    for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def opened(folder: Path, name: str, data: bytes) -> Document | Problem:
    return read_document(put(folder, name, data))


def with_part(whole: bytes, name: str, change: dict[bytes, bytes]) -> bytes:
    """Change the words in a part of a packed file."""
    kept: dict[str, str | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        for part in file.namelist():
            data = file.read(part)
            for before, after in change.items() if part == name else ():
                assert before in data
                data = data.replace(before, after)
            kept[part] = data
    return zipped(kept)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("minutes.docx", docx("We met.")),
        ("Minutes.DOCX", docx("We met.")),
        ("minutes.odt", odt("We met.")),
        ("minutes.html", html("<p>We met.</p>")),
        ("minutes.htm", b"<p>We met.</p>"),
        ("minutes.txt", b"We met.\n"),
        ("minutes.md", b"We met.\n"),
    ],
)
def test_a_document_is_read_by_the_reader_of_its_kind(
    name: str, data: bytes, tmp_path: Path
) -> None:
    document = read(opened(tmp_path, name, data))

    assert document.name == name
    assert texts(document) == ["We met."]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("minutes.docx", b"%PDF-1.7 ...", "import-not-what-it-says"),
        ("minutes.docx", b"We met.", "import-not-what-it-says"),
        ("minutes.docx", odt("We met."), "import-not-what-it-says"),
        ("minutes.docx", zipped({"a.txt": "We met."}), "import-not-what-it-says"),
        ("minutes.docx", SHEET, "import-not-what-it-says"),
        ("minutes.odt", docx("We met."), "import-not-what-it-says"),
        ("minutes.txt", docx("We met."), "import-not-what-it-says"),
        ("minutes.txt", html("<p>We met."), "import-not-what-it-says"),
        ("minutes.md", b"\x7fELF\0\0\0", "import-not-what-it-says"),
        ("minutes.html", b"GIF89a\0\0", "import-not-what-it-says"),
        ("minutes.docx", b"", "import-empty"),
        ("minutes.txt", b" \n\n", "import-empty"),
        ("minutes.docx", b"{\\rtf1 We met.}", "import-older-format"),
        ("minutes.doc", OLD, "import-older-format"),
        ("minutes.csv", b"a,b", "import-not-a-document"),
        ("minutes", b"We met.", "import-not-a-document"),
    ],
)  # fmt: skip
def test_what_is_no_document_of_its_kind_is_refused(
    name: str, data: bytes, code: str, tmp_path: Path
) -> None:
    assert refused(opened(tmp_path, name, data)) == code


def test_folders_links_and_pipes_are_not_opened(tmp_path: Path) -> None:
    folder = tmp_path / "folder.docx"
    folder.mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(put(tmp_path, "real.txt", b"We met."))
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)

    for path in (folder, link, pipe, tmp_path / "missing.txt", Path("/dev/zero")):
        assert refused(read_document(path)) == "import-not-a-document"


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 100)

    assert refused(opened(tmp_path, "a.txt", b"x" * 101)) == "import-too-large"
    assert texts(read(opened(tmp_path, "b.txt", b"x" * 100))) == ["x" * 100]


def parts_beyond_number() -> bytes:
    return docx("We met.", parts={f"part{at}": "" for at in range(limits.PARTS)})


def lies_of_less() -> bytes:
    """Make a document whose text is larger than its list of parts says."""
    whole = docx(*["We met."] * 2_000)
    return with_declared_size(whole, "word/document.xml", 500)


def lies_of_more() -> bytes:
    return with_declared_size(docx("We met."), "word/document.xml", 2_000)


def with_declared_size(whole: bytes, part: str, size: int) -> bytes:
    """Write another size where a packed file says how large a part is, both times."""
    data = bytearray(whole)
    name = part.encode()
    for mark, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            if data[at + name_at : at + name_at + len(name)] == name:
                struct.pack_into("<I", data, at + size_at, size)
    return bytes(data)


def locked_parts() -> bytes:
    data = bytearray(docx("We met."))
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags_at] |= 1
    return bytes(data)


def nested() -> bytes:
    names = [f"w:x{number * 7919}" for number in range(5_000)]
    ends = "".join(f"</{name}>" for name in reversed(names))
    return docx("".join(f"<{name}>" for name in names) + ends)


def twice() -> bytes:
    return docx("We met.", parts={"one": "a", "two": "b"}).replace(b"two.xml", b"one.xml")


def packed_otherwise() -> bytes:
    return zipped({"word/document.xml": "", "x": b"0" * 100}, packed=zipfile.ZIP_BZIP2)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (bomb, "import-packed-too-tightly"),
        (parts_beyond_number, "import-packed-too-tightly"),
        (lambda: docx("x", parts={"a": os.urandom(51_000_000)}), "import-too-large"),
        (lies_of_less, "import-damaged"),
        (lies_of_more, "import-damaged"),
        (locked_parts, "import-encrypted"),
        (twice, "import-damaged"),
        (packed_otherwise, "import-damaged"),
        (lambda: docx("We met.")[:-30], "import-damaged"),
        (lambda: docx("We met.").replace(b"PK\x01\x02", b"PK\x01\x03"), "import-damaged"),
        (lambda: docx("<w:p>" * 3), "import-damaged"),
        (nested, "import-too-deep"),
        (lambda: zipped({"[Content_Types].xml": "", "word/x": ""}), "import-damaged"),
    ],
)  # fmt: skip
def test_a_hostile_package_is_refused(make: object, code: str, tmp_path: Path) -> None:
    assert callable(make)

    assert refused(opened(tmp_path, "minutes.docx", make())) == code


def test_parts_that_come_to_too_much_together_are_refused(tmp_path: Path) -> None:
    line = "".join(f"{number:09}" for number in range(100_000))
    each = {f"part{at}": line for at in range(limits.UNPACKED_BYTES // len(line) + 1)}

    found = opened(tmp_path, "minutes.docx", docx("We met.", parts=each))

    assert refused(found) == "import-packed-too-tightly"


def test_names_of_parts_that_point_elsewhere_are_only_names(tmp_path: Path) -> None:
    parts = {"/etc/passwd": "x", "../../outside": "y", "C:\\x": "z"}
    data = docx("We met.", parts=dict(parts))

    assert texts(read(opened(tmp_path, "minutes.docx", data))) == ["We met."]
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.docx"]


@pytest.mark.parametrize(
    "definition",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "http://example.invalid/x">]>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE x [<!ENTITY % e SYSTEM "file:///etc/passwd"> %e;]>',
        LAUGHS + "]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_definitions_of_a_documents_own_are_refused(
    definition: str,
    encoding: str,
    tmp_path: Path,
) -> None:
    text = f"{definition}<w:document xmlns:w='urn:w'><w:body/></w:document>"
    part = text.encode(encoding)
    whole = docx("We met.")
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        kept = {name: file.read(name) for name in file.namelist()}

    data = zipped({**kept, "word/document.xml": part})

    assert refused(opened(tmp_path, "minutes.docx", data)) == "import-entities"


def test_an_entity_in_a_page_fetches_nothing(tmp_path: Path) -> None:
    page = b'<!DOCTYPE html [<!ENTITY e SYSTEM "file:///etc/passwd">]><p>We met. &e;</p>'

    document = read(opened(tmp_path, "minutes.html", page))

    assert "root" not in " ".join(document.lines)


def test_a_million_paragraphs_are_too_many(tmp_path: Path) -> None:
    many = docx("".join(f"<w:p><w:r><w:t>{n}</w:t></w:r></w:p>" for n in range(200_000)))

    assert refused(opened(tmp_path, "minutes.docx", many)) == "import-too-large"
    page = b"<p>x" * 1_000_000
    assert refused(opened(tmp_path, "minutes.html", page)) == "import-too-large"


def test_more_text_than_a_document_may_have_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "TEXT_LENGTH", 1_000)

    assert refused(read_word("a.docx", docx("x" * 600, "y" * 600))) == "import-too-large"
    hidden = paragraph(f"<w:del><w:r><w:delText>{'x' * 1_001}</w:delText></w:r></w:del>")
    assert refused(read_word("a.docx", docx(hidden, "y"))) == "import-too-large"


def test_a_header_in_a_hostile_part_is_refused_as_well(tmp_path: Path) -> None:
    bad = word_part("hdr", "<w:p>").replace("</w:hdr>", "")
    edges = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'

    found = opened(tmp_path, "a.docx", docx("We met.", edges, parts={"header1": bad}))

    assert refused(found) == "import-damaged"


def test_a_document_that_takes_too_long_is_stopped_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.0)
    paths = [put(tmp_path, f"{at}.html", html("<p>We met.")) for at in range(3)]
    paths.append(put(tmp_path, "text.txt", b"We met."))

    *late, (_, text) = read_documents(paths)

    assert {refused(found) for _, found in late} == {"import-too-slow"}
    assert texts(read(text)) == ["We met."]


def test_a_bad_document_stops_nobody_and_all_keep_their_order(tmp_path: Path) -> None:
    paths = [
        put(tmp_path, "1.docx", docx("One.")),
        put(tmp_path, "2.docx", bomb()),
        put(tmp_path, "3.odt", odt("Three.")),
        put(tmp_path, "4.txt", b"Four."),
        tmp_path / "5.txt",
        put(tmp_path, "6.html", html("<div>" * 9_999)),
        put(tmp_path, "7.docx", docx("Seven.")),
    ]

    found = list(read_documents(paths))

    assert [path for path, _ in found] == paths
    read_ = [d.lines[-1] for _, d in found if isinstance(d, Document)]
    assert read_ == ["One.", "Three.", "Four.", "Seven."]


def test_reading_ends_its_processes_when_nobody_wants_more(tmp_path: Path) -> None:
    paths = [put(tmp_path, f"{at}.docx", docx("We met.")) for at in range(20)]
    documents = read_documents(paths)

    next(documents)
    documents.close()

    with pytest.raises(StopIteration):
        next(documents)


def test_a_reader_that_falls_over_is_a_damaged_document(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def falls(name: str, data: bytes) -> Document:
        raise KeyError(name, data)

    def eats(name: str, data: bytes) -> Document:
        raise MemoryError(name, data)

    monkeypatch.setattr(child, "READERS", {Content.WORD: falls, Content.PDF: eats})

    for content, code in ((Content.WORD, "damaged"), (Content.PDF, "too-slow")):
        answer = child.ANSWER.read(child._read(content, "a.docx", b""))  # noqa: SLF001
        assert answer is not None
        assert refused(answer) == f"import-{code}"


def test_what_a_process_says_comes_back_as_it_was() -> None:
    document = read(read_word("a.docx", docx(paragraph("We met."), "Again.")))

    assert child.ANSWER.read(child.ANSWER.write(document)) == document
    assert child.ANSWER.read(b"[1, 2]") is None


def test_the_problems_of_a_document_are_those_it_was_read_with(tmp_path: Path) -> None:
    assert problems_of_document(put(tmp_path, "a.docx", docx("We met."))) == ()
    (problem,) = problems_of_document(put(tmp_path, "b.docx", b"nothing"))
    assert problem.place.path == "b.docx"
