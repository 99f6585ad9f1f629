"""The thin side that MkDocs sees: pages of ours go through its theme untouched.

MkDocs reads an empty Markdown page for each of ours; the finished body takes its place
before the template is filled. Search, sitemap and navigation treat it like any other.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from minutebook.make import Made, make_site
from minutebook.pages import Page, Redirect, Site
from minutebook.problems import Severity
from minutebook.publish.mending import mend
from minutebook.publish.options import Options
from minutebook.publish.swap import mark
from minutebook.reading import Heading

HOME_MARK = '<div data-minutebook="home"></div>'
"""Stands in the hand-written home page where the computed part goes."""

_THEME = Path(__file__).parent / "theme"
_STYLE = "assets/minutebook.css"
_WORTH_A_CONTENTS_LIST = 4
"""Shorter pages show their headings at a glance."""

_LONGEST_CONTENTS_LIST = 300
"""A longer one helps nobody, and the theme's search takes time with its square."""

_log = get_plugin_logger("minutebook")


class MinutebookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # see Options
    """Puts the records of `notes/` on the site."""

    def __init__(self) -> None:
        """Start with nothing made."""
        self._site: Site | None = None
        self._given_notes: Path | None = None
        self._pages: dict[str, Page] = {}
        self._listings: dict[str, MkDocsPage] = {}
        self.progress: Callable[[int, int], None] = lambda _done, _total: None

    def give(self, site: Site, notes: Path) -> None:
        """Take a site that was made already from `notes`, instead of making one."""
        self._site, self._given_notes = site, notes

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring our style and the pages only a theme can have."""
        if not config.use_directory_urls:
            raise PluginError("minutebook needs `use_directory_urls: true`")
        theme = str(_THEME)
        if theme not in config.theme.dirs:
            config.theme.dirs.insert(0, theme)
        if _STYLE not in config.extra_css:
            config.extra_css.insert(0, _STYLE)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the site before MkDocs empties the old one; stop if that cannot be."""
        if self._given_notes is None:
            self._site = self._make(config)
        site = self._ready()
        self._pages = {_source_name(page.address): page for page in site.pages}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give MkDocs a file for each page, and the files that go as they are."""
        for file in files.documentation_pages():
            file.edit_uri = file.src_uri
        for name, page in self._pages.items():
            if files.get_file_from_path(name) is not None:
                raise PluginError(f"docs/{name} stands where a page of the notes goes")
            file = File.generated(config, name, content="")
            file.edit_uri = self._edit_uri(page, config)
            files.append(file)
        site = self._ready()
        for data in site.files:
            files.append(File.generated(config, data.address, content=data.text))
        for redirect in site.redirects:
            name = f"{redirect.address}index.html"
            files.append(File.generated(config, name, content=_redirect(redirect)))
        for path in site.attachments:
            at = str(self._notes(config) / path)
            files.append(File.generated(config, path, abs_src_path=at))
        style = str(Path(__file__).parent / "minutebook.css")
        files.append(File.generated(config, _STYLE, abs_src_path=style))
        return files

    def on_nav(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        """Hang each record under its listing, so that tabs and breadcrumbs know."""
        in_nav = {page.file.src_uri: page for page in nav.pages}
        for file in files.documentation_pages():
            page = self._pages.get(file.src_uri)
            if page and file.page and file.src_uri not in in_nav:
                parent = in_nav.get(_source_name(page.section))
                file.page.parent = parent  # type: ignore[assignment] # a page serves as well
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Tell the theme what a page is called; it takes such words for safe HTML."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return markdown
        long = len(ours.headings) >= _WORTH_A_CONTENTS_LIST
        hidden = ["navigation"] if long else ["navigation", "toc"]
        page.meta = {
            "title": escape(ours.title),
            "description": escape(ours.description),
            "hide": hidden,
        }
        return ""

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put the finished body where MkDocs would put its own."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return html.replace(HOME_MARK, self._ready().home)
        page.toc = contents(ours.headings[:_LONGEST_CONTENTS_LIST])
        return ours.html

    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Straighten the address for editing, and tell how far the work has come."""
        if page.edit_url:
            scheme, separator, path = page.edit_url.partition("://")
            page.edit_url = scheme + separator + posixpath.normpath(path)
        self._done += 1
        self.progress(self._done, self._total)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Mend what the theme does wrong."""
        return mend(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mend the page for addresses that lead nowhere, too."""
        return mend(output_content)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Count the pages to come."""
        self._done, self._total = 0, len(files.documentation_pages())

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Mark the folder as a site of ours, which a later build may replace."""
        mark(Path(config.site_dir))

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., Any],
    ) -> LiveReloadServer:
        """Build again when a note is saved."""
        server.watch(str(self._notes(config)))
        return server

    def _make(self, config: MkDocsConfig) -> Site:
        made: Made = make_site(
            self._notes(config),
            self.config.day(),
            audience=self.config.audience_seen(),
            time_zone=self.config.time_zone,
            strict=config.strict,
        )
        for problem in made.problems:
            level = (
                logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
            )
            _log.log(level, "%s\n", problem)
        if made.site is None:
            raise PluginError("the notes have problems; nothing was published")
        return made.site

    def _ready(self) -> Site:
        if self._site is None:
            raise PluginError("no site was made")
        return self._site

    def _notes(self, config: MkDocsConfig) -> Path:
        beside = Path(config.config_file_path).parent
        return self._given_notes or beside / self.config.notes

    def _edit_uri(self, page: Page, config: MkDocsConfig) -> str | None:
        """Tell the way from the folder of hand-written pages to a record's file."""
        if page.source is None:
            return None
        notes = self._notes(config).resolve()
        docs = Path(config.docs_dir).resolve()
        way = posixpath.relpath(notes.as_posix(), docs.as_posix())
        return f"{way}/{page.source}"

    _done = 0
    _total = 0


def contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """Nest headings as the theme's contents list wants them."""
    roots: list[AnchorLink] = []
    above: list[AnchorLink] = []
    for heading in headings:
        item = AnchorLink(escape(heading.text), heading.anchor, heading.level)
        while above and above[-1].level >= heading.level:
            above.pop()
        (above[-1].children if above else roots).append(item)
        above.append(item)
    return TableOfContents(roots)


def _source_name(address: str) -> str:
    """Name the Markdown file that MkDocs would turn into the page at `address`.

    A record's name ends in `/index.md`, whatever the record is called.
    """
    return f"{address}index.md"


def _redirect(redirect: Redirect) -> str:
    """Write a page that leads on to where a record stands now."""
    up = "../" * redirect.address.count("/")
    to = escape(up + redirect.to)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        "<title>This page has moved</title>\n"
        f'<meta http-equiv="refresh" content="0; url={to}">\n'
        f'<link rel="canonical" href="{to}">\n<meta name="robots" content="noindex">\n'
        f'<p>This page has moved: <a href="{to}">go to its new address</a>.</p>\n'
        "</html>\n"
    )
