"""A small project with some of every kind of record, and sites built of it to compare."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from minutebook.build import build
from minutebook.order import Order, Outcome
from minutebook.publish import with_mkdocs
from minutebook.publish.learning import Rendered
from minutebook.publish.settings import Job
from minutebook.stamp import nothing_to_do
from site_folder import ROOT

Tree = dict[str, bytes]
"""Files by their path."""

TODAY = dt.date(2026, 6, 1)

CONFIG = """\
site_name: Village hall
site_url: https://example.org/hall/
edit_uri_template: https://example.org/edit/docs/{path}
theme:
  name: material
  font: false
  custom_dir: overrides
  features: [content.action.edit, navigation.tabs]
plugins:
  - search
  - minutebook:
      notes: notes
      audience: public
      time_zone: Europe/London
"""

OVERRIDE = """\
{% extends "base.html" %}
{% block announce %}Come to the next meeting{% endblock %}
"""

MEETING = """\
---
title: Board meeting, May 2026
group: board
date: 2026-05-14
status: published
agreed_on: 2026-05-20
published_on: 2026-05-21
attendees: [Amina Khatun]
next_meetings: [2026-06-11]
addenda:
  - title: About the lift
    date: 2026-05-22
    by: the Trust
    text: |
      See [the quote](../attachments/quote.pdf)
      and [the contract](../actions/2026-04-09-board-a1.md).
---

## Drives

[Ask for a sign](../actions/2026-03-12-board-a2.md) is not done. The DBS check is.
See [March](2026-03-12-board.md#parking), [the plan](../attachments/plan.png),
[people](../people.yml) and ![the plan](../attachments/plan.png).

## Heating

## Roof

- **Action:** [Mow the lawn](../actions/2026-05-14-board-a1.md)

## Any other business
"""

HIDDEN = """\
---
title: Trustees alone
group: board
date: 2026-05-15
status: published
agreed_on: 2026-05-20
visibility: members
---

See [the salaries](../attachments/pay.pdf)
and [the quotes](../actions/2026-03-12-board-a1.md).
"""

DRAFT = (
    "---\ntitle: A draft\ngroup: board\ndate: 2026-05-28\nstatus: draft\n---\n\nWords.\n"
)

WITHDRAWN = """\
---
title: A meeting that was withdrawn
date: 2026-02-12
status: withdrawn
withdrawn_on: 2026-04-01
aliases: [february]
---

Words that are no longer shown.
"""

MORE: Mapping[str, str] = {
    "notes/meetings/2026-05-14-board.md": MEETING,
    "notes/meetings/2026-05-15-board.md": HIDDEN,
    "notes/meetings/2026-05-28-board.md": DRAFT,
    "notes/meetings/2026-02-12-board.md": WITHDRAWN,
    "notes/themes/grounds.yml": "title: The grounds\naliases: [garden, lawn]\n",
    "notes/actions/2026-05-14-board-a1.md": (
        "---\ntitle: Mow the lawn\nowners: [Ben Hartley, Harlow Lifts]\n"
        "raised_in: 2026-05-14-board\ndue: 2026-06-03\nthemes: [garden]\n---\n"
    ),
    "notes/concerns/cold.yml": (
        "title: The hall is cold\nkind: question\nraised:\n"
        "  - meeting: 2026-03-12-board\n  - meeting: 2026-05-14-board\n"
        "text: |\n  Since [March](../meetings/2026-03-12-board.md).\n"
    ),
    "notes/groups/garden-party.md": (
        "---\ntitle: Garden party\nparent: board\nshort: GP\n---\n"
    ),
    "notes/attachments/quote.pdf": "%PDF-1.4 quote",
    "notes/attachments/plan.png": "\x89PNG plan",
    "notes/attachments/pay.pdf": "%PDF-1.4 pay",
    "docs/index.md": '# Hall\n\n<div data-minutebook="home"></div>\n',
    "docs/about.md": "# About\n\nSee [actions](actions/index.md).\n",
    "docs/also/extra.md": "# Extra\n\nWords.\n",
    "docs/drawing.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "overrides/main.html": OVERRIDE,
    "mkdocs.yml": CONFIG,
}


@dataclass
class Project:
    """A folder with notes, pages, settings, a site and what is kept."""

    folder: Path
    today: dt.date = TODAY
    strict: bool = False
    built: int = 0
    done_before: int = 0
    """How often there was nothing to do."""

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def kept(self) -> Path:
        return self.folder / "kept"

    @property
    def afresh(self) -> Path:
        """Where the clean site stands: beside the project, not in it."""
        return self.folder.with_name("afresh")

    @property
    def config(self) -> Path:
        return self.folder / "mkdocs.yml"

    def order(self) -> Order:
        """Order a build that uses what was kept."""
        return Order(
            config_file=self.config,
            site_dir=self.site,
            today=self.today,
            strict=self.strict,
            kept=self.kept,
        )

    def build(self) -> Outcome:
        """Build the site as the command does: unless nothing has changed."""
        self.built += 1
        order = self.order()
        if known := nothing_to_do(order):
            self.done_before += 1
            return known
        return build(order)

    def build_afresh(self) -> Outcome:
        """Build the site a second time, elsewhere, with nothing kept."""
        shutil.rmtree(self.afresh, ignore_errors=True)
        return build(
            Order(
                config_file=self.config,
                site_dir=self.afresh,
                today=self.today,
                strict=self.strict,
            )
        )

    def sources(self) -> Tree:
        """Read everything that a person writes."""
        written = tree(self.folder, "notes", "docs", "overrides")
        return written | {"mkdocs.yml": self.config.read_bytes()}

    def restore(self, sources: Tree) -> None:
        """Put back what was read, and nothing else."""
        for name, data in self.sources().items():
            if sources.get(name) != data:
                (self.folder / name).unlink()
        for name, data in sources.items():
            file = self.folder / name
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(data)

    def differences(self) -> list[str]:
        """List the files in which the site differs from one that is built afresh."""
        mine, clean = tree(self.site), tree(self.afresh)
        return sorted(name for name in mine | clean if mine.get(name) != clean.get(name))


def lay_out(folder: Path) -> Project:
    """Write the project into an empty folder."""
    shutil.copytree(ROOT / "tests" / "errors" / "_book", folder / "notes")
    for name, text in MORE.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("latin-1" if name.endswith("png") else "utf-8"))
    return Project(folder)


def tree(folder: Path, *below: str) -> Tree:
    """Read the files of a folder, or of some folders below it; links are followed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for start in below or (".",)
        for path in sorted((folder / start).rglob("*"))
        if path.is_file()
    }


class MkDocsOnce:
    """MkDocs, which runs once for equal pages, settings and overrides.

    It knows nothing of what a build keeps: every file is compared, in full.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.mkdocs = with_mkdocs.render
        self._made: dict[str, tuple[Path, Mapping[str, Rendered]]] = {}

    def render(self, job: Job, folder: Path) -> Mapping[str, Rendered]:
        """Render a shell, or copy one that was rendered from the same things."""
        home = job.order.config_file.parent
        given = (
            sorted(tree(home / "docs").items()),
            sorted(tree(home / "overrides").items()),
            job.order.config_file.read_bytes(),
            os.path.relpath(job.notes.resolve(), (home / "docs").resolve()),
            job.order.today,
            job.order.strict,
        )
        key = repr(given)
        if key not in self._made:
            shell = Path(tempfile.mkdtemp(dir=self._folder))
            self._made[key] = shell, self.mkdocs(job, shell)
        shell, rendered = self._made[key]
        put = shutil.copy2 if job.order.kept else os.link  # a clean site is only read
        shutil.copytree(shell, folder, copy_function=put, dirs_exist_ok=True)
        return rendered
