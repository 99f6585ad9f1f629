"""The front door's work: notes to a published site, and the outcome in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from minutebook.make import make_site
from minutebook.problems import Problem
from minutebook.publish import publish, settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a build came to."""

    problems: tuple[Problem, ...]
    records: int
    pages: int
    """None were published if there are none."""

    site_dir: Path


def build(
    config_file: Path,
    *,
    notes: Path | None,
    site_dir: Path | None,
    today: dt.date,
    strict: bool,
    progress: Callable[[int, int], None],
) -> Outcome:
    """Check the notes and publish their site; or publish nothing and say why.

    Raises CannotPublish or NotOurs when the fault is not in the notes.
    """
    set_up = settings(config_file)
    made = make_site(
        notes or set_up.notes,
        today,
        audience=set_up.audience,
        time_zone=set_up.time_zone,
        strict=strict,
    )
    target = site_dir or set_up.site_dir
    if made.site:
        publish(
            made.site,
            config_file,
            target,
            notes=notes or set_up.notes,
            today=today,
            strict=strict,
            progress=progress,
        )
    return Outcome(
        problems=made.problems,
        records=made.records,
        pages=len(made.site.pages) if made.site else 0,
        site_dir=target,
    )
