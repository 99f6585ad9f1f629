"""Sites for tests: the demo notes, or a folder of notes, built as the command does."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import os
import shutil
from pathlib import Path

from minutebook.build import build
from minutebook.order import Order, Outcome
from minutebook.publish import renderer_named

ROOT = Path(__file__).parent.parent

RENDERER = os.environ.get("MINUTEBOOK_RENDERER", "mkdocs")
"""What the tests of the site render with. `run_tests.py` runs them with another, too."""

renderer_named(RENDERER)  # before a test imports MkDocs: ProperDocs answers in its place


def build_notes(
    notes: Path | None, site: Path, *, today: str = "2026-11-22", strict: bool = False
) -> Outcome:
    """Build a site from `notes`, or from the demo notes, as it stands on `today`."""
    order = Order(
        config_file=ROOT / "mkdocs.yml",
        notes=notes,
        site_dir=site,
        today=dt.date.fromisoformat(today),
        strict=strict,
        renderer=RENDERER,
    )
    return build(order)


def with_settings(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write this project's settings into a folder, with other words in some places."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8") + f"docs_dir: {ROOT / 'docs'}\n"
    for before, after in (*changes, ("notes: notes", f"notes: {ROOT / 'notes'}")):
        assert before in text
        text = text.replace(before, after, 1)
    config = folder / "mkdocs.yml"
    config.write_text(text, "utf-8")
    return config


def copy_project(folder: Path, *parts: str) -> Path:
    """Copy this project's `docs` and `notes`, or some of these; give its settings."""
    for name in parts or ("docs", "notes"):
        shutil.copytree(ROOT / name, folder / name)
    return Path(shutil.copy(ROOT / "mkdocs.yml", folder))


MATERIAL = ("  - minutebook:\n", "  - minutebook:\n      search: material\n")
"""The setting for a book that is read from a folder."""


def found_by_pagefind(site: Path) -> dict[str, str]:
    """Give the words of every page that Pagefind knows, by the address."""
    found = {}
    for file in (site / "pagefind" / "fragment").iterdir():
        packed = gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
        fragment = json.loads(packed)
        found[fragment["meta"]["url"]] = fragment["content"]
    return found


def build_demo(site: Path, *, today: str = "2026-11-22") -> Path:
    """Build the demo site, which must have no problems."""
    outcome = build_notes(None, site, today=today)
    assert outcome.problems == ()
    return site
