"""A finished site takes the place of the old one: whole, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MARK = ".minutebook"


class NotOurs(Exception):  # noqa: N818 - reads as what it says
    """The folder for the site holds something that Minutebook did not put there."""

    def __init__(self, folder: Path) -> None:
        """Say which folder, and what to do."""
        super().__init__(
            f"{folder} holds files that are not a site made by Minutebook;"
            " name another folder with --site-dir, or empty this one yourself"
        )


def mark(site: Path) -> None:
    """Mark a folder as a site of ours."""
    (site / _MARK).write_text(
        "This folder is made by Minutebook. It is replaced by each build.\n"
    )


@contextmanager
def replacing(site: Path) -> Iterator[Path]:
    """Give an empty folder to build in; it becomes `site` when all went well.

    Whatever goes wrong before that, `site` stays as it was. Raises NotOurs when
    `site` holds anything but a site of ours.
    """
    if site.exists() and any(site.iterdir()) and not (site / _MARK).exists():
        raise NotOurs(site)
    site.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{site.name}-", dir=site.parent))
    try:
        made = beside / "new"
        made.mkdir()
        yield made
        mark(made)
        if site.exists():
            site.rename(beside / "old")
        made.rename(site)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
