"""Pagefind's program: it is given pages, and gives an index of them back.

It is run as a service, so that it starts once and holds few pages at a time: it takes a
megabyte of memory for the minutes of one meeting.
"""

from __future__ import annotations

import json
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import IO, Any, Self

_AT_ONCE = 1 << 16
_END = b","


class CannotIndex(Exception):  # noqa: N818 - reads as what it says
    """No index could be made; the message says why."""


@dataclass(slots=True)
class Pagefind:
    """The program, started when it is first needed."""

    _process: subprocess.Popen[bytes] | None = None
    _asked: int = field(default=0)

    def __enter__(self) -> Self:
        """Wait to be asked."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the program end."""
        if self._process is not None:
            for pipe in (self._process.stdin, self._process.stdout):
                if pipe:
                    pipe.close()
            self._process.wait()

    def index(self, pages: Iterable[str]) -> dict[str, bytes]:
        """Index pages in HTML; give the files of the index by their name.

        The pages stand at `/0.html`, `/1.html` and so on. Raises CannotIndex.
        """
        index = self._ask("NewIndex")["index_id"]
        for number, page in enumerate(pages):
            self._ask(
                "AddFile",
                index_id=index,
                file_path=f"{number}.html",
                file_contents=page.encode("utf-8", "xmlcharrefreplace").decode(),
            )
        files = self._ask("GetFiles", index_id=index)["files"]
        self._ask("DeleteIndex", index_id=index)
        return {file["path"]: b64decode(file["content"]) for file in files}

    def _ask(self, what: str, **told: object) -> dict[str, Any]:
        self._asked += 1
        message = {"message_id": self._asked, "payload": {"type": what, **told}}
        try:
            process = self._process or self._start()
            answer = _exchange(process, b64encode(json.dumps(message).encode()) + _END)
            said: dict[str, Any] = json.loads(b64decode(answer))["payload"]
        except (OSError, ValueError, KeyError) as error:
            message_of_it = f"Pagefind could not index the pages: {error}"
            raise CannotIndex(message_of_it) from error
        if said["type"] == "Error":
            refused = f"Pagefind could not index the pages: {said['message']}"
            raise CannotIndex(refused)
        return said

    def _start(self) -> subprocess.Popen[bytes]:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "pagefind", "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return self._process


def _exchange(process: subprocess.Popen[bytes], message: bytes) -> bytes:
    """Send one message and read the one that answers it."""
    to, by = process.stdin, process.stdout
    if to is None or by is None:
        raise OSError
    to.write(message)
    to.flush()
    return b"".join(_until_end(by))


def _until_end(by: IO[bytes]) -> Iterable[bytes]:
    while True:
        piece = by.read1(_AT_ONCE)  # type: ignore[attr-defined] # a pipe has it
        if not piece:
            message = "it ended before it had answered"
            raise OSError(message)
        yield piece.removesuffix(_END)
        if piece.endswith(_END):
            return
