"""What a command costs: processor time and memory, of it and the processes it starts.

Processor time, because it is much the same on a busy machine; wall time is not.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

_KIB = 1024
_SQUEEZE = 9
"""Gzip as web servers that compress once and serve often."""


class Failed(Exception):  # noqa: N818 - reads as what it says
    """A measured command went wrong; the message says which, and what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a command took."""

    cpu: float
    """Seconds of processor time, for the program and for the system on its behalf."""

    wall: float
    """Seconds by the clock."""

    peak: int
    """Bytes of memory resident at the worst moment, in the hungriest process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How many bytes something has, as it is and compressed as a server sends it."""

    raw: int
    gzipped: int


def cost_of(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder, to its end. Raises Failed when it does not go well.

    Linux counts the memory of the process that starts another one towards it, so what
    calls this has to stay small itself.
    """
    with (
        Path(os.devnull).open("rb") as nothing,
        (folder / "said.log").open("w+b") as said,
    ):
        begun = time.monotonic()
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command, cwd=folder, stdin=nothing, stdout=said, stderr=said
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            words = said.read().decode(errors="replace")[-2000:]
            raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n{words}")
    unit = 1 if sys.platform == "darwin" else _KIB
    return Cost(
        cpu=used.ru_utime + used.ru_stime,
        wall=time.monotonic() - begun,
        peak=used.ru_maxrss * unit,
    )


def weight_of(files: Iterable[Path]) -> Weight:
    """Weigh files, each compressed by itself."""
    raw = gzipped = 0
    for file in files:
        data = file.read_bytes()
        raw += len(data)
        gzipped += len(gzip.compress(data, _SQUEEZE))
    return Weight(raw=raw, gzipped=gzipped)


def size_of(folder: Path) -> int:
    """Count the bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def pages_in(folder: Path) -> int:
    """Count the pages of a site."""
    return sum(1 for _ in folder.rglob("index.html"))
