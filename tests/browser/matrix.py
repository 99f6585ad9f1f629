"""The ways in which every kind of page is looked at for what keeps people out.

The statement on accessibility (`docs/accessibility.md`) is written from this table, so it
says what is tested and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

(AXE_FILE,) = (Path(__file__).parents[2] / "vendor").glob("axe-core-*.min.js")
AXE_VERSION = AXE_FILE.name.removeprefix("axe-core-").removesuffix(".min.js")
AXE = AXE_FILE.read_text("utf-8")

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""The rules of axe that are asked for: WCAG 2.2 to level AA, and good practice."""

RUN_AXE = """async tags => {
  const told = await axe.run(document, {
    runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
  });
  return told.violations.map(rule => ({
    rule: rule.id,
    nodes: rule.nodes.map(node => `${node.target.join(" ")}: ${node.any.concat(
      node.all, node.none).map(check => check.message).join("; ")}`),
  }));
}"""

UNFOLD = "document.querySelectorAll('main details').forEach(each => { each.open = true })"
FOLD = UNFOLD.replace("true", "false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One way to look at a page."""

    says: str
    """What it is, as the statement tells readers."""

    width: int = 1280
    height: int = 800
    dark: bool = False
    forced: bool = False
    """Whether the computer has colours of its own for all pages."""

    before: str = ""
    """Script to run first."""

    after: str = ""


MODES = (
    Mode(says="on a wide screen in light colours"),
    Mode(says="on a wide screen in dark colours", dark=True),
    Mode(says="in a browser that forces colours of its own", forced=True),
    Mode(says="at a zoom of 200% on a screen 1280 pixels wide", width=640, height=400),
    Mode(says="on a phone 320 pixels wide in light colours", width=320),
    Mode(says="on a phone in dark colours", width=320, dark=True),
    Mode(
        says="on a phone with everything unfolded that can be",
        width=320,
        before=UNFOLD,
        after=FOLD,
    ),
    Mode(
        says="on a phone with the menu open",
        width=320,
        before="document.querySelector('#__menu').showPopover()",
        after="document.querySelector('#__menu').hidePopover()",
    ),
)
"""Every page goes through them in this order, without being loaded again."""


def look(page: Page, mode: Mode) -> None:
    """Show an open page in some way. Ends with `look_away`."""
    page.set_viewport_size({"width": mode.width, "height": mode.height})
    page.emulate_media(
        color_scheme="dark" if mode.dark else "light",
        forced_colors="active" if mode.forced else "none",
        reduced_motion="reduce",
    )
    page.wait_for_function(
        "scheme => document.body.dataset.mdColorScheme === scheme",
        arg="slate" if mode.dark else "default",
    )
    if mode.before:
        page.evaluate(mode.before)


def look_away(page: Page, mode: Mode) -> None:
    """Undo what `look` did to the page itself."""
    if mode.after:
        page.evaluate(mode.after)


def violations(page: Page) -> list[str]:
    """Ask axe what is wrong with a page as it is shown now."""
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(content=AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN_AXE, list(TAGS))
    return [f"{rule['rule']}: {node}" for rule in found for node in rule["nodes"][:5]]
