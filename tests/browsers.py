"""The browsers that tests can look at pages with, the quickest first."""

from __future__ import annotations

import shutil

BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
)
"""The shell is the same engine without windows: a page takes it a quarter of the time."""


def a_browser() -> str | None:
    """Find a browser that is installed."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)
