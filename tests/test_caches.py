"""Where builds keep things: one folder for each site, and old ones are forgotten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minutebook import caches

DAY = 24 * 60 * 60


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINUTEBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_each_site_and_renderer_has_a_folder_of_its_own(home: Path) -> None:
    config = Path("/books/mkdocs.yml")
    folders = {
        caches.folder_for(config, None, "mkdocs"),
        caches.folder_for(config, Path("/site"), "mkdocs"),
        caches.folder_for(config, Path("/site"), "zensical"),
        caches.folder_for(Path("/other/mkdocs.yml"), Path("/site"), "mkdocs"),
    }

    assert len(folders) == 4
    assert {folder.parent for folder in folders} == {home}
    assert caches.folder_for(config, None, "mkdocs") in folders


def test_a_folder_no_build_has_used_for_two_months_is_forgotten(home: Path) -> None:
    now = 1_800_000_000.0
    for name, age in {"old": 61, "lately": 59}.items():
        (home / name).mkdir(parents=True)
        (home / name / "stamp.json").write_text("{}")
        os.utime(home / name / "stamp.json", (now - age * DAY, now - age * DAY))
    (home / "a-file").write_text("not ours")
    (home / "a-link").symlink_to(home / "nowhere")
    caches.forget_unused(now)

    assert {path.name for path in home.iterdir()} == {"lately", "a-file", "a-link"}


def test_nothing_to_forget_is_no_fault() -> None:
    caches.forget_unused(0)
