"""What builds of one site keep for the next: the shell, and a ledger of the pages.

All of it can be deleted at any time. What is half written, or was touched, is made again.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from minutebook.fingerprint import looks_of
from minutebook.publish.learning import Rendered
from minutebook.publish.ledger import Ledger, load
from minutebook.publish.shell import Shell, shell_in
from minutebook.sealed import clear, read_sealed, write_sealed

Render = Callable[[Path], Mapping[str, Rendered]]
"""Renders a shell into a folder and gives what came of the probes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The folder in which the builds of one site keep things."""

    folder: Path

    def shell(self, key: bytes, render: Render) -> Shell:
        """Give the shell that was made from `key`, rendered now if there is none."""
        site, seal = self.folder / "shell", self.folder / "shell.json"
        rendered = _sealed(seal, key, site)
        if rendered is None:
            fresh = self.folder / "shell.new"
            for path in (fresh, site):
                clear(path)
            fresh.mkdir(parents=True)
            rendered = render(fresh)
            fresh.rename(site)
            _seal(seal, key, site, rendered)
        return shell_in(site, rendered)

    def ledger(self) -> Ledger:
        """Read the ledger of the site as it stands."""
        return load(self.folder / "pages.json")

    @property
    def leaves(self) -> Path:
        """Where stands what a search was given of the pages."""
        return self.folder / "leaves"

    def keep(self, ledger: Ledger) -> None:
        """Write the ledger of the site that is about to stand."""
        ledger.save(self.folder / "pages.json")


def _seal(seal: Path, key: bytes, site: Path, rendered: Mapping[str, Rendered]) -> None:
    pages = {kind: asdict(page) for kind, page in rendered.items()}
    text = json.dumps([key.hex(), looks_of(site).hex(), pages]).encode()
    write_sealed(seal, text)


def _sealed(seal: Path, key: bytes, site: Path) -> Mapping[str, Rendered] | None:
    """Read what came of the probes, if the shell is whole and was made from `key`."""
    text = read_sealed(seal)
    if text is None or site.is_symlink():
        return None
    try:
        looks = looks_of(site).hex()
    except OSError:
        return None
    made_from, looked, pages = json.loads(text)
    if (made_from, looked) != (key.hex(), looks):
        return None
    return {kind: Rendered(**page) for kind, page in pages.items()}


def share(source: Path, target: Path) -> None:
    """Give every file of a folder a second name in another, or copy it there."""
    for file in source.rglob("*"):
        there = target / file.relative_to(source)
        if file.is_dir():
            there.mkdir(exist_ok=True)
            continue
        try:
            os.link(file, there)
        except OSError:
            shutil.copy2(file, there)
