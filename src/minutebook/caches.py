"""Where builds keep things for the next: a folder for each site, in the user's cache.

Never in the project itself: what stands there may have come with a pull request, and what
is kept is believed.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import platformdirs

from minutebook.cache import digest

_UNUSED = 60 * 24 * 60 * 60
"""Seconds after which a folder that no build has used is forgotten."""


def home() -> Path:
    """Tell where the folders stand: MINUTEBOOK_CACHE, or the user's own cache."""
    named = os.environ.get("MINUTEBOOK_CACHE")
    return Path(named) if named else platformdirs.user_cache_path("minutebook")


def folder_for(config_file: Path, site_dir: Path | None, renderer: str) -> Path:
    """Tell which folder belongs to a site: the same for each build of it."""
    site = site_dir.absolute() if site_dir else ""
    return home() / digest(f"{config_file}\0{site}\0{renderer}".encode()).hex()


def forget_unused(now: float) -> None:
    """Remove folders that were not used for two months. `now` in seconds since 1970."""
    with suppress(OSError):
        for folder in list(home().iterdir()):
            _forget(folder, now)


def _forget(folder: Path, now: float) -> None:
    with suppress(OSError):
        used = max((file.stat().st_mtime for file in folder.iterdir()), default=now)
        if used < now - _UNUSED:
            shutil.rmtree(folder)
