"""The cache: it gives back what was put, or nothing, and it never gets in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from minutebook.cache import NO_CACHE, Cache, digest, version

KEY, OTHER = digest(b"one"), digest(b"other")


def filled(folder: Path, values: dict[bytes, bytes]) -> Path:
    """Keep some values in a folder; give the file they are in."""
    cache = Cache(folder)
    for key, value in values.items():
        cache.put(key, value)
    cache.close()
    (file,) = folder.iterdir()
    return file


def found(folder: Path, *keys: bytes) -> list[bytes | None]:
    """Look in a folder, as a run of its own."""
    cache = Cache(folder)
    values = [cache.get(key) for key in keys]
    cache.close()
    return values


def test_what_was_put_is_there_in_this_run_and_the_next(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put(KEY, b"value")
    assert cache.get(KEY) == b"value"
    assert cache.get(OTHER) is None
    cache.close()

    assert found(tmp_path, KEY) == [b"value"]


def test_many_values_are_kept(tmp_path: Path) -> None:
    values = {digest(b"%d" % number): b"%d" % number for number in range(1200)}
    filled(tmp_path, values)
    cache = Cache(tmp_path)

    assert {key: cache.get(key) for key in values} == values


def test_what_was_not_asked_for_is_dropped(tmp_path: Path) -> None:
    filled(tmp_path, {KEY: b"value", OTHER: b"old"})
    cache = Cache(tmp_path)
    assert cache.get(KEY) == b"value"
    cache.close()

    assert found(tmp_path, KEY, OTHER) == [b"value", None]


def test_a_value_that_was_changed_is_none(tmp_path: Path) -> None:
    file = filled(tmp_path, {KEY: b"value"})
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE kept SET value = CAST(value || 'x' AS BLOB)")

    assert found(tmp_path, KEY) == [None]


def test_a_value_under_the_key_of_another_is_none(tmp_path: Path) -> None:
    file = filled(tmp_path, {KEY: b"value"})
    with closing(sqlite3.connect(file)) as base, base:
        row = int.from_bytes(OTHER[:8], "big", signed=True)
        base.execute("UPDATE kept SET row = ?", (row,))

    assert found(tmp_path, OTHER) == [None]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "not a database": lambda _: b"<html>" * 1000,
    "cut short": lambda data: data[: len(data) // 2],
    "empty": lambda _: b"",
    "zeros": lambda data: data[:100] + bytes(len(data) - 100),
    "noise": lambda data: data[:1000] + bytes(range(256)) * (len(data) // 256),
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_file_is_begun_afresh(how: str, tmp_path: Path) -> None:
    values = {digest(b"%d" % number): b"%d" % number * 50 for number in range(700)}
    file = filled(tmp_path, values)
    file.write_bytes(SPOILT[how](file.read_bytes()))
    cache = Cache(tmp_path)
    assert {cache.get(key) for key in values} <= {None, *values.values()}
    cache.put(OTHER, b"new")
    cache.close()

    assert found(tmp_path, OTHER) == [b"new"]


def test_a_database_of_somebody_else_is_begun_afresh(tmp_path: Path) -> None:
    file = filled(tmp_path, {KEY: b"value"})
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("ALTER TABLE kept RENAME COLUMN value TO other")
    cache = Cache(tmp_path)
    assert cache.get(KEY) is None
    cache.put(KEY, b"new")
    cache.close()

    assert found(tmp_path, KEY) == [b"new"]


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    for cache in (Cache(tmp_path / "file" / "below"), NO_CACHE):
        assert not cache.keeps
        cache.put(KEY, b"value")
        assert cache.get(KEY) is None
        cache.close()


def test_the_folder_may_be_deleted_while_it_is_used(tmp_path: Path) -> None:
    file = filled(tmp_path, {KEY: b"value"})
    cache = Cache(tmp_path)
    assert cache.get(KEY) == b"value"
    file.unlink()
    cache.put(OTHER, b"new")
    cache.close()

    assert found(tmp_path, KEY) == [None]


def test_another_process_that_writes_is_not_waited_for_long(tmp_path: Path) -> None:
    file = filled(tmp_path, {KEY: b"value"})
    cache = Cache(tmp_path)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert cache.get(KEY) is None
        cache.put(OTHER, b"new")
        cache.close()
        other.execute("ROLLBACK")

    assert found(tmp_path, KEY) == [b"value"]


def test_two_at_once_do_not_hinder_each_other(tmp_path: Path) -> None:
    one, two = Cache(tmp_path), Cache(tmp_path)
    one.put(KEY, b"value")
    two.put(OTHER, b"other")
    one.close()
    two.close()

    assert found(tmp_path, OTHER) == [b"other"]


def test_a_key_tells_apart_where_one_part_ends_and_the_next_begins() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")


def test_the_version_is_the_same_within_a_run() -> None:
    version.cache_clear()
    first = version()
    version.cache_clear()

    assert version() == first
