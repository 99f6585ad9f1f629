"""Web pages: what a browser shows, and what stands around it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from minutebook.importing.document import Document
from minutebook.importing.formats.faults import Refused, damaged, empty
from minutebook.importing.formats.webpage.walk import Walk
from minutebook.importing.formats.xml import parse_html
from minutebook.problems import Problem

_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
_LOOKED_AT = 4_096
"""Bytes at the beginning in which a page says how it is written."""

_KNOWN = re.compile(
    r"iso-8859-(?:[2-9]|1[0-6])|windows-12(?:5[0-8])|cp125[0-8]|koi8-[ru]|shift_jis"
    r"|euc-(?:jp|kr)|gbk|gb18030|gb2312|big5|macintosh",
    re.IGNORECASE,
)
"""Encodings that pages say they have and mean; all others are tried as UTF-8 first."""


def read_webpage(name: str, data: bytes) -> Document | Problem:
    """Read a web page, or say why it cannot be read."""
    try:
        return _read(name, data)
    except Refused as refused:
        return refused.problem


def _read(name: str, data: bytes) -> Document | Problem:
    text = page_text(data)
    if text.count("\0") > len(text) // 100:
        raise Refused(damaged(name, "it holds no text"))
    text = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    root = parse_html(name, text)
    if root is None:
        return empty(name, "there is no text in this page")
    return Walk(name, text.count("\n") + 1, root).document()


def page_text(data: bytes) -> str:
    """Turn bytes into text, as the page says it is written, or as it must be."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _DECLARED.search(data[:_LOOKED_AT])
    encoding = declared[1].decode("ascii", "replace") if declared else ""
    if not data.startswith(BOM_UTF8) and _KNOWN.fullmatch(encoding):
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
