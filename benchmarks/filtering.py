"""Filtering in a browser: what it takes from a choice to the rows that are left.

The numbers behind the choices follow after a pause, and are not counted. What counts is
processor time of the page's own thread, which a busy machine changes less than the time
by the clock. Needs Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.hosting import chromium, served
from playwright.sync_api import Page

_ROUNDS = 7
"""How often each filter is set and taken away; the median is told."""

_CHOICES = (("status", "overdue"), ("theme", "theme-1"), ("text", "a e"))
_PARTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")

_CHOOSE = """([name, value]) => {
  const control = document.querySelector(".mb-filters").elements[name];
  control.value = value;
  control.dispatchEvent(new Event("input", {bubbles: true}));
  return new Promise(done => requestAnimationFrame(() => setTimeout(done)));
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filtered:
    """What setting a filter, or taking it away, took. All in milliseconds."""

    rows: int
    script: float
    style: float
    layout: float

    @property
    def whole(self) -> float:
        """From the choice until every row knows its place."""
        return self.script + self.style + self.layout


def filtered(site: Path) -> Filtered:
    """Filter the action tracker of a built site. Raises Failed without a browser."""
    with served(site) as address, chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{address}actions/?text=", wait_until="networkidle")
        page.wait_for_selector(".mb-filters[data-on]", state="attached")
        rows = page.locator(".mb-listing tbody tr").count()
        took = [cost for _ in range(_ROUNDS) for cost in _round(page)]
    script, style, layout = (median(part) for part in zip(*took, strict=True))
    return Filtered(rows=rows, script=script, style=style, layout=layout)


def _round(page: Page) -> Iterator[tuple[float, ...]]:
    """Set each filter and take it away again; tell what each part of the work took."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def used() -> tuple[float, ...]:
        told = session.send("Performance.getMetrics")["metrics"]
        by_name = {each["name"]: each["value"] * 1000 for each in told}
        return tuple(by_name[part] for part in _PARTS)

    for name, value in _CHOICES:
        for chosen in (value, ""):
            before = used()
            page.evaluate(_CHOOSE, [name, chosen])
            yield tuple(b - a for a, b in zip(before, used(), strict=True))
    session.detach()
