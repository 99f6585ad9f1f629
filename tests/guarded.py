"""The command in a process of its own, which may hang or fall without taking us along.

Each process is forked from one that has the program loaded already, and nothing else.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import sys

from minutebook.cli import main

if sys.platform == "win32":  # where nothing can be forked
    _context = multiprocessing.get_context("spawn")
else:
    _context = multiprocessing.get_context("forkserver")
    _context.set_forkserver_preload([__name__, "minutebook.make"])


FELL = 70
"""The exit code of a command that raised an exception, or told of one."""


def code_of(*words: str, within: float) -> int | None:
    """Run `minutebook` with some words; give its exit code, or None if it hangs."""
    process = _context.Process(target=_quietly, args=(words,))
    process.start()
    process.join(within)
    code = process.exitcode
    if code is None:
        process.kill()
        process.join()
    process.close()
    return code


def _quietly(words: tuple[str, ...]) -> None:
    said, told = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
        try:
            main(words)
        except Exception:  # noqa: BLE001 - whatever it is, it is told by the code
            sys.exit(FELL)
        finally:
            if "Traceback" in told.getvalue():
                sys.exit(FELL)
