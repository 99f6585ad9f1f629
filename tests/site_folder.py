"""Sites for tests: the demo notes, or a folder of notes, built as the command does."""

from __future__ import annotations

import datetime as dt
import os
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


def build_demo(site: Path, *, today: str = "2026-11-22") -> Path:
    """Build the demo site, which must have no problems."""
    outcome = build_notes(None, site, today=today)
    assert outcome.problems == ()
    return site
