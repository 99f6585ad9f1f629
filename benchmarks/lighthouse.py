"""What Lighthouse says of a site on a phone, served packed as a static host serves it."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.hosting import chromium_program, served
from benchmarks.measure import Failed

CATEGORIES = ("performance", "accessibility", "best-practices")
_ROUNDS = 5
"""How often each page is looked at: on a busy machine one look says little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What one page was given, the median of several looks."""

    page: str
    scores: Mapping[str, int]
    """Of 100, by category."""

    lowest: int
    """What its performance was given at the worst look."""

    weight: int
    """Bytes over the wire at a first view."""


def scores_of(program: str, site: Path, pages: Mapping[str, str]) -> Iterator[Scores]:
    """Let Lighthouse look at pages of a site, by their names. Raises Failed."""
    with served(site) as base:
        for name, address in pages.items():
            looks = [_look(program, base + address) for _ in range(_ROUNDS)]
            scores = {
                category: [
                    round(100 * each["categories"][category]["score"]) for each in looks
                ]
                for category in CATEGORIES
            }
            weights = [
                each["audits"]["total-byte-weight"]["numericValue"] for each in looks
            ]
            yield Scores(
                page=name,
                scores={
                    category: round(median(all_)) for category, all_ in scores.items()
                },
                lowest=min(scores["performance"]),
                weight=int(median(weights)),
            )


def _look(program: str, address: str) -> dict[str, Any]:
    command = [
        *(program, address, "--quiet", "--output=json"),
        f"--only-categories={','.join(CATEGORIES)}",
        "--chrome-flags=--headless=new --no-sandbox",
    ]
    where = {"CHROME_PATH": chromium_program()} | os.environ
    done = subprocess.run(  # noqa: S603 - named by whoever measures
        command, capture_output=True, text=True, check=False, env=where
    )
    if done.returncode:
        raise Failed(f"Lighthouse failed: {done.stderr[-500:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told
