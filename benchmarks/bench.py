"""The measurements. Each lays out its own notes and runs every command once."""

from __future__ import annotations

import filecmp
import gzip
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from benchmarks.filtering import Filtered, filtered
from benchmarks.importing import Costs, costs_of_importing
from benchmarks.lighthouse import Scores, scores_of
from benchmarks.measure import Cost, Weight, cost_of, pages_in, size_of, weight_of
from benchmarks.project import Project, edit, new_project, some_note
from benchmarks.rivals import Rival, hugo, plain_mkdocs, pretend_built
from benchmarks.searching import FirstSearch, first_search
from benchmarks.serving import Sight, save_to_sight
from benchmarks.weighing import FirstView, first_views

_LOOK = """\
import os, sys
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        os.stat(os.path.join(folder, name))
"""
"""The least that a program can do to learn that nothing has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A clean build and what came of it."""

    name: str
    cost: Cost
    pages: int
    size: int
    """Bytes of the whole site."""

    meeting: Weight
    """The weight of a meeting's page, on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What it took to bring a site up to date after one note was edited."""

    ours: Cost
    dirty: Cost
    """Of `mkdocs build --dirty`."""

    wrong: tuple[str, ...]
    """The files of ours that are not as a clean build makes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """What it took to find out that there was nothing to do."""

    ours: Cost
    dirty: Cost
    """Of `mkdocs build --dirty`."""

    look: Cost
    """Of Python, asking the file system about every note and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A first search, and what the theme's own would load at once."""

    words: str
    first: FirstSearch
    cost: Cost
    """Of the build."""

    theirs: int
    """Bytes of the theme's index, gzipped."""

    their_cost: Cost
    """Of the build with that index, every page being taken over from the first build."""


class Bench:
    """A folder to work in, and what is measured there. Raises Failed when that fails."""

    def __init__(
        self,
        scratch: Path,
        hugo_program: str | None,
        lighthouse: str | None,
    ) -> None:
        """Work in a folder; compare with Hugo and ask Lighthouse if they are there."""
        self._scratch = scratch
        self._hugo = hugo_program
        self._lighthouse = lighthouse

    @cache  # noqa: B019 - one bench lives as long as the program
    def ours(self, meetings: int) -> Built:
        """Build a book with so many meetings."""
        project = self._project("clean", meetings)
        return _built("Minutebook", project)

    @cache  # noqa: B019 - see above
    def rivals(self, meetings: int) -> tuple[Built, ...]:
        """Build the same pages with plain MkDocs, and with Hugo if there is one."""
        notes = self._project("notes", meetings).notes
        rivals = [plain_mkdocs(notes, self._folder("plain"))]
        if self._hugo:
            rivals.append(hugo(notes, self._folder("hugo"), self._hugo))
        return tuple(_built(rival.name, rival) for rival in rivals)

    def edited(self, meetings: int) -> Edited:
        """Build a book, edit one note, build again; and compare with a clean build."""
        project = self._project("edit", meetings)
        plain = self._dirty(project)
        cost_of(project.build, project.folder)
        edit(some_note(project.notes))
        ours = cost_of(project.build, project.folder)
        afresh = project.copy(self._folder("afresh"))
        cost_of(afresh.build, afresh.folder)
        edit(some_note(plain.pages))
        dirty = cost_of((*plain.build, "--dirty"), plain.folder)
        wrong = differences(project.site, afresh.site)
        return Edited(ours=ours, dirty=dirty, wrong=wrong)

    def unchanged(self, meetings: int) -> Unchanged:
        """Build a book, and build it again when there is nothing to do."""
        project = self._project("unchanged", meetings)
        plain = self._dirty(project)
        cost_of(project.build, project.folder)
        look = (sys.executable, "-c", _LOOK, str(project.notes))
        return Unchanged(
            ours=cost_of(project.build, project.folder),
            dirty=cost_of((*plain.build, "--dirty"), plain.folder),
            look=cost_of(look, project.folder),
        )

    def seen(self, meetings: int) -> tuple[Sight, Cost]:
        """Save a note while a book is served; and what a dirty build costs instead."""
        project = self._project("serve", meetings)
        plain = self._dirty(project)
        sight = save_to_sight(project)
        edit(some_note(plain.pages))
        return sight, cost_of((*plain.build, "--dirty"), plain.folder)

    def looked_at(self, meetings: int) -> tuple[Scores, ...]:
        """Build a book and let Lighthouse look at three pages, if it is there."""
        if not self._lighthouse:
            return ()
        project = self._project("lighthouse", meetings)
        cost_of(project.build, project.folder)
        note = some_note(project.notes).stem
        pages = {"home": "", "a meeting": f"meetings/{note}/", "actions": "actions/"}
        return tuple(scores_of(self._lighthouse, project.site, pages))

    def weighed(self, meetings: int) -> tuple[FirstView, ...]:
        """Build a book and open a page of each heavy kind in a browser."""
        project = self._project("weight", meetings)
        cost_of(project.build, project.folder)
        note = some_note(project.notes).stem
        listings = ((name, f"{name}/") for name in ("actions", "concerns", "meetings"))
        pages = (("home", ""), ("a meeting", f"meetings/{note}/"), *listings)
        return tuple(first_views(project.site, pages))

    def weighed_plain(self, meetings: int) -> tuple[FirstView, ...]:
        """Build a book with plain MkDocs + Material and open the same two pages."""
        notes = self._project("notes", meetings).notes
        plain = plain_mkdocs(notes, self._folder("plain"))
        cost_of(plain.build, plain.folder)
        note = some_note(notes).stem
        pages = (("home", ""), ("a meeting", f"meetings/{note}/"))
        return tuple(first_views(plain.site, pages))

    def filtered(self, meetings: int) -> Filtered:
        """Build a book, and filter its action tracker in a browser."""
        project = self._project("filter", meetings)
        cost_of(project.build, project.folder)
        return filtered(project.site)

    def imported(self, notes: int, pages: Sequence[int]) -> Costs:
        """Import notes of one page, and PDFs of so many pages."""
        return costs_of_importing(self._folder("import"), notes, pages)

    def searched(self, meetings: int) -> Searched:
        """Search a book for three words of a title; and weigh the theme's own index."""
        project = self._project("search", meetings)
        cost = cost_of(project.build, project.folder)
        title = some_note(project.notes).read_text("utf-8").partition("title: ")[2]
        words = " ".join(sorted(title.partition("\n")[0].split(), key=len)[-3:])
        first = first_search(project.site, words)
        config = project.folder / "mkdocs.yml"
        read = yaml.safe_load(config.read_text("utf-8"))
        for plugin in read["plugins"]:
            if "minutebook" in plugin:
                plugin["minutebook"]["search"] = "material"
        config.write_text(yaml.safe_dump(read), "utf-8")
        their_cost = cost_of(project.build, project.folder)
        index = (project.site / "search" / "search_index.json").read_bytes()
        return Searched(
            words=words,
            first=first,
            cost=cost,
            theirs=len(gzip.compress(index)),
            their_cost=their_cost,
        )

    def _dirty(self, project: Project) -> Rival:
        """Lay out plain MkDocs as if built, the theme's own files included."""
        plain = plain_mkdocs(project.notes, self._folder("dirty"))
        pretend_built(plain)
        cost_of((*plain.build, "--dirty"), plain.folder)
        return plain

    def _project(self, name: str, meetings: int) -> Project:
        return new_project(self._folder(name), meetings)

    def _folder(self, name: str) -> Path:
        """Name a folder that is not there yet."""
        shutil.rmtree(self._scratch / name, ignore_errors=True)
        return self._scratch / name


def differences(site: Path, other: Path) -> tuple[str, ...]:
    """Name the files that are not in both sites with the same bytes."""
    names = {
        file.relative_to(folder).as_posix()
        for folder in (site, other)
        for file in folder.rglob("*")
        if file.is_file()
    }
    _, unlike, missing = filecmp.cmpfiles(site, other, names, shallow=False)
    return tuple(sorted((*unlike, *missing)))


def _built(name: str, one: Project | Rival) -> Built:
    cost = cost_of(one.build, one.folder)
    meetings = list((one.site / "meetings").glob("*/index.html"))
    return Built(
        name=name,
        cost=cost,
        pages=pages_in(one.site),
        size=size_of(one.site),
        meeting=_average(meetings),
    )


def _average(pages: Sequence[Path]) -> Weight:
    weight = weight_of(pages)
    return Weight(raw=weight.raw // len(pages), gzipped=weight.gzipped // len(pages))
