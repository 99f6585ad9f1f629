"""What a fresh machine needs, made once: an environment with locked packages.

Needs Python 3.11 or newer and nothing else, not even pip: that is in `vendor/`. The
environment stands in `.venv/` and is brought up to date when a lock changes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = ROOT / "vendor" / "pip-26.3-py3-none-any.whl" / "pip"

CANNOT_RUN = 2


def run(lock: str, *command: str) -> int:
    """Run Python with `command` where the packages of `lock` are installed.

    Returns the exit code of the command, or 2 when it could not be set up.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python can get this far
        _say("Minutebook needs Python 3.11 or newer; this is {}.{}.", *sys.version_info)
        return CANNOT_RUN
    try:
        _prepare(ROOT / lock)
    except (OSError, subprocess.CalledProcessError) as error:
        _say("Setting up failed: {}", error)
        _say("Is this machine connected? Packages are fetched once. Then try again.")
        return CANNOT_RUN
    return subprocess.run([PYTHON, *command], check=False).returncode  # noqa: S603


def _prepare(lock: Path) -> None:
    """Make the environment, unless it was made from this very lock."""
    stamp = VENV / f".{lock.stem}"
    made_from = _digest(lock)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == made_from:
        return
    _say("Setting up (once; a minute or two) ...")
    if not PYTHON.exists() or not any(VENV.glob(".requirements*")):
        shutil.rmtree(VENV, ignore_errors=True)
        _call(sys.executable, "-m", "venv", "--without-pip", str(VENV))
    _install("--require-hashes", "--requirement", str(lock))
    _install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(made_from)


def _digest(lock: Path) -> str:
    """Tell one set-up from another: by the lock, the project and the Python."""
    told = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(told + sys.version.encode()).hexdigest()


def _install(*what: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    _call(str(PYTHON), str(PIP), "install", *quiet, *what)


def _call(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - our own words


def _say(message: str, *values: object) -> None:
    print(message.format(*values), file=sys.stderr)  # noqa: T201 - before anything is set up
