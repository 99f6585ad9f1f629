"""What a fresh machine needs, made once: an environment with locked packages.

Needs Python 3.11 or newer and nothing else. The environment stands in `.venv/` and is
made again when a lock file changes.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

_HELP = """\
Python is here, but it cannot make a virtual environment. Install what it lacks, then
run this command again:
    Debian or Ubuntu:  sudo apt install python3-venv
    Fedora:            sudo dnf install python3-pip
or install uv, and this command will use it."""


def run(lock: str, *command: str) -> int:
    """Run Python with `command` where the packages of `lock` are installed.

    Returns the exit code of the command, or 2 when it could not be set up.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 - the one place an older Python can reach
        print("Minutebook needs Python 3.11 or newer.", file=sys.stderr)  # noqa: T201
        return 2
    try:
        _prepare(ROOT / lock)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"Setting up failed: {error}\n\n{_HELP}", file=sys.stderr)  # noqa: T201
        return 2
    return subprocess.run([PYTHON, *command], check=False).returncode  # noqa: S603


def _prepare(lock: Path) -> None:
    """Make the environment, unless it was made from these very locks."""
    stamp = VENV / f".{lock.stem}"
    made_from = f"{_digest(lock)} {sys.version}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == made_from:
        return
    print("Setting up (once; a minute or two) ...", file=sys.stderr)  # noqa: T201
    if not PYTHON.exists() or not any(VENV.glob(".requirements*")):
        shutil.rmtree(VENV, ignore_errors=True)
        _make_environment()
    _install("--require-hashes", "--requirement", str(lock))
    _install("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(made_from)


def _digest(lock: Path) -> str:
    told = lock.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(told).hexdigest()


def _make_environment() -> None:
    if importlib.util.find_spec("ensurepip"):
        _call(sys.executable, "-m", "venv", str(VENV))
    elif shutil.which("uv"):
        _call("uv", "venv", "--quiet", "--python", sys.executable, str(VENV))
    else:
        _call(sys.executable, "-m", "venv", "--without-pip", str(VENV))


def _install(*what: str) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    if importlib.util.find_spec("ensurepip"):
        _call(str(PYTHON), "-m", "pip", "install", *quiet, *what)
    elif shutil.which("uv"):
        _call("uv", "pip", "install", "--quiet", "--python", str(PYTHON), *what)
    else:
        _call(
            sys.executable, "-m", "pip", "--python", str(PYTHON), "install", *quiet, *what
        )


def _call(*command: str) -> None:
    subprocess.run(command, check=True, cwd=ROOT)  # noqa: S603 - our own words
