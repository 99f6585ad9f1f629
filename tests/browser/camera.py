"""Pictures for the pages that tell how to do something: taken of the real thing.

Beside each picture's name stands a file of the words it was taken of. A test drives the
program to the same place and compares the words: a picture that no longer shows what is
there fails a test, and no pixel is compared. Fonts may differ from machine to machine.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Locator, Page

from site_folder import ROOT

PICTURES = ROOT / "docs" / "assets" / "how-to"
WORDS = Path(__file__).parent / "pictures"

MOST_BYTES = 60_000
"""Of a picture: several are on one page."""

WIDTH = 720
"""Of each page that is photographed, in the pixels of its style."""

SHARPER = 1
"""Pixels of a picture for each of them; a page shows it at three quarters of its size."""

_EDGE, _EDGE_COLOUR = 2, "#8a9299"
_MARGIN = 16
_COLOURS = 12
"""Enough for words and lines, and light to load on a phone."""

_VISIBLE = """element => {
  const said = [];
  const visit = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(/\\s+/g, " ").trim();
      if (text) said.push(text);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE
        || !node.checkVisibility({opacityProperty: true, visibilityProperty: true}))
      return;
    const {width, height} = node.getBoundingClientRect();
    const {clipPath, display} = getComputedStyle(node);
    const isSmall = (width < 2 || height < 2) && !/inline|contents/.test(display);
    if (isSmall || clipPath !== "none") return;
    if (node.matches("select"))
      said.push(`[${node.selectedOptions[0]?.label ?? ""}]`);
    else if (node.matches("input[type=checkbox]"))
      said.push(node.checked ? "[x]" : "[ ]");
    else if (node.matches("input, textarea")) said.push(`[${node.value}]`);
    else if (node.matches("pre")) said.push(node.innerText.trimEnd());
    else node.childNodes.forEach(visit);
  };
  visit(element);
  return said.join("\\n");
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camera:
    """Takes a picture if that is asked for; otherwise sees whether it still holds."""

    renews: bool
    """Whether pictures that no longer hold are taken anew."""

    def take(self, page: Page, name: str, *shown: Locator) -> None:
        """Photograph what stands from the first of some elements to the last of them."""
        words = "\n".join(element.evaluate(_VISIBLE) for element in shown) + "\n"
        picture, kept = PICTURES / f"{name}.png", WORDS / f"{name}.txt"
        told = kept.read_text("utf-8") if kept.exists() else ""
        if self.renews and (words != told or not picture.exists()):
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_bytes(_small(_photographed(page, shown)))
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(words, "utf-8", newline="\n")
            return
        assert words == told, (
            f"{picture.name} shows something else:"
            " run `pytest --update-golden`, then look at the picture"
        )
        assert picture.exists()


def _photographed(page: Page, shown: tuple[Locator, ...]) -> bytes:
    page.evaluate("document.activeElement?.blur()")
    page.evaluate("scrollTo(0, 0)")
    boxes = [box for element in shown if (box := element.bounding_box())]
    top = max(0, min(box["y"] for box in boxes) - _MARGIN)
    end = max(box["y"] + box["height"] for box in boxes) + _MARGIN
    wide = page.evaluate("document.documentElement.clientWidth")
    clip = {"x": 0.0, "y": top, "width": float(wide), "height": end - top}
    return page.screenshot(full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type] # a dict serves as well


def _small(png: bytes) -> bytes:
    """Give a picture an edge, and no more colours than it needs."""
    with Image.open(io.BytesIO(png)) as taken:
        edged = ImageOps.expand(taken.convert("RGB"), _EDGE, _EDGE_COLOUR)
    few = edged.quantize(_COLOURS, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    few.save(packed, "PNG", optimize=True)
    assert len(packed.getvalue()) < MOST_BYTES, "too large for a page on a phone"
    return packed.getvalue()
