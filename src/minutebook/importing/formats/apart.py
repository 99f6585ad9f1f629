"""Reading in processes of their own: a document can end its process, and not ours."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from queue import LifoQueue
from types import TracebackType
from typing import Self

from minutebook.importing import limits
from minutebook.importing.document import Document
from minutebook.importing.formats.child import ANSWER, receive, send
from minutebook.importing.formats.contents import Content
from minutebook.importing.formats.faults import damaged, too_slow
from minutebook.problems import Problem

_CHILD = "minutebook.importing.formats.child"
_PATIENCE = 5.0
"""Seconds that a process may take to end when it is told to."""

_OUT_OF_TIME = getattr(signal, "SIGXCPU", 0) or 24
"""What ends a process that has used up its time."""


class Child:
    """One process that reads documents, started when the first one comes."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None

    def read(self, content: Content, name: str, data: bytes) -> Document | Problem:
        """Have a document read; a problem, if the process does not live to tell."""
        process = self._running()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        clock = threading.Timer(limits.SECONDS, end)
        clock.start()
        try:
            answer = _ask(process, (content.encode(), name.encode(), data))
        finally:
            clock.cancel()
            clock.join()
        found = ANSWER.read(answer) if answer is not None else None
        if found is not None:
            return found
        self.stop()
        return _fallen(name, process.returncode, late=late.is_set())

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.communicate(timeout=_PATIENCE)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-P", "-m", _CHILD],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


class Children:
    """Some processes, each of which reads one document at a time."""

    def __init__(self, count: int) -> None:
        """Allow so many; each is started when it is needed."""
        self._idle: LifoQueue[Child] = LifoQueue()
        self._all = [Child() for _ in range(count)]
        for child in self._all:
            self._idle.put(child)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for child in self._all:
            child.stop()

    def read(self, content: Content, name: str, data: bytes) -> Document | Problem:
        """Have a document read by whichever process is free, or will be first."""
        child = self._idle.get()
        try:
            return child.read(content, name, data)
        finally:
            self._idle.put(child)


def _ask(process: subprocess.Popen[bytes], parts: tuple[bytes, ...]) -> bytes | None:
    """Send a document and wait for what comes back; None if nothing does."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        for part in parts:
            send(process.stdin, part)
    except OSError:
        return None
    return receive(process.stdout, limits.ANSWER_BYTES)


def _fallen(name: str, code: int | None, *, late: bool) -> Problem:
    """Say why a process gave no answer."""
    if late or code == -_OUT_OF_TIME:
        return too_slow(name, "it takes longer than any minutes do")
    return damaged(name, "the program that reads it could not go on")
