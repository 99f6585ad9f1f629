"""A site takes the place of the old one whole or not at all, whatever happens."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minutebook.publish import folders, lock, swap
from minutebook.publish.lock import Lock
from minutebook.publish.swap import Busy, NotOurs, Replacement, mark
from replacing import replacing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")

TRIALS = Path(__file__).parent / "swap_trials.py"
TRADE, RENAMES = "trade", "renames"
LEFT = ".site-0123456789abcdef"

Outcome = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Outcome]]:
    """What swap_trials.py counted where folders can trade names, and where not."""
    running = {
        way: subprocess.Popen(
            [sys.executable, TRIALS, way, tmp_path_factory.mktemp(way)],
            stdout=subprocess.PIPE,
        )
        for way in (TRADE, RENAMES)
    }
    try:
        yield {way: json.loads(run.communicate()[0]) for way, run in running.items()}
    finally:
        for run in running.values():
            run.kill()
            run.wait()
            if run.stdout:
                run.stdout.close()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with one page, made by an earlier build."""
    return build(tmp_path / "site", "old")


def build(site: Path, page: str) -> Path:
    with replacing(site, patience=0) as folder:
        (folder / "index.html").write_text(page)
    return site


def page(site: Path) -> str:
    return (site / "index.html").read_text()


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def no_trade(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swap, "trade", lambda _one, _other: False)


@pytest.mark.parametrize(("way", "times"), [(TRADE, 200), (RENAMES, 50)])
def test_a_kill_at_any_time_leaves_a_whole_site_and_the_next_build_mends_the_rest(
    outcomes: dict[str, Outcome], way: str, times: int
) -> None:
    kills = outcomes[way]["kills"]

    assert kills["faults"] == []
    assert kills["killed"] == times
    assert kills["under way"], "a kill between builds proves nothing"
    assert kills["old"]


@pytest.mark.parametrize("way", [TRADE, RENAMES])
def test_a_kill_before_any_one_step_leaves_a_whole_site(
    outcomes: dict[str, Outcome], way: str
) -> None:
    steps = outcomes[way]["steps"]

    assert steps["faults"] == []
    assert steps["killed"] > 30
    assert steps["old"] > 10
    assert steps["new"] > 10


def test_only_where_names_cannot_be_traded_can_a_kill_hide_the_site(
    outcomes: dict[str, Outcome],
) -> None:
    assert "missing" not in outcomes[TRADE]["steps"]
    assert outcomes[RENAMES]["steps"]["missing"] == 1


@pytest.mark.parametrize("way", [TRADE, RENAMES])
def test_a_full_disk_at_any_one_step_leaves_a_whole_site(
    outcomes: dict[str, Outcome], way: str
) -> None:
    full = outcomes[way]["full"]

    assert full["faults"] == []
    assert full["refused"] > 10
    assert outcomes[way]["too_large"] == {"refused": 1, "faults": []}


@pytest.mark.parametrize(("way", "half"), [(TRADE, 25), (RENAMES, 5)])
def test_of_two_builds_at_once_the_second_waits_or_says_who_is_building(
    outcomes: dict[str, Outcome], way: str, half: int
) -> None:
    pairs = outcomes[way]["pairs"]

    assert pairs["faults"] == []
    assert pairs["built, patience 20"] == 2 * half
    assert pairs["built, patience 0"] + pairs["busy, patience 0"] == 2 * half
    assert pairs["busy, patience 0"], "builds that never meet prove nothing"
    assert "broken, patience 20" not in pairs
    assert "broken, patience 0" not in pairs


@pytest.mark.parametrize("way", [TRADE, RENAMES])
def test_a_worker_that_outlives_its_build_does_not_hold_the_next_one_up(
    outcomes: dict[str, Outcome], way: str
) -> None:
    assert outcomes[way]["orphan"] == {"old": 1, "faults": []}


@pytest.mark.parametrize("there", ["nothing", "an empty folder", "a site"])
def test_a_site_goes_where_there_is_nothing_or_a_site(tmp_path: Path, there: str) -> None:
    site = tmp_path / "deep" / "site"
    if there == "an empty folder":
        site.mkdir(parents=True)
    if there == "a site":
        build(site, "old")
    build(site, "new")

    assert page(site) == "new"
    assert names_in(site.parent) == {"site"}


@pytest.mark.usefixtures("no_trade")
def test_a_site_takes_an_empty_place_by_two_renames_as_well(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()

    assert page(build(tmp_path / "site", "new")) == "new"
    assert names_in(tmp_path) == {"site"}


def test_where_the_site_is_a_link_the_folder_behind_it_is_replaced(
    tmp_path: Path,
) -> None:
    behind = build(tmp_path / "disk" / "pages", "old")
    (tmp_path / "site").symlink_to(behind)
    build(tmp_path / "site", "new")

    assert (tmp_path / "site").is_symlink()
    assert page(behind) == "new"
    assert names_in(tmp_path) == {"site", "disk"}
    assert names_in(behind.parent) == {"pages"}


def test_a_failing_build_leaves_the_old_site_and_nothing_half_made(site: Path) -> None:
    def fail_half_way() -> None:
        with replacing(site) as folder:
            (folder / "index.html").write_text("new")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()

    assert page(site) == "old"
    assert names_in(site.parent) == {"site"}


@pytest.mark.parametrize("name", ["thesis.odt", ".hidden"])
def test_a_folder_that_is_not_ours_is_refused_and_left_alone(
    tmp_path: Path, name: str
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / name).write_text("years of work")
    with pytest.raises(NotOurs, match="not a site made by Minutebook"):
        build(site, "new")

    assert (site / name).read_text() == "years of work"
    assert names_in(site) == {name}
    assert names_in(tmp_path) == {"site"}


def test_a_file_is_not_taken_for_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine")
    with pytest.raises(NotOurs):
        build(tmp_path / "site", "new")

    assert (tmp_path / "site").read_text() == "mine"


def test_what_came_to_the_place_during_a_build_is_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    replacement = Replacement(site)
    replacement.begin()
    site.mkdir()
    (site / "thesis.odt").write_text("years of work")
    with pytest.raises(NotOurs):
        replacement.finish()

    assert names_in(site) == {"thesis.odt"}
    assert names_in(tmp_path) == {"site"}


def test_who_is_building_is_said_to_the_second_build(site: Path) -> None:
    first = Replacement(site)
    first.begin()
    with pytest.raises(Busy) as busy:
        build(site, "second")
    first.abandon()

    words = str(busy.value)
    assert words.startswith(
        f"{site} is being built already, by process {os.getpid()} on "
    )
    assert "wait until that build has ended" in words
    assert page(site) == "old"


def test_a_living_build_keeps_its_room_when_a_second_one_comes(site: Path) -> None:
    with replacing(site) as folder:
        (folder / "index.html").write_text("first")
        with pytest.raises(Busy):
            build(site, "second")

    assert page(site) == "first"
    assert names_in(site.parent) == {"site"}


def test_a_lock_left_by_a_killed_build_holds_nobody_up(site: Path) -> None:
    (site.parent / ".site.lock").write_text("Minutebook: process 1 on desk\n")
    build(site, "new")

    assert page(site) == "new"
    assert names_in(site.parent) == {"site"}


def test_a_lock_that_is_removed_while_it_is_taken_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Lock(tmp_path / "site"), Lock(tmp_path / "site")
    read_holder = lock._holder  # noqa: SLF001 - the instant between opening and locking
    removed: list[Path] = []

    def read_while_another_build_ends(file: int, path: Path) -> str:
        if not removed:
            path.unlink()
            removed.append(path)
        return read_holder(file, path)

    monkeypatch.setattr(lock, "_holder", read_while_another_build_ends)
    first.take(0)
    with pytest.raises(Busy):
        second.take(0)
    first.release()
    second.take(0)
    assert (second.held, first.held) == (True, False)
    second.release()

    assert names_in(tmp_path) == set()


@pytest.mark.parametrize("is_link", [False, True])
def test_a_file_in_the_way_of_the_lock_is_not_overwritten(
    site: Path, tmp_path: Path, *, is_link: bool
) -> None:
    mine = tmp_path / ("mine" if is_link else ".site.lock")
    mine.write_text("mine")
    if is_link:
        (tmp_path / ".site.lock").symlink_to(mine)
    with pytest.raises(OSError, match=r"\.site\.lock"):
        build(site, "new")

    assert mine.read_text() == "mine"
    assert page(site) == "old"


def test_only_rooms_of_ours_are_cleared(site: Path, tmp_path: Path) -> None:
    ours = tmp_path / LEFT
    (ours / "new" / "themes").mkdir(parents=True)
    (ours / ".minutebook-room").touch()
    (tmp_path / LEFT.replace("0", "1")).mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ".minutebook-room").touch()
    (tmp_path / LEFT.replace("0", "2")).symlink_to(outside)
    unmarked = tmp_path / LEFT.replace("0", "3")
    (unmarked / "new").mkdir(parents=True)
    named_alike = tmp_path / ".site-backup"
    named_alike.mkdir()
    build(site, "new")

    left = {"site", "outside", LEFT.replace("0", "2"), unmarked.name, ".site-backup"}
    assert names_in(tmp_path) == left
    assert names_in(outside) == {".minutebook-room"}
    assert names_in(unmarked) == {"new"}


def test_a_site_that_lost_its_place_is_put_back_first_of_all(site: Path) -> None:
    (site.parent / LEFT).mkdir()
    (site.parent / LEFT / ".minutebook-room").touch()
    site.rename(site.parent / LEFT / "old")
    with replacing(site):
        assert page(site) == "old"


def test_a_site_that_is_in_its_place_is_not_undone_by_a_leftover(site: Path) -> None:
    (site.parent / LEFT / "old").mkdir(parents=True)
    (site.parent / LEFT / ".minutebook-room").touch()
    with pytest.raises(KeyError), replacing(site):
        raise KeyError

    assert page(site) == "old"
    assert names_in(site.parent) == {"site"}


@pytest.mark.usefixtures("no_trade")
def test_a_new_site_that_cannot_be_named_gives_the_place_back(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError("no")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="no"):
        build(site, "new")

    assert page(site) == "old"
    assert names_in(site.parent) == {"site"}


def test_files_that_both_sites_share_outlast_the_old_one(site: Path) -> None:
    replacement = Replacement(site)
    folder = replacement.begin()
    for name in ("index.html", ".minutebook"):
        os.link(site / name, folder / name)
    replacement.finish()

    assert page(site) == "old"
    assert (site / "index.html").stat().st_nlink == 1
    assert names_in(site) == {"index.html", ".minutebook"}


def test_a_replacement_can_end_in_another_call_or_begin_anew(tmp_path: Path) -> None:
    replacement = Replacement(tmp_path / "site", patience=0)
    first = replacement.begin()
    second = replacement.begin()
    assert not first.exists()
    (second / "index.html").write_text("new")
    replacement.finish()
    replacement.abandon()

    assert page(tmp_path / "site") == "new"
    assert names_in(tmp_path) == {"site"}


def test_nothing_can_be_finished_that_has_not_begun(site: Path) -> None:
    with pytest.raises(RuntimeError):
        Replacement(site).finish()

    assert page(site) == "old"


def test_a_marked_folder_may_be_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("by MkDocs itself")
    mark(tmp_path / "site")

    assert page(build(tmp_path / "site", "new")) == "new"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_the_kernel_trades_names_without_the_help_of_the_c_library(
    tmp_path: Path,
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    (one / "page").touch()

    assert folders._trade_by_number(bytes(one), bytes(other))  # noqa: SLF001 - Alpine's way
    assert names_in(other) == {"page"}
    assert not folders.trade(one, tmp_path / "nothing")


def test_removing_a_folder_follows_no_link_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "page").touch()
    deep = tmp_path / "gone" / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "link").symlink_to(tmp_path / "kept")
    folders.remove(tmp_path / "gone")

    assert names_in(tmp_path) == {"kept"}
    assert names_in(tmp_path / "kept") == {"page"}
