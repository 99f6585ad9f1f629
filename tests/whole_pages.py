"""What MkDocs itself makes of our bodies: every page through the theme, none filled.

This is what frames save. Each page is one of MkDocs' own, and its finished body is put
in the place of the one MkDocs would have made.
"""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from minutebook.language import ENGLISH
from minutebook.pages import FOR_PEOPLE, Printed, Site
from minutebook.pages.plain import PLAIN
from minutebook.publish.assets import assets
from minutebook.publish.mending import mend
from minutebook.publish.posing import contents
from minutebook.publish.project import put_templates
from minutebook.publish.shell_words import KEY, shell_words

MANY, LONGEST = 4, 300
"""How many headings make a contents list worth showing, and how many make it too long."""


def build_whole(site: Site, config_file: Path, notes: Path, folder: Path) -> None:
    """Build every page of `site` with MkDocs. The settings name no plugin of ours."""
    config = load_config(str(config_file), site_dir=str(folder))
    config.plugins["whole"] = _WholePages(site, notes)
    build(config)


class _WholePages(BasePlugin):  # type: ignore[type-arg, no-untyped-call] # it has no options
    def __init__(self, site: Site, notes: Path) -> None:
        self._pages = {f"{page.address}index.md": page for page in site.pages}
        self._printed: dict[str, Printed] = {}
        self._notes = notes

    def on_config(self, config: Any) -> Any:
        put_templates(config, "pagefind")
        config.extra[KEY] = shell_words(ENGLISH)
        config.extra_css[:0] = assets().stylesheets
        config.extra_javascript += assets().scripts
        return config

    def on_files(self, files: Any, *, config: Any) -> Any:
        for file in files.documentation_pages():
            file.edit_uri = file.src_uri
        way = posixpath.relpath(self._notes.as_posix(), config.docs_dir)
        for name, page in self._pages.items():
            file = File.generated(config, name, content="")
            if page.section != page.address or page.kind in FOR_PEOPLE:
                file.inclusion = InclusionLevel.NOT_IN_NAV
            if page.source is not None:
                file.edit_uri = f"{way}/{page.source}"
            files.append(file)
        return files

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> Any:
        listed = {page.url: page for page in nav.pages}
        for file in files.documentation_pages():
            page = self._pages.get(file.src_uri)
            if page and page.section != page.address:
                whole = file.page or MkDocsPage(None, file, config)
                whole.parent = listed.get(page.section)
        return nav

    def on_page_markdown(self, markdown: str, *, page: Any, **_more: Any) -> str:
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return markdown
        printed = self._printed[ours.address] = ours.printed()
        many = len(printed.headings) >= MANY
        page.meta = {
            "title": escape(ours.title),
            "description": escape(ours.description),
            "hide": ["navigation"] if many else ["navigation", "toc"],
            "plain": PLAIN,
        }
        return ""

    def on_page_content(self, html: str, *, page: Any, **_more: Any) -> str:
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return html
        printed = self._printed[ours.address]
        page.toc = _contents(printed)
        return printed.html

    def on_page_context(self, context: Any, *, page: Any, **_more: Any) -> Any:
        if page.edit_url:
            scheme, separator, path = page.edit_url.partition("://")
            page.edit_url = scheme + separator + posixpath.normpath(path)
        return context

    @event_priority(-100)
    def on_post_page(self, output: str, **_more: Any) -> str:
        return mend(output)


def _contents(printed: Printed) -> Any:
    return contents(printed.headings[:LONGEST])
