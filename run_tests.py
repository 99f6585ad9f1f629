"""Run every check there is: formatting, lint, types, tests. Sets itself up first.

Words after the command go to pytest, as in `python3 run_tests.py -k tracker`.
"""

from __future__ import annotations

import os
import sys

import bootstrap

LOCK = "requirements-dev.lock"

CHECKS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy",),
    ("pytest", *sys.argv[1:]),
)

AGAIN = {
    "properdocs": ("site", "laws", "frames", "front_door"),
    "zensical": ("site", "laws"),
}
"""The tests of a whole site, for which other renderers must pass them, too."""

SPREAD = ("--dist", "worksteal")
"""How these few files are shared out: test by test, for they have little in common."""


def main() -> int:
    """Run the checks one after another; report the first that failed, having run all."""
    codes = [run(*check) for check in CHECKS]
    if not sys.argv[1:]:
        for renderer, names in AGAIN.items():
            files = (f"tests/test_{name}.py" for name in names)
            codes.append(run("pytest", *SPREAD, *files, renderer=renderer))
    return next((code for code in codes if code), 0)


def run(*check: str, renderer: str = "mkdocs") -> int:
    """Say which check comes, and run it."""
    rendered = "" if renderer == "mkdocs" else f"MINUTEBOOK_RENDERER={renderer} "
    print(f"== {rendered}{' '.join(check)}", flush=True)  # noqa: T201
    os.environ["MINUTEBOOK_RENDERER"] = renderer
    return bootstrap.run(LOCK, "-m", *check)


if __name__ == "__main__":
    sys.exit(main())
