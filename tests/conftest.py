"""Shared fixtures: golden files that can be rewritten with `pytest --update-golden`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

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
