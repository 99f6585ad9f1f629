"""A build in one block: what the tests of `publish/swap.py` replace a site with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from minutebook.publish.swap import Replacement


@contextmanager
def replacing(site: Path, *, patience: float = 0) -> Iterator[Path]:
    """Give an empty folder to build in; it becomes `site` when all went well."""
    with Replacement(site, patience=patience) as replacement:
        yield replacement.folder
        replacement.finish()
