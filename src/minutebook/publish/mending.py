"""Small faults of the theme that keep people out, mended in finished pages.

Each is a replacement that does nothing once the theme has mended the fault itself.
"""

from __future__ import annotations

_SEARCH = '<div class="md-search" data-md-component="search" role="dialog"'

_MENDED = (
    # A dialogue needs a name, or a screen reader announces "dialogue" and no more.
    (f"{_SEARCH}>", f'{_SEARCH} aria-label="Search">'),
    # A box that scrolls must be reached by keyboard. The theme's script sees to it where
    # it is loaded.
    ("<pre><span></span><code>", '<pre><span></span><code tabindex="0">'),
)


def mend(page: str) -> str:
    """Mend a finished page of the theme."""
    for fault, mended in _MENDED:
        page = page.replace(fault, mended)
    return page
