"""The editors that come with us, each a single script as its makers released it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).parent / "vendor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """An editor made by others."""

    name: str
    """What `mkdocs.yml` calls it."""

    script: str
    """Its one file in `vendor/`."""

    licences: tuple[str, ...]
    """Files in `vendor/` that have to go wherever it goes."""

    @property
    def files(self) -> tuple[str, ...]:
        """Everything of it that a site has."""
        return (self.script, *self.licences)


DECAP = Bundle(
    name="decap",
    script="decap-cms-3.16.3.js",
    licences=("decap-cms-3.16.3.licence.txt", "decap-cms-3.16.3.notices.txt"),
)
SVELTIA = Bundle(
    name="sveltia",
    script="sveltia-cms-0.221.1.js",
    licences=("sveltia-cms-0.221.1.licence.txt",),
)

BUNDLES = {bundle.name: bundle for bundle in (DECAP, SVELTIA)}
"""The editors, by the names that `mkdocs.yml` has for them."""
