"""The project that Zensical is given: all it wants to find in one folder, and our part.

Zensical passes over our plugin. What the plugin tells MkDocs is told by files here: a
page of Markdown for each frame, and templates that know of records.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from minutebook.editor.files import PAGE
from minutebook.language import Language, language_named
from minutebook.pages import DATA_FILES
from minutebook.pages.plain import PLAIN
from minutebook.publish.assets import assets, templates_for
from minutebook.publish.editing import way_to, where_edited
from minutebook.publish.probe import Round
from minutebook.publish.robots import ROBOTS, robots
from minutebook.publish.settings import CannotPublish, Job
from minutebook.publish.shell_words import KEY, shell_words
from minutebook.publish.wanted import WANTED, Wanted

_HEADINGS = "<!--minutebook-headings-->"
_BETWEEN = re.compile(f"{_HEADINGS}.*{_HEADINGS}", re.DOTALL)


def lay_out(project: Path, job: Job, config: MkDocsConfig) -> None:
    """Lay out a project in an empty folder, without the pages of the probes.

    Raises CannotPublish when a hand-written page stands where one of ours goes.
    """
    docs, overrides = project / "docs", project / "overrides"
    shutil.copytree(config.docs_dir, docs)
    for frame in WANTED.values():
        if (docs / frame.markdown).exists():
            raise CannotPublish(frame.in_its_way)
    linked = [PAGE] if job.settings.edition.editing else []
    for address in (*DATA_FILES, *linked):  # for links to them; they are filled later
        _write(docs / address, b"")
    brought = assets()
    for address, content in brought.files.items():
        _write(docs / address, content)
    if not (docs / ROBOTS).exists():
        _write(docs / ROBOTS, robots(job.settings.edition).encode())
    theirs = [Path(config.theme.custom_dir)] if config.theme.custom_dir else []
    ours_too = templates_for(job.settings.edition.search)
    for templates in (*ours_too, Path(__file__).parent / "zensical", *theirs):
        shutil.copytree(templates, overrides, dirs_exist_ok=True)
    ours = {
        "INHERIT": job.order.config_file.as_posix(),
        "docs_dir": "docs",
        "site_dir": "site",
        "theme": {
            "name": config.theme.name,
            "custom_dir": "overrides",
            "variant": config.theme.get("variant", "classic"),  # our style is made for it
        },
        # Lists grow when settings inherit: what the project says still comes last.
        "extra_css": [*brought.stylesheets, *config.extra_css],
        "extra_javascript": brought.scripts,  # once: a script must not run twice
        "extra": {
            "minutebook": dict(_edit_links(job, config)),
            KEY: shell_words(language_named(job.settings.edition.language)),
        },
    }
    if "attr_list" not in config.markdown_extensions:  # for the anchors of headings
        ours["markdown_extensions"] = ["attr_list"]
    _write(project / "mkdocs.yml", json.dumps(ours).encode())  # JSON is YAML, too


def put_probes(project: Path, asked: Round, language: Language) -> None:
    """Put a page for each frame into a project, with the words of a probe."""
    for frame in WANTED.values():
        page = _page(frame.worded(language), asked)
        _write(project / "docs" / frame.markdown, page.encode())


def without_headings(page: str) -> str:
    """Take the headings out of a page that were put there for its contents list."""
    return _BETWEEN.sub("", page)


def _page(frame: Wanted, asked: Round) -> str:
    """Write the Markdown of a page that shows a body we have made already."""
    probe = asked.probe
    front = {
        # Zensical takes such words for safe HTML, as MkDocs' theme does.
        "title": escape(frame.title or probe.title),
        "description": escape(frame.description or probe.description),
        "hide": asked.hidden,
        "plain": PLAIN,
        "search": {"exclude": True},
        "section": frame.section if frame.is_below else None,
    }
    headings = (
        f"{'#' * heading.level} {escape(heading.text)} {{ #{heading.anchor} }}"
        for heading in probe.headings
    )
    listed = "\n\n".join(headings).replace("\\", "\\\\")
    return (
        f"---\n{json.dumps(front)}\n---\n{probe.body}\n\n"
        f"{_HEADINGS}\n\n{listed}\n\n{_HEADINGS}\n"
    )


def _edit_links(job: Job, config: MkDocsConfig) -> Iterator[tuple[str, str]]:
    """Tell where each page is edited, by its address."""
    for file in get_files(config).documentation_pages():
        address = "" if file.url == "./" else file.url
        yield address, where_edited(config, file.src_uri)
    way = way_to(job.settings.notes, Path(config.docs_dir))
    for frame in WANTED.values():
        if frame.source:
            yield frame.address, where_edited(config, f"{way}/{frame.source}")


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
