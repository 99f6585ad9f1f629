"""A page that looks like a terminal in which a command was run, to be photographed."""

from __future__ import annotations

import html
import os
import subprocess
import sys
from pathlib import Path

_COLUMNS = 78

_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Terminal</title>
<style>
  body { margin: 0; background: #fff; }
  pre { margin: 16px; padding: 14px 16px; border-radius: 8px; background: #1c2733;
    color: #e8eef4; font: 13.5px/1.5 "DejaVu Sans Mono", Menlo, Consolas, monospace;
    white-space: pre-wrap; overflow-wrap: anywhere; }
  b { color: #ffd479; font-weight: 400; }
</style>
<pre>%s</pre>
"""


def ran(*words: str, here: Path) -> tuple[str, int]:
    """Run `minutebook` with some words; give what a terminal shows then, and the code.

    `here` is the folder in which it is run.
    """
    done = subprocess.run(
        [sys.executable, "-m", "minutebook", *words],
        cwd=here,
        env={**os.environ, "COLUMNS": str(_COLUMNS), "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
    )
    return done.stdout, done.returncode


def as_page(*said: tuple[str, str]) -> str:
    """Show commands as they were typed, and below each what it said."""
    parts = (f"<b>$ {html.escape(typed)}</b>\n{html.escape(out)}" for typed, out in said)
    return _PAGE % "\n".join(parts).rstrip()
