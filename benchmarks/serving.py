"""From save to sight: how soon a saved note stands on its page while `mkdocs serve` runs.

Reads /proc, and so needs Linux.
"""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import Failed
from benchmarks.project import WORD, Project, base_path, edit, some_note

_AT_REST = 10.0
"""Seconds to let a server take in what it watches, before the note is saved."""

_PATIENCE = 3600.0
"""Seconds after which something is wrong."""

_BETWEEN_LOOKS = 0.1
"""Seconds. Each look costs the server about a thousandth of a second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What it took until a saved note could be read. All in seconds."""

    cpu: float
    """Processor time of the server from save to sight, watching its folders included."""

    wall: float
    """What the writer waits."""

    at_rest: float
    """Processor time of the server in each second in which nothing happens."""


def save_to_sight(project: Project) -> Sight:
    """Serve a project, save a note, and wait until its page shows the change.

    Raises Failed when the server gives up, or nothing is to be seen.
    """
    note = some_note(project.notes)
    with _served(project) as (process, root):
        page = f"{root}meetings/{note.stem}/"
        _wait_for("<html", page, process)
        time.sleep(_AT_REST / 2)
        before = _cpu_of(process.pid)
        time.sleep(_AT_REST / 2)
        saved, used = time.monotonic(), _cpu_of(process.pid)
        edit(note)
        _wait_for(f"{WORD} was seen.", page, process)
        wall, cpu = time.monotonic() - saved, _cpu_of(process.pid) - used
    return Sight(cpu=cpu, wall=wall, at_rest=(used - before) / (_AT_REST / 2))


@contextmanager
def _served(project: Project) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run the server on a free port; give it and the address of the home page."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        at = f"127.0.0.1:{free.getsockname()[1]}"
    with (project.folder / "said.log").open("wb") as said:
        process = subprocess.Popen(  # noqa: S603 - our own command
            project.serve(at), cwd=project.folder, stdout=said, stderr=said
        )
        try:
            yield process, f"http://{at}{base_path()}"
        finally:
            process.terminate()
            process.wait()


def _wait_for(words: str, address: str, process: subprocess.Popen[bytes]) -> None:
    """Look at a page again and again until it holds the words."""
    until = time.monotonic() + _PATIENCE
    while words not in _page_at(address):
        if process.poll() is not None or time.monotonic() > until:
            raise Failed(f"{address} never said {words!r}; see said.log in its folder")
        time.sleep(_BETWEEN_LOOKS)


def _page_at(address: str) -> str:
    """Fetch a page; nothing if it is not there, as while a site is built."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:  # noqa: S310 - our own
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def _cpu_of(process: int) -> float:
    """Give the seconds of processor time a process and those it started have used."""
    # The name of the program comes first, in brackets, and may hold spaces.
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    own = sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{process}/task/{process}/children").read_text("utf-8").split()
    return own + sum(_cpu_of(int(child)) for child in children)
