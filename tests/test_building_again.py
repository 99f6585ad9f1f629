"""A site built from what was kept is the site a clean build makes, to the byte."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from book_edits import EDITS, add_text, set_field
from book_project import MkDocsOnce, Project, Tree, lay_out, tree
from minutebook.build import build
from minutebook.cache import version
from minutebook.order import Outcome
from minutebook.pages.page import Page, Printed
from minutebook.pages.press import BookPress
from minutebook.publish import CannotPublish, with_mkdocs
from minutebook.publish.kept import share
from minutebook.reading.shapes import describe
from minutebook.stamp import nothing_to_do
from site_folder import ROOT

A_MOMENT = 0.06
"""Seconds after which two changes do not bear the same time."""


@pytest.fixture(scope="module", autouse=True)
def shells(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MkDocsOnce]:
    """Make equal shells and schemas once, and wait for no disk; others try that.

    The pages are indexed in several parts, as those of a larger book are.
    """
    described = functools.cache(describe)
    once = MkDocsOnce(tmp_path_factory.mktemp("shells"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(with_mkdocs, "render", once.render)
        patch.setattr("minutebook.publish.swap.bring_to_disk", lambda _: None)
        patch.setattr("minutebook.publish.swap.keep_names", lambda _: None)
        patch.setattr("minutebook.publish.sheaves._MOST", 8)
        patch.setattr(
            "minutebook.pages.data.describe", lambda kind: deepcopy(described(kind))
        )
        yield once


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project that was built once."""
    project = lay_out(tmp_path / "project")
    assert project.build().pages
    return project


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Tree]:
    """A project, and what was written for it."""
    project = lay_out(tmp_path_factory.mktemp("shared") / "project")
    assert project.build_afresh().pages
    return project, project.sources()


@pytest.fixture
def standing(shared: tuple[Project, Tree]) -> Project:
    """A project whose site is as it should be: laid out anew if a test has spoilt it."""
    project, sources = shared
    if not (
        nothing_to_do(project.order())
        and project.sources() == sources
        and project.differences() == []
    ):
        shutil.rmtree(project.folder)
        lay_out(project.folder)
        time.sleep(A_MOMENT)
        build(project.order())
        assert nothing_to_do(project.order())
    return project


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def outcome_of(work: Callable[[], Outcome]) -> Outcome | str:
    """Build, or tell why that could not be."""
    try:
        return work()
    except CannotPublish as error:
        return str(error)


def step(project: Project, seed: int, *names: str) -> bool:
    """Edit and build; if nothing can be published, mend what was spoilt and build.

    Tell whether the edits were published.
    """
    sources, today, strict = project.sources(), project.today, project.strict
    site = tree(project.site)
    for name in names:
        EDITS[name](project, Random(seed))  # noqa: S311 - no secret
    touched = tree(project.site)
    time.sleep(A_MOMENT)
    if compared(project):
        assert project.differences() == [], f"after {names}"
        return True
    assert tree(project.site) == touched, f"after {names}, the old site stays"
    project.restore(sources)
    project.today, project.strict = today, strict
    assert project.build().pages
    assert tree(project.site) == site, f"after {names} and a mend"
    return False


def compared(project: Project) -> bool:
    """Build with what is kept and without; tell whether a site came of it."""
    mine, clean = outcome_of(project.build), outcome_of(project.build_afresh)
    if isinstance(mine, str) or isinstance(clean, str):
        assert mine == clean
        return False
    assert mine.problems == clean.problems
    assert (mine.pages, mine.records) == (clean.pages, clean.records)
    return bool(clean.pages)


# Some of these spoil what is done with them, others change nothing.
ALONE = [
    "delete",
    "delete_an_attachment",
    "be_strict_or_not",
    "touch_everything",
    "save_what_was_there",
    "do_nothing",
    "spoil_a_record",
    "spoil_the_settings",
    "spoil_the_theme",
    "tamper_with_the_site",
    "lose_what_is_kept",
]


def test_after_every_kind_of_edit_the_site_equals_a_clean_one(project: Project) -> None:
    together = [name for name in EDITS if name not in ALONE]
    threes = [together[start : start + 3] for start in range(0, len(together), 3)]
    for seed, three in enumerate(threes):
        if not step(project, seed, *three):
            published = [step(project, seed, name) for name in three]
            assert any(published), three
    for name in ALONE:
        step(project, 0, name)

    assert project.done_before, "there is nothing to do after some of them"


@settings(
    max_examples=2,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(st.integers(0, 10**6))
def test_after_random_edits_the_site_equals_a_clean_one(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    project = lay_out(tmp_path_factory.mktemp("edits") / "project")
    project.build()
    random = Random(seed)  # noqa: S311 - no secret
    for name in random.choices(sorted(EDITS), k=13):
        step(project, random.randrange(1000), name)


def test_a_build_that_mkdocs_really_does_equals_a_clean_one(
    project: Project, monkeypatch: pytest.MonkeyPatch, shells: MkDocsOnce
) -> None:
    monkeypatch.setattr(with_mkdocs, "render", shells.mkdocs)

    assert step(project, 1, "change_a_page_by_hand", "retitle")


# What goes into the hand-written pages.


def test_a_file_that_moves_from_the_overrides_to_the_pages_is_noticed(
    project: Project,
) -> None:
    moved = project.folder / "overrides" / "main.html"
    moved.rename(project.folder / "docs" / "main.html")

    assert compared(project)
    assert project.differences() == []


@pytest.mark.parametrize("name", ["docs", "docs/also", "mkdocs.yml"])
def test_what_a_link_leads_to_is_followed(name: str, project: Project) -> None:
    there = project.folder / "elsewhere"
    (project.folder / name).rename(there)
    (project.folder / name).symlink_to(there)
    time.sleep(A_MOMENT)
    assert project.build().pages
    file = next(there.glob("*.md")) if there.is_dir() else there
    with file.open("a", encoding="utf-8") as out:
        out.write("\ncopyright: More\n")
    time.sleep(A_MOMENT)

    assert compared(project)
    assert project.differences() == []


def test_the_mark_an_editor_leaves_beside_an_open_page_is_no_fault(
    project: Project,
) -> None:
    (project.folder / "docs" / ".#about.md").symlink_to("somebody@somewhere.123")

    assert compared(project)
    assert project.differences() == []


def test_a_link_to_the_notes_that_leads_elsewhere_is_noticed(project: Project) -> None:
    project.notes.rename(project.folder / "notes-of-may")
    project.notes.symlink_to("notes-of-may")
    assert project.build().pages
    (project.folder / "notes-of-may").rename(project.folder / "notes-of-june")
    project.notes.unlink()
    project.notes.symlink_to("notes-of-june")

    assert compared(project)
    assert project.differences() == []


def test_a_page_by_hand_at_the_address_of_a_record_leaves_the_shell_as_it_was(
    project: Project,
) -> None:
    addresses = ("themes/building/", "themes/neighbours/", "concerns/cold/")
    for address in addresses:
        page = project.folder / "docs" / address / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text("# Page\n\nBy hand.\n", "utf-8")
    assert compared(project)
    assert project.differences() == []
    shell = tree(project.kept / "shell")
    set_field(project.notes / "themes" / "building.md", "title", "Other")
    (project.notes / "concerns" / "cold.yml").unlink()

    assert compared(project)
    assert project.differences() == []
    assert tree(project.kept / "shell") == shell
    site = tree(project.site)
    assert all(b"By hand." in shell[f"{address}index.html"] for address in addresses)
    assert [a for a in addresses if b"By hand." in site[f"{a}index.html"]] == [
        "concerns/cold/"
    ]


def test_another_version_of_the_program_takes_over_no_page(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def printed_otherwise(press: BookPress, page: Page) -> Printed:
        made = printed(press, page)
        return replace(made, html=f"{made.html}<p>As it was</p>")

    printed = BookPress.printed
    page = project.site / "themes" / "building" / "index.html"
    shutil.rmtree(project.kept)
    time.sleep(A_MOMENT)
    with monkeypatch.context() as other:
        other.setattr("minutebook.sealed.version", lambda: b"another")
        other.setattr(BookPress, "printed", printed_otherwise)
        project.build()
        assert "As it was" in page.read_text("utf-8")
        assert nothing_to_do(project.order())

    assert nothing_to_do(project.order()) is None
    assert compared(project)
    assert project.differences() == []


def test_whoever_changes_a_template_makes_another_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "pages" / "templates" / "theme.html"
    template.parent.mkdir(parents=True)
    monkeypatch.setattr("minutebook.cache.__file__", str(tmp_path / "cache.py"))
    versions = set()
    for words in ("one", "two", "one"):
        template.write_text(words, "utf-8")
        versions.add(version.__wrapped__())

    assert len(versions) == 2


# The cache is safe.


def _cut(part: float) -> Callable[[Path], None]:
    return lambda file: os.truncate(file, int(file.stat().st_size * part))


def _fill(file: Path) -> None:
    file.write_bytes(Random(1).randbytes(file.stat().st_size))  # noqa: S311 - no secret


def _folder(file: Path) -> None:
    _remove(file)
    (file / "below").mkdir(parents=True)


def _link(file: Path) -> None:
    _remove(file)
    file.symlink_to("nowhere")


DAMAGE: dict[str, Callable[[Path], None]] = {
    "deleted": Path.unlink,
    "empty": _cut(0),
    "cut in half": _cut(0.5),
    "without its end": _cut(0.999),
    "noise of the same size": _fill,
    "a folder": _folder,
    "a link that leads nowhere": _link,
}
KEPT = {
    "kept.sqlite3": ["cut in half", "noise of the same size", "a folder"],
    "pages.json": ["without its end", "a folder"],
    "leaves": ["cut in half", "a folder"],
    "leaves.sheaves": ["a folder", "a link that leads nowhere"],
    "shell.json": ["noise of the same size", "a link that leads nowhere"],
    "stamp.json": ["empty", "without its end"],
    "clock": ["a link that leads nowhere"],
    "shell/index.html": ["deleted"],
    "shell/search/search_index.json": ["cut in half"],
    "shell/sitemap.xml.gz": ["a folder"],
}


@pytest.mark.parametrize(
    ("name", "how"), [(name, how) for name in KEPT for how in KEPT[name]]
)
def test_whatever_happens_to_a_kept_file_the_next_build_is_right(
    name: str, how: str, standing: Project
) -> None:
    DAMAGE[how](standing.kept / name)
    build(standing.order())

    assert standing.differences() == []


@pytest.mark.parametrize("how", ["cut in half", "noise of the same size", "a folder"])
def test_whatever_happens_to_the_kept_sheaves_the_next_index_is_right(
    how: str, project: Project
) -> None:
    for seed in (1, 2):
        EDITS["retitle"](project, Random(seed))  # noqa: S311 - no secret
        project.build()
        sheaves = list((project.kept / "leaves.sheaves").iterdir())
        assert len(sheaves) > 1
        for sheaf in sheaves:
            DAMAGE[how](sheaf)
    EDITS["retitle"](project, Random(3))  # noqa: S311 - no secret

    assert compared(project)
    assert project.differences() == []


def test_after_an_edit_few_sheaves_are_indexed_again(project: Project) -> None:
    def kept() -> set[str]:
        return {file.name for file in (project.kept / "leaves.sheaves").iterdir()}

    before = kept()
    theme = project.folder / "notes" / "themes" / "building.md"
    theme.write_text(f"{theme.read_text('utf-8')}\nThe gutters, too.\n", "utf-8")
    project.build()

    assert len(before) == len(kept())
    assert len(before - kept()) == 1


SEALED = ("pages.json", "shell.json", "stamp.json")


@pytest.mark.parametrize(
    ("name", "other"), [(a, b) for a in SEALED for b in SEALED if a != b]
)
def test_a_kept_file_in_the_place_of_another_is_not_taken_for_it(
    name: str, other: str, standing: Project
) -> None:
    shutil.copy(standing.kept / other, standing.kept / name)
    assert standing.build().pages

    assert standing.differences() == []


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("shell.new", "a file"),
        ("shell.new", "a folder"),
        ("pages.json.new", "a file"),
        ("stamp.json.new", "a folder"),
    ],
)
def test_what_a_killed_build_left_half_written_is_in_nobodys_way(
    name: str, left: str, standing: Project
) -> None:
    _remove(standing.kept / name)
    if left == "a file":
        (standing.kept / name).write_bytes(b"half")
    else:
        (standing.kept / name / "below").mkdir(parents=True)
    shutil.rmtree(standing.kept / "shell")
    build(standing.order())

    assert standing.differences() == []


@pytest.mark.parametrize("leads", ["to another folder", "nowhere", "not: it is a file"])
def test_a_shell_that_is_no_folder_is_rendered_anew(
    leads: str, standing: Project
) -> None:
    shell = standing.kept / "shell"
    aside = standing.kept / "aside"
    if leads == "to another folder":
        shell.rename(aside)
        shell.symlink_to(aside)
        (aside / "extra.html").write_text("extra", "utf-8")
    else:
        shutil.rmtree(shell)
        if leads == "nowhere":
            shell.symlink_to("nowhere")
        else:
            shell.write_bytes(b"")
    build(standing.order())
    _remove(aside)

    assert standing.differences() == []


@pytest.mark.parametrize("where", ["kept", "below a file"])
def test_where_nothing_can_be_kept_the_site_is_built_all_the_same(
    where: str, standing: Project
) -> None:
    file = standing.folder / "file"
    file.write_bytes(b"in the way")
    kept = file if where == "kept" else file / "below"
    order = replace(standing.order(), kept=kept)

    assert nothing_to_do(order) is None
    assert build(order).pages
    assert standing.differences() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="permissions do not hold the superuser")
@pytest.mark.parametrize("mode", [0o000, 0o500])
@pytest.mark.parametrize("name", [".", "kept.sqlite3", *SEALED, "shell"])
def test_what_may_not_be_read_or_written_is_done_without(
    name: str, mode: int, standing: Project
) -> None:
    before = (standing.kept / name).stat().st_mode
    (standing.kept / name).chmod(mode)
    try:
        assert build(standing.order()).pages
    finally:
        if (standing.kept / name).exists():
            (standing.kept / name).chmod(before)

    assert standing.differences() == []


def test_what_an_older_build_kept_is_not_taken_for_what_is(project: Project) -> None:
    time.sleep(A_MOMENT)
    build(project.order())
    older = project.folder / "older"
    older.mkdir()
    share(project.kept, older)
    (older / "kept.sqlite3").unlink()
    shutil.copy(project.kept / "kept.sqlite3", older)
    assert step(project, 1, "retitle", "let_days_pass", "set_due")
    for name in ("kept.sqlite3", *SEALED):
        shutil.copy(older / name, project.kept / name)
        build(project.order())
        assert project.differences() == [], name
    shutil.rmtree(project.kept)
    older.rename(project.kept)
    build(project.order())

    assert project.differences() == []


def test_two_sites_of_one_project_do_not_mix_what_is_kept(project: Project) -> None:
    members = replace(project.order(), site_dir=project.folder / "other")
    set_field(project.notes / "themes" / "building.md", "title", "Other")
    build(members)
    add_text(project.notes / "themes" / "neighbours.md", "More.")

    assert compared(project)
    assert project.differences() == []


# The site is made right again.


def _in_place(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1] + b"!")


def _longer(file: Path) -> None:
    with file.open("ab") as out:
        out.write(b"more")


def _copied(file: Path) -> None:
    beside = file.with_name("beside")
    shutil.copy2(file, beside)
    beside.replace(file)


def _linked(file: Path) -> None:
    aside = file.parent.parent / "aside"
    file.rename(aside)
    file.symlink_to(aside)


TAMPERING: dict[str, Callable[[Path], None]] = {
    "changed in place": _in_place,
    "made longer": _longer,
    "deleted": Path.unlink,
    "copied": _copied,
    "a link": _linked,
    "a folder": _folder,
}
STANDING = {
    "themes/building/index.html": list(TAMPERING),
    "themes/building/index.md": ["changed in place", "deleted", "a link"],
    "pagefind/search.js": ["changed in place"],
    "pagefind/facets.json": ["deleted"],
    "about/index.html": ["changed in place"],
    "attachments/plan.png": ["changed in place"],
    "sitemap.xml.gz": ["deleted"],
}


@pytest.mark.parametrize(
    ("name", "how"), [(name, how) for name in STANDING for how in STANDING[name]]
)
def test_whatever_happens_to_a_file_of_the_site_the_next_build_is_right(
    name: str, how: str, standing: Project
) -> None:
    TAMPERING[how](standing.site / name)
    assert nothing_to_do(standing.order()) is None
    standing.build()

    assert standing.differences() == []


@pytest.mark.parametrize("name", ["extra.html", "themes/extra/index.html", ".hidden"])
def test_a_file_that_was_put_into_the_site_is_gone(name: str, standing: Project) -> None:
    (standing.site / name).parent.mkdir(exist_ok=True)
    (standing.site / name).write_text("extra", "utf-8")
    assert nothing_to_do(standing.order()) is None
    standing.build()

    assert standing.differences() == []


def test_pages_that_changed_places_are_put_back(standing: Project) -> None:
    one, other = (standing.site / "themes" / n for n in ("building", "neighbours"))
    one.rename(standing.site / "beside")
    other.rename(one)
    (standing.site / "beside").rename(other)
    standing.build()

    assert standing.differences() == []


# Nothing grows.


def test_after_many_edits_no_more_is_kept_than_after_one_build(project: Project) -> None:
    for seed in range(8):
        for name in ("retitle", "add_paragraph", "set_due"):
            EDITS[name](project, Random(seed))  # noqa: S311 - no secret
        assert project.build().pages
    after_many = size_of(project.kept)
    shutil.rmtree(project.kept)
    build(project.order())
    after_one = size_of(project.kept)

    assert after_many.keys() == after_one.keys()
    for file, size in after_one.items():
        assert after_many[file] <= 1.5 * size + 4096, file
    assert not list(project.folder.glob(".*")), "nor does anything stay beside the site"


def size_of(folder: Path) -> dict[str, int]:
    """Weigh each file that is kept, but the stamp; the shell as one."""
    sizes = {
        file.name: file.stat().st_size
        for file in folder.iterdir()
        if file.is_file() and file.name != "stamp.json"
    }
    shell = sum(len(data) for data in tree(folder / "shell").values())
    return sizes | {"shell": shell}


def test_what_a_large_book_left_does_not_stay(project: Project) -> None:
    project.build()
    before = size_of(project.kept)["kept.sqlite3"]
    themes = [project.notes / "themes" / f"large-{number}.md" for number in range(200)]
    for number, file in enumerate(themes):
        title = Random(number).randbytes(200).hex()  # noqa: S311 - no secret
        file.write_text(f"---\ntitle: Large {title}\n---\nWords.", "utf-8")
    project.build()
    assert size_of(project.kept)["kept.sqlite3"] > 2 * before
    for file in themes:
        file.unlink()
    project.build()

    assert size_of(project.kept)["kept.sqlite3"] < 1.5 * before


# Nothing to do.


def test_when_nothing_has_changed_the_outcome_is_known_at_once(standing: Project) -> None:
    made = build(standing.order())
    known = nothing_to_do(standing.order())

    assert made.changed
    assert known == replace(made, changed=False)


def test_warnings_are_told_again(standing: Project) -> None:
    note = standing.notes / "meetings" / "2026-05-14-board.md"
    before = note.read_bytes()
    add_text(note, "The XYZQ was mended.")
    time.sleep(A_MOMENT)
    made = build(standing.order())
    known = nothing_to_do(standing.order())
    note.write_bytes(before)

    assert [problem.code for problem in made.problems] == ["unexplained-acronym"]
    assert known
    assert known.problems == made.problems


IDLE = """
import sys
from pathlib import Path
from minutebook.order import Order
from minutebook.stamp import nothing_to_do
import datetime as dt
order = Order(
    config_file=Path(sys.argv[1], "mkdocs.yml"),
    site_dir=Path(sys.argv[1], "site"),
    kept=Path(sys.argv[1], "kept"),
    today=dt.date.fromisoformat(sys.argv[2]),
)
assert nothing_to_do(order)
print(*sorted({"mkdocs", "pydantic", "jinja2", "comrak", "yaml"} & set(sys.modules)))
"""


def test_a_build_with_nothing_to_do_loads_no_library(standing: Project) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IDLE, str(standing.folder), standing.today.isoformat()],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr


def same_size_and_time(file: Path) -> None:
    """Change a file behind the back of whoever looks at its size and time."""
    found = file.stat()
    data = bytearray(file.read_bytes())
    data[-2] = ord("x") if data[-2] != ord("x") else ord("y")
    file.write_bytes(data)
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], None]] = {
    "same size and time": same_size_and_time,
    "made longer": _longer,
    "deleted": Path.unlink,
}
INPUTS = {
    "notes/meetings/2026-05-14-board.md": list(CHANGES),
    "notes/glossary.yml": ["deleted"],
    "notes/attachments/plan.png": ["same size and time"],
    "docs/about.md": ["same size and time", "deleted"],
    "overrides/main.html": ["same size and time"],
    "mkdocs.yml": ["same size and time"],
}


@pytest.mark.parametrize(
    ("name", "how"), [(name, how) for name in INPUTS for how in INPUTS[name]]
)
def test_a_changed_source_is_something_to_do(
    name: str, how: str, standing: Project
) -> None:
    file = standing.folder / name
    before = file.read_bytes()
    CHANGES[how](file)
    try:
        assert nothing_to_do(standing.order()) is None
    finally:
        file.write_bytes(before)


@pytest.mark.parametrize(
    "name", ["notes/nowhere", "notes/meetings/nowhere", "notes/meetings/more.md"]
)
def test_something_new_among_the_notes_is_something_to_do(
    name: str, standing: Project
) -> None:
    new = standing.folder / name
    if new.suffix:
        new.write_bytes(b"")
    else:
        new.mkdir()
    try:
        assert nothing_to_do(standing.order()) is None
    finally:
        _remove(new)


def test_another_order_is_something_to_do(standing: Project) -> None:
    order = standing.order()
    assert nothing_to_do(order)
    for other in (
        replace(order, today=order.today.replace(day=2)),
        replace(order, strict=True),
        replace(order, notes=standing.folder / "attachments"),
        replace(order, site_dir=standing.afresh),
        replace(order, config_file=standing.folder / "other.yml"),
        replace(order, kept=None),
        replace(order, kept=standing.folder / "nowhere"),
    ):
        assert nothing_to_do(other) is None


def test_the_same_words_in_another_folder_are_another_order(
    standing: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    order = replace(standing.order(), notes=Path("notes"), site_dir=Path("site"))
    monkeypatch.chdir(standing.folder)
    build(order)
    assert nothing_to_do(order)
    other = lay_out(tmp_path / "other")
    monkeypatch.chdir(other.folder)

    assert nothing_to_do(order) is None


def test_a_change_while_the_site_is_built_is_something_to_do(standing: Project) -> None:
    note = standing.notes / "themes" / "building.md"
    before = note.read_bytes()

    def change(done: int, total: int) -> None:
        if done == total:
            _longer(note)

    build(standing.order(), change)
    idle = nothing_to_do(standing.order())
    note.write_bytes(before)

    assert idle is None
