"""Sites for tests: the demo notes, or a folder of notes, built as the command does."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from minutebook.build import build
from minutebook.order import Order, Outcome

ROOT = Path(__file__).parent.parent


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
    )
    return build(order)


def build_demo(site: Path, *, today: str = "2026-11-22") -> Path:
    """Build the demo site, which must have no problems."""
    outcome = build_notes(None, site, today=today)
    assert outcome.problems == ()
    return site
