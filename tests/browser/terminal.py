"""A page that looks like a terminal in which commands were run, to be photographed."""

from __future__ import annotations

import html
import os
import pty
import re
import select
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

_TODAY = "2020-10-20"
"""The day on which the commands think they are run, so that they always say the same."""

_START = (
    "import datetime; from minutebook.cli import main, questions;"
    f" questions.today = lambda: datetime.date.fromisoformat({_TODAY!r});"
    " main(prog_name='minutebook')"
)

_COLUMNS = 76
_SECONDS = 60
_ASKED = re.compile(rb": $")
"""How what is on the screen ends while a command waits for an answer."""

_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Terminal</title>
<style>
  body { margin: 0; background: #fff; }
  pre { box-sizing: border-box; width: fit-content; min-width: calc(100%% - 32px);
    margin: 16px; padding: 14px 16px; border-radius: 8px; background: #1c2733;
    color: #e8eef4; font: 12.5px/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace;
    white-space: pre-wrap; overflow-wrap: anywhere; }
  b { color: #ffd479; font-weight: 400; }
</style>
<pre>%s</pre>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A command that was run, as a terminal shows it."""

    typed: str
    screen: str
    code: int


def run(*words: str, here: Path, answers: tuple[str, ...] = ()) -> Ran:
    """Run `minutebook` at a terminal, and answer what it asks.

    `here` is the folder in which it is run. An answer is given once the last line ends
    as a question does.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(here)
        os.environ.update(COLUMNS=str(_COLUMNS), NO_COLOR="1", TERM="dumb")
        command = [sys.executable, "-c", _START, *words]
        os.execv(command[0], command)  # noqa: S606 - our own command, as a person runs it
    screen, left = b"", list(answers)
    while said := _said(terminal):
        screen += said
        if left and _ASKED.search(screen):
            os.write(terminal, left.pop(0).encode() + b"\n")
    os.close(terminal)
    assert not left, screen.decode()
    _, status = os.waitpid(child, 0)
    return Ran(
        typed=shlex.join(["minutebook", *words]).replace("'", '"'),
        screen=screen.decode().replace("\r\n", "\n").rstrip(),
        code=os.waitstatus_to_exitcode(status),
    )


def _said(terminal: int) -> bytes:
    """Wait for what comes next; nothing if the command has ended."""
    ready, _, _ = select.select([terminal], [], [], _SECONDS)
    assert ready, "the command neither ends nor says anything"
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux tells that nobody is at the other end any more
        return b""


def as_page(*commands: Ran) -> str:
    """Show commands as they were typed, and below each what it said."""
    return _PAGE % "\n\n".join(
        f"<b>$ {html.escape(one.typed)}</b>\n{html.escape(one.screen)}"
        for one in commands
    )
