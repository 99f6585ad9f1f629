"""A shell and the pages of a book to a whole site, page by page."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import BinaryIO

from minutebook.cache import digest
from minutebook.pages import FOR_PEOPLE, Page, Redirect, Site
from minutebook.pages.plain import PLAIN
from minutebook.pages.searched import Searched
from minutebook.publish.finding import FOLDER, index_leaves
from minutebook.publish.leaves import leaf_of, leaf_of_word, leaves_of_shell
from minutebook.publish.ledger import NOTHING, NOWHERE, Earlier, Ledger, Line, stands
from minutebook.publish.search import Known, material_knows
from minutebook.publish.sheaves import Leaf
from minutebook.publish.shell import SITEMAP, Shell
from minutebook.sealed import clear

HOME_MARK = '<div data-minutebook="home"></div>'
"""Stands in the hand-written home page where the computed part goes."""

_AT_ONCE = 1 << 16
"""Bytes that are written at once: nearly every page is shorter."""

_AS_PAGES = ("utf-8", "xmlcharrefreplace")

Progress = Callable[[int, int], None]
"""Told how many pages are done, and of how many."""


def unwatched(done: int, total: int) -> None:
    """Tell nobody how far the work has come."""
    del done, total


def fill(
    site: Site,
    shell: Shell,
    folder: Path,
    *,
    notes: Path,
    leaves: Path | None = None,
    earlier: Earlier = NOTHING,
    progress: Progress = unwatched,
) -> Ledger:
    """Put the pages and files of `site` into `folder`, which holds the shell's files.

    What stands unchanged in an `earlier` site is taken over. If Pagefind finds the pages,
    what it is given of them stays in the file `leaves`, and beside it what it has made of
    that. Gives the new ledger.

    Raises CannotIndex when Pagefind fails.
    """
    with tempfile.TemporaryDirectory(prefix="minutebook-") as passing:
        file = known_in(site, shell, folder, leaves or Path(passing, "leaves"))
        clear(file)
        filler = _Filler(
            shell=shell,
            folder=str(folder),
            earlier=earlier,
            known=_known(site, shell),
            file=_room_for(file).open("wb"),
        )
        with filler.file:
            filler.fill(site, progress)
        filler.ledger.index = stands(file) or NOWHERE
        if site.searched:
            (folder / shell.index.address).unlink(missing_ok=True)
            filler.ledger.found = index_leaves(
                site.searched,
                _leaves(site.searched, file, filler.ledger, shell),
                folder / FOLDER,
                Path(earlier.folder, FOLDER) if earlier.folder else None,
                earlier.ledger.found,
                leaves and leaves.with_name(f"{leaves.name}.sheaves"),
            )
    _home(folder, site.home)
    for data_file in site.files:
        with _at(folder, data_file.address).open("wb") as data:
            data.writelines(chunk.encode() for chunk in data_file.chunks())
    for redirect in site.redirects:
        write(_at(folder, f"{redirect.address}index.html"), _moved(redirect))
    for path in site.attachments:
        shutil.copyfile(notes / path, _at(folder, path))
    _sitemap(shell, site, folder)
    return filler.ledger


def known_in(site: Site, shell: Shell, folder: Path, leaves: Path) -> Path:
    """Tell which file holds what a search knows of the pages in `folder`."""
    return leaves if site.searched else folder / shell.index.address


def _known(site: Site, shell: Shell) -> Known:
    """Tell how what a search knows of the pages is written."""
    if site.searched is None:
        return material_knows(shell.search, shell.index)
    language = site.searched.language
    return Known(of_page=lambda page, printed: leaf_of(page, printed, language))


def _leaves(
    searched: Searched, file: Path, ledger: Ledger, shell: Shell
) -> Iterator[Leaf]:
    """Give every leaf with the address of its page."""
    known = file.read_bytes()
    for address, line in ledger.lines.items():
        if line.length:
            yield Leaf(address, known[line.start : line.start + line.length])
    for defined in searched.defined:
        yield Leaf(
            defined.address, leaf_of_word(defined, searched.language).encode(*_AS_PAGES)
        )
    entries = shell.search.get(shell.index.entries, ())
    for address, leaf in leaves_of_shell(entries, searched.language):
        yield Leaf(address, leaf.encode(*_AS_PAGES))


@dataclass(slots=True, kw_only=True)
class _Filler:
    """Writes pages, and what a search knows of them beside them."""

    shell: Shell
    folder: str
    earlier: Earlier
    known: Known
    file: BinaryIO
    ledger: Ledger = field(default_factory=Ledger)

    def fill(self, site: Site, progress: Progress) -> None:
        total = len(site.pages)
        self.file.write(self.known.head)
        between = self.known.between if self.known.begun else b""
        for done, page in enumerate(site.pages, start=1):
            entries = self._page(page, self.file.tell() + len(between))
            self.file.write(between + entries)
            between = self.known.between
            progress(done, total)
        self.file.write(self.known.tail)

    def _page(self, page: Page, start: int) -> bytes:
        """Write one page, or take it over; give its part of the search index."""
        frames = self.shell.frames[page.frame]
        mark = digest(page.shown, frames.mark).hex()
        there = f"{self.folder}/{page.address}"
        fresh = _make_folder(there)
        file, beside = f"{there}index.html", f"{there}{PLAIN}"
        line = self.earlier.line(page.address, mark)
        old = f"{self.earlier.folder}/{page.address}"
        if line and (old == there or _taken_over(old, there)):
            entries, standing, plain = self.earlier.entries(line), line.stands, line.plain
        else:
            if not fresh:  # what stands there may be shared with the shell
                Path(file).unlink(missing_ok=True)
                Path(beside).unlink(missing_ok=True)
            printed = page.printed()
            write(file, *frames.pieces(page, printed))
            write(beside, printed.plain)
            entries = self.known.of_page(page, printed).encode()
            standing = stands(file) or NOWHERE
            plain = stands(beside) or NOWHERE
        self.ledger.lines[page.address] = Line(mark, standing, plain, start, len(entries))
        return entries


def _make_folder(folder: str) -> bool:
    """Make a folder, and above it what is missing; say whether it was not there."""
    try:
        os.mkdir(folder)  # noqa: PTH102 - once a page, and quicker
    except FileExistsError:
        return False
    except FileNotFoundError:
        os.makedirs(folder)  # noqa: PTH103 - see above
    return True


def _taken_over(old: str, new: str) -> bool:
    """Give a page and its Markdown a second name in another folder."""
    return _linked(f"{old}index.html", f"{new}index.html") and _linked(
        f"{old}{PLAIN}", f"{new}{PLAIN}"
    )


def _linked(old: str, new: str) -> bool:
    """Give a file a second name; they are never written into, only replaced."""
    try:
        os.link(old, new)
    except OSError:
        return False
    return True


def write(file: Path | str, *pieces: str) -> None:
    """Write a file as the renderer would."""
    with open(file, "wb", buffering=_AT_ONCE) as out:  # noqa: PTH123 - quicker
        out.writelines(piece.encode("utf-8", "xmlcharrefreplace") for piece in pieces)


def _at(folder: Path, address: str) -> Path:
    """Make room for a file of a site."""
    return _room_for(folder / address)


def _room_for(target: Path) -> Path:
    """Make room for a file: what stands there may be shared with another folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    return target


def _home(folder: Path, home: str) -> None:
    """Put the computed part into the hand-written home page, where it asks for it."""
    page = folder / "index.html"
    if page.is_file():
        text = page.read_text("utf-8")
        if HOME_MARK in text:
            write(_at(folder, "index.html"), text.replace(HOME_MARK, home))


def _sitemap(shell: Shell, site: Site, folder: Path) -> None:
    if not shell.sitemap.text:
        return
    text = shell.sitemap.write(
        page.address
        for page in site.pages
        if page.record is not None or page.kind in FOR_PEOPLE
    )
    _at(folder, SITEMAP).write_bytes(text.encode())
    if (small := shell.sitemap.compress(text)) is not None:
        _at(folder, f"{SITEMAP}.gz").write_bytes(small)


def _moved(redirect: Redirect) -> str:
    """Write a page that leads on to where a record stands now."""
    up = "../" * redirect.address.count("/")
    to = escape(up + redirect.to)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        "<title>This page has moved</title>\n"
        f'<meta http-equiv="refresh" content="0; url={to}">\n'
        f'<link rel="canonical" href="{to}">\n<meta name="robots" content="noindex">\n'
        f'<p>This page has moved: <a href="{to}">go to its new address</a>.</p>\n'
        "</html>\n"
    )
