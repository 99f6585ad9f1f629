"""The sitemap: every record in it, no frame left."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

_URL = re.compile(r"\s*<url>.*?</url>", re.DOTALL)
_END = "</urlset>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """A sitemap without our records, and how one of them is written."""

    text: str
    """The rest of the sitemap, as the renderer wrote it."""

    block: str | None
    """What it wrote for a frame; None if it lists no addresses."""

    address: str
    """The address in `block`."""

    when: int | None
    """The time in the compressed one, in seconds since 1970; None if there is none."""

    def write(self, addresses: Iterable[str]) -> str:
        """Write the sitemap with pages at `addresses`."""
        if self.block is None:
            return self.text
        before, _, after = self.block.partition(self.address)
        added = "".join(f"{before}{escape(address)}{after}" for address in addresses)
        listed, end, rest = self.text.rpartition(_END)
        return f"{listed.rstrip()}{added}\n{end}{rest}"

    def compress(self, text: str) -> bytes | None:
        """Compress a sitemap, with the renderer's time in it, if the renderer did."""
        if self.when is None:
            return None
        return gzip.compress(text.encode(), mtime=self.when)


def without_frames(text: str, addresses: Iterable[str], when: int | None) -> Sitemap:
    """Take the frames at `addresses` out of a sitemap."""
    frames = {
        address: block
        for block in _URL.findall(text)
        for address in addresses
        if f"/{address}<" in block
    }
    for block in frames.values():
        text = text.replace(block, "")
    address, found = next(iter(frames.items()), ("", None))
    return Sitemap(text=text, block=found, address=address, when=when)


def stamp(compressed: bytes) -> int:
    """Read the time in a compressed sitemap."""
    return int.from_bytes(compressed[4:8], "little")
