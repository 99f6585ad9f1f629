"""Shared fixtures: the demo site, and golden files that can be rewritten.

`pytest --update-golden` rewrites the golden files with what the code says now.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from minutebook.publish.lock import Lock
from site_folder import build_demo

TESTS = Path(__file__).parent

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the golden files with what the code says now",
    )


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what builds keep out of the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MINUTEBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo site as it stands on 22 November 2026, for tests that only look at it.

    The workers of a run share it: whoever needs it first builds it, and others wait.
    """
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    site = shared / "demo" / "minutebook"
    site.parent.mkdir(exist_ok=True)
    lock = Lock(shared / "demo")
    lock.take(patience=300)
    try:
        return site if site.exists() else build_demo(site)
    finally:
        lock.release()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare text with a file kept in git, or rewrite that file when asked."""

    def check(path: Path, actual: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(actual, "utf-8", newline="\n")
            return
        expected = path.read_text("utf-8") if path.exists() else ""
        assert actual == expected, "run `pytest --update-golden`, then read the diff"

    return check
