"""The same records in plain MkDocs + Material, and in Hugo with a minimal theme.

Neither reads, checks or links records; both are given finished Markdown. Where a choice
was open, it was made in favour of them.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import yaml
from benchmarks.pages import SECTIONS, write_pages
from benchmarks.project import settings

_HUGO_SETTINGS = """\
baseURL = "https://minutebook.github.io/minutebook/"
title = "Probation notes"
disableKinds = ["taxonomy", "term", "RSS"]
"""
_HUGO_LAYOUTS = {
    "baseof.html": """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }} - {{ site.Title }}</title></head>
<body><main><h1>{{ .Title }}</h1>{{ block "main" . }}{{ end }}</main></body>
</html>
""",
    "single.html": '{{ define "main" }}{{ .Content }}{{ end }}\n',
    "list.html": """\
{{ define "main" }}{{ .Content }}<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A site of Markdown pages, and the command that builds it."""

    name: str
    folder: Path
    pages: Path
    build: tuple[str, ...]

    @property
    def site(self) -> Path:
        """Where the site comes to stand."""
        return self.folder / "site"


def plain_mkdocs(notes: Path, folder: Path) -> Rival:
    """Lay out the records for MkDocs with Material, search and a short navigation.

    Only home and the listings stand in the navigation: with 8,000 records in it, every
    page would hold a megabyte of links. Nothing is warned of, so nothing is logged.
    """
    docs = folder / "docs"
    write_pages(notes, docs, listing="index.md")
    (docs / "index.md").write_text("# Home\n", "utf-8")
    theirs = settings()
    theirs["plugins"] = ["search"]
    theirs["nav"] = ["index.md", *(f"{section}/index.md" for section in SECTIONS)]
    ignored = {"not_found": "ignore", "anchors": "ignore"}
    theirs["validation"] = {"nav": {"omitted_files": "ignore"}, "links": ignored}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(theirs), "utf-8")
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return Rival(name="MkDocs + Material", folder=folder, pages=docs, build=command)


def hugo(notes: Path, folder: Path, program: str) -> Rival:
    """Lay out the records for Hugo: three layouts of a few lines, and no search."""
    content = folder / "content"
    write_pages(notes, content, listing="_index.md")
    (content / "_index.md").write_text("---\ntitle: Home\n---\n", "utf-8")
    (folder / "layouts").mkdir()
    for name, layout in _HUGO_LAYOUTS.items():
        (folder / "layouts" / name).write_text(layout, "utf-8")
    (folder / "hugo.toml").write_text(_HUGO_SETTINGS, "utf-8")
    command = (program, "--quiet", "--destination", str(folder / "site"))
    return Rival(name="Hugo", folder=folder, pages=content, build=command)


def pretend_built(rival: Rival) -> None:
    """Leave an empty page wherever MkDocs would write one, newer than its source.

    `mkdocs build --dirty` only asks whether a page is older than its source and reads
    no page that is newer, so it takes the same time as after a real build of many
    minutes: on 8,000 pages, 2.6 to 2.9 s CPU after that, and 2.1 to 3.0 after this.
    """
    for source in rival.pages.rglob("*.md"):
        at = source.relative_to(rival.pages).with_suffix("")
        folder = rival.site / (at.parent if at.name == "index" else at)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").touch()
