"""Run every check there is: formatting, lint, types, tests. Sets itself up first.

Words after the command go to pytest, as in `python3 run_tests.py -k tracker`.
"""

from __future__ import annotations

import sys

import bootstrap

LOCK = "requirements-dev.lock"

CHECKS = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("mypy",),
    ("pytest", *sys.argv[1:]),
)


def main() -> int:
    """Run the checks one after another; report the first that failed, having run all."""
    codes = []
    for tool, *words in CHECKS:
        print(f"== {tool} {' '.join(words)}".rstrip(), flush=True)  # noqa: T201
        codes.append(bootstrap.run(LOCK, "-m", tool, *words))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())
