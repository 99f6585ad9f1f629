"""Files to documents: the right reader for each, and a problem for what is none."""

from __future__ import annotations

import os
import stat
from collections import deque
from collections.abc import Generator, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from minutebook.importing import limits
from minutebook.importing.document import Document
from minutebook.importing.formats.apart import Children
from minutebook.importing.formats.child import READERS
from minutebook.importing.formats.contents import Content, content_of
from minutebook.importing.formats.faults import (
    empty,
    encrypted,
    not_a_document,
    not_what_it_says,
    older_format,
    too_large,
)
from minutebook.importing.formats.text.reader import read_plain
from minutebook.problems import Problem

ENDINGS: Mapping[str, Content] = {
    ending: content
    for ending, content in {
        ".docx": Content.WORD,
        ".odt": Content.OPENDOCUMENT,
        ".pdf": Content.PDF,
        ".html": Content.PAGE,
        ".htm": Content.PAGE,
        ".xhtml": Content.PAGE,
        ".md": Content.TEXT,
        ".markdown": Content.TEXT,
        ".txt": Content.TEXT,
        ".text": Content.TEXT,
    }.items()
    if content is Content.TEXT or content in READERS
}
"""What a file holds, by the ending of its name: all that can be read."""

_NAMED = (".docx", ".odt", ".pdf", ".html", ".md", ".txt")
"""The endings that a message names."""

_AS_TEXT = frozenset({Content.TEXT, Content.PAGE})
"""What may look like plain text at first."""

_AHEAD = 2
"""Documents that are opened ahead for each process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opened:
    """A file with its bytes, and what it is."""

    name: str
    content: Content
    data: bytes


def read_document(path: Path) -> Document | Problem:
    """Read one document."""
    return next(found for _, found in read_documents([path]))


def read_documents(
    paths: Iterable[Path],
) -> Generator[tuple[Path, Document | Problem], None, None]:
    """Read documents in the order they are named; a bad one stops nobody.

    Text needs no parser and is read here. Everything else is read in processes of their
    own, as many as there are processors.
    """
    count = os.cpu_count() or 1
    coming: deque[tuple[Path, Future[Document | Problem]]] = deque()
    with Children(count) as children, ThreadPoolExecutor(count) as pool:
        for path in paths:
            coming.append((path, _begin(path, children, pool)))
            while len(coming) > _AHEAD * count:
                earlier, found = coming.popleft()
                yield earlier, found.result()
        while coming:
            earlier, found = coming.popleft()
            yield earlier, found.result()


def _begin(
    path: Path, children: Children, pool: ThreadPoolExecutor
) -> Future[Document | Problem]:
    opened = _open(path)
    if isinstance(opened, _Opened) and opened.content is not Content.TEXT:
        return pool.submit(children.read, opened.content, opened.name, opened.data)
    done: Future[Document | Problem] = Future()
    if isinstance(opened, _Opened):
        done.set_result(_read_text(opened))
    else:
        done.set_result(opened)
    return done


def _read_text(opened: _Opened) -> Document | Problem:
    document = read_plain(opened.name, opened.data)
    if not document.blocks:
        return empty(opened.name, "there is no text in this file")
    return document


def _open(path: Path) -> _Opened | Problem:
    """Read the bytes of a file and tell what it is, or why it is none of ours."""
    name = path.name.encode("utf-8", "replace").decode()
    data = _bytes(path, name)
    if isinstance(data, Problem):
        return data
    content = content_of(data)
    ending = path.suffix.casefold()
    problem = _never_read(name, content) or _mismatch(name, ending, content)
    if problem:
        return problem
    if len(data) > limits.FILE_BYTES and content is not Content.PDF:
        return _too_large(name, limits.FILE_BYTES)
    return _Opened(name=name, content=ENDINGS[ending], data=data)


def _bytes(path: Path, name: str) -> bytes | Problem:
    """Read at most the limit of an ordinary file; follow no link, wait for nobody."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        wrong = _wrong_kind(os.lstat(path).st_mode, name)
        if wrong:
            return wrong
        opened = os.open(path, flags | getattr(os, "O_BINARY", 0))
        with os.fdopen(opened, "rb") as file:
            # It may have been put in the place of the other meanwhile.
            wrong = _wrong_kind(os.fstat(opened).st_mode, name)
            data = b"" if wrong else file.read(limits.PDF_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not one that a file has"
        return not_a_document(
            name,
            f"`{name}` cannot be opened: {why[:1].lower()}{why[1:]}",
            "see that the file is there, and that you may read it",
        )
    too_much = len(data) > limits.PDF_BYTES
    return wrong or (_too_large(name, limits.PDF_BYTES) if too_much else data)


def _wrong_kind(mode: int, name: str) -> Problem | None:
    if stat.S_ISREG(mode):
        return None
    kind = "not an ordinary file"
    if stat.S_ISLNK(mode):
        kind = "a link to another file, and links are not followed"
    elif stat.S_ISDIR(mode):
        kind = "a folder"
    return not_a_document(name, f"`{name}` is {kind}", "name the document itself")


def _never_read(name: str, content: Content) -> Problem | None:
    """Say what is wrong with content that has no reader, whatever its name."""
    match content:
        case Content.EMPTY:
            return empty(name, "this file is empty")
        case Content.LOCKED_OFFICE:
            return encrypted(name)
        case Content.OLD_OFFICE | Content.RICH_TEXT:
            return older_format(
                name, content, "open it in Word or LibreOffice and save it as .docx"
            )
        case _:
            return None


def _mismatch(name: str, ending: str, content: Content) -> Problem | None:
    """Say how the ending of a name and what the file holds do not go together."""
    if ending not in ENDINGS:
        endings = ", ".join(ending for ending in _NAMED if ending in ENDINGS)
        return not_a_document(
            name,
            f"`{name}` is not a kind of document that can be read",
            f"save it as one of those that can: {endings}",
        )
    wanted = ENDINGS[ending]
    if content is wanted or (wanted is Content.PAGE and content in _AS_TEXT):
        return None
    if content.ending in ENDINGS:
        hint = f"if you know where it comes from, let its name end in `{content.ending}`"
    else:
        hint = "look for the document itself, or save it again from the program it is of"
    return not_what_it_says(name, ending, content, hint)


def _too_large(name: str, limit: int) -> Problem:
    return too_large(name, f"this file is larger than {limit:,} bytes")
