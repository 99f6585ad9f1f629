"""What somebody asks to be built, and what came of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from minutebook.problems import Problem

RENDERERS = ("mkdocs", "properdocs", "zensical")
"""The programs that can render a site, by the names of their packages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody asks to be built."""

    config_file: Path
    today: dt.date
    """The day the site tells of."""

    notes: Path | None = None
    """The folder of notes, if not the one `mkdocs.yml` names."""

    site_dir: Path | None = None
    """Where the site goes, if not where `mkdocs.yml` says."""

    strict: bool = False
    """Whether warnings count as errors."""

    renderer: str = "mkdocs"
    """One of `RENDERERS`: what makes the hand-written pages and the frames."""

    kept: Path | None = None
    """Where to keep what the next build can use again; nothing is kept without it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to."""

    problems: tuple[Problem, ...]
    records: int
    pages: int
    """None were published if there are none."""

    site_dir: Path
    changed: bool = True
    """Whether anything had to be made."""
