"""The process that reads documents of strangers, one after the other.

It gets bytes and gives JSON. It may use so much memory and so much time, may write no
file, and holds nothing that is worth having. `apart.py` starts it, and ends it when it
takes too long.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO

from minutebook.importing import limits
from minutebook.importing.document import Document
from minutebook.importing.formats.contents import Content
from minutebook.importing.formats.faults import damaged, too_large, too_slow
from minutebook.importing.formats.opendocument.reader import read_opendocument
from minutebook.importing.formats.pdf.reader import read_pdf
from minutebook.importing.formats.webpage.reader import read_webpage
from minutebook.importing.formats.word.reader import read_word
from minutebook.problems import Problem
from minutebook.reading.shapes import JsonForm

READERS: Mapping[Content, Callable[[str, bytes], Document | Problem]] = {
    Content.WORD: read_word,
    Content.OPENDOCUMENT: read_opendocument,
    Content.PAGE: read_webpage,
    Content.PDF: read_pdf,
}
"""The readers that are not trusted with our own process."""

ANSWER: JsonForm[Document | Problem] = JsonForm(Document | Problem)

_LENGTH = struct.Struct(">Q")


def main() -> None:
    """Read documents until there are no more."""
    _limit()
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while (content := receive(asked)) is not None:
        name, data = receive(asked), receive(asked)
        if name is None or data is None:
            return
        _limit_time()
        answer = _read(Content(content.decode()), name.decode(), data)
        send(answers, answer)


def send(to: IO[bytes], data: bytes) -> None:
    """Write bytes, and before them how many there are."""
    to.write(_LENGTH.pack(len(data)))
    to.write(data)
    to.flush()


def receive(source: IO[bytes], most: int | None = None) -> bytes | None:
    """Read what was sent; None at the end, or if it is more than was to be expected."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if most is not None and length > most:
        return None
    data = source.read(length)
    return data if len(data) == length else None


def _read(content: Content, name: str, data: bytes) -> bytes:
    try:
        answer = ANSWER.write(READERS[content](name, data))
    except MemoryError:
        return ANSWER.write(too_slow(name, "it needs more memory than any minutes do"))
    except Exception:  # noqa: BLE001 - whatever a stranger's bytes set off is about them
        return ANSWER.write(damaged(name, "it is not made as its format asks"))
    if len(answer) > limits.ANSWER_BYTES:
        return ANSWER.write(too_large(name, "this document has too much text"))
    return answer


def _limit() -> None:
    """Give up what is not needed for reading.

    Windows has no such limits: there, only the clock ends what takes too long.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        for what, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        ):
            _, hard = resource.getrlimit(what)
            resource.setrlimit(what, (most, hard))


def _limit_time() -> None:
    """Allow so many seconds of a processor from now on."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on every system

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + limits.CPU_SECONDS
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (until, hard))


if __name__ == "__main__":
    main()
