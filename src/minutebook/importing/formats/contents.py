"""What a file is: by its first bytes, whatever its name says. Nothing is parsed."""

from __future__ import annotations

import re
from enum import StrEnum


class Content(StrEnum):
    """What a file is, in words for a message."""

    EMPTY = "an empty file"
    WORD = "a Word document"
    OPENDOCUMENT = "an OpenDocument text"
    PDF = "a PDF"
    PAGE = "a web page"
    TEXT = "plain text"
    OLD_OFFICE = "a document of an older Word, or of another old office program"
    LOCKED_OFFICE = "an office document that is locked with a password"
    RICH_TEXT = "a document in Rich Text Format"
    SPREADSHEET = "a spreadsheet"
    SLIDES = "a presentation"
    PACKED = "a packed file that is no document"
    OTHER = "something else than a text"

    @property
    def ending(self) -> str | None:
        """The ending that the name of such a file has, if it can be read."""
        return {
            Content.WORD: ".docx",
            Content.OPENDOCUMENT: ".odt",
            Content.PDF: ".pdf",
            Content.PAGE: ".html",
            Content.TEXT: ".txt",
        }.get(self)


_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_PDF_WITHIN = 1024
_TEXT_WITHIN = 8192

_OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_NAME_AT = 30
"""Where the name of the first part of a packed file stands."""


def content_of(data: bytes) -> Content:
    """Tell what a file is."""
    if not data.strip():
        return Content.EMPTY
    if data.startswith(_PACKED):
        return _packed(data)
    if data.startswith(_OLD_OFFICE):
        return Content.LOCKED_OFFICE if _LOCKED in data else Content.OLD_OFFICE
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Content.PDF
    return _written(data)


def _written(data: bytes) -> Content:
    """Tell apart what one can read without a program, if it is that at all."""
    if data.startswith(b"{\\rtf"):
        return Content.RICH_TEXT
    if _PAGE.match(data):
        return Content.PAGE
    wide = data.startswith(_WIDE)
    return Content.TEXT if wide or b"\0" not in data[:_TEXT_WITHIN] else Content.OTHER


def _packed(data: bytes) -> Content:
    """Tell packed files apart by the names of their parts, which stand there plainly."""
    first = data[_NAME_AT : _NAME_AT + 100]
    if first.startswith(_OPENDOCUMENT):
        kind = first.removeprefix(_OPENDOCUMENT)
        if kind.startswith(b"text"):
            return Content.OPENDOCUMENT
        return Content.SPREADSHEET if kind.startswith(b"spread") else Content.SLIDES
    if b"[Content_Types].xml" in data or b"word/document.xml" in data:
        if b"word/" in data:
            return Content.WORD
        if b"xl/" in data:
            return Content.SPREADSHEET
        return Content.SLIDES if b"ppt/" in data else Content.PACKED
    both = b"content.xml" in data and b"META-INF/manifest.xml" in data
    return Content.OPENDOCUMENT if both else Content.PACKED
