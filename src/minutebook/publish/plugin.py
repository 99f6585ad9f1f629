"""The thin side that MkDocs sees: it renders `docs/` and one frame for each kind of page.

MkDocs is given an empty page for each frame. Once the theme has filled its template for
it, it is filled a few times more with other probes, and nothing is written in its place:
the frame is learned from the results. The records themselves never pass through MkDocs.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from minutebook import caches
from minutebook.cache import Cache
from minutebook.edition import Edition
from minutebook.editor.files import PAGE
from minutebook.language import ENGLISH, language_named
from minutebook.make import Made, make_site
from minutebook.pages import DATA_FILES, FOR_PEOPLE
from minutebook.problems import Severity
from minutebook.publish.assets import assets
from minutebook.publish.editing import (
    edit_of_notes,
    lead_to_editor,
    straight,
    way_to,
)
from minutebook.publish.editors import editing_of
from minutebook.publish.fill import fill
from minutebook.publish.learning import CannotLearn, Rendered
from minutebook.publish.ledger import Ledger
from minutebook.publish.mending import mend
from minutebook.publish.options import Options
from minutebook.publish.pagefind import CannotIndex
from minutebook.publish.posing import frame_of, pose, rendered
from minutebook.publish.probe import LEARN
from minutebook.publish.project import (
    NEEDS_DIRECTORY_URLS,
    contribute,
    inputs,
    put_templates,
)
from minutebook.publish.robots import ROBOTS, robots
from minutebook.publish.serving import Rebuild, Served, Watch
from minutebook.publish.shell import shell_in
from minutebook.publish.shell_words import KEY, shell_words
from minutebook.publish.swap import Busy, NotOurs, Replacement
from minutebook.publish.wanted import WANTED

_LAST = -100
"""After what other plugins do."""

_log = get_plugin_logger("minutebook")


def _not_about_frames(record: logging.LogRecord) -> bool:
    """Keep to ourselves that MkDocs writes nothing for a frame."""
    said = record.getMessage()
    about = said.startswith("Page skipped: '") and said.split("'")[1]
    return not about or about.removesuffix("index.md") not in WANTED


logging.getLogger("mkdocs.commands.build").addFilter(_not_about_frames)


class MinutebookPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call] # see Options
    """Puts the records of `notes/` on the site."""

    def __init__(self) -> None:
        """Start with nothing made."""
        self.only_shell = False
        """Whether somebody else fills the shell."""

        self.rendered: dict[str, Rendered] = {}
        """What the theme made of the probes, by the kind of page."""

        self._made: Made | None = None
        self._served: Served | None = None
        self._watch: Watch | None = None
        self._replacement: Replacement | None = None
        self._command = ""
        self._language = ENGLISH
        self._env: Any = None
        self._context: Any = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember what MkDocs was asked to do, and stay for later builds."""
        if dirty:
            raise PluginError("minutebook makes only what changed by itself: no --dirty")
        self._command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Bring our style and scripts, and the pages only a theme can have."""
        if not config.use_directory_urls:
            raise PluginError(NEEDS_DIRECTORY_URLS)
        self._language = language_named(self.edition(config).language)
        lead_to_editor(config, self.config.repository, self.config.branch)
        config.extra[KEY] = shell_words(self._language)
        put_templates(config, self.config.search)
        ours = assets()
        styles, scripts = config.extra_css, config.extra_javascript
        styles[:0] = [style for style in ours.stylesheets if style not in styles]
        scripts += [script for script in ours.scripts if script not in scripts]
        return config

    @event_priority(_LAST)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Make the site before MkDocs empties the old one; stop if that cannot be."""
        self.rendered = {}
        if self.only_shell:
            return
        if self._command == "build":
            self._replacement = Replacement(Path(config.site_dir).absolute())
            try:
                config.site_dir = str(self._replacement.begin())
            except (NotOurs, Busy) as error:
                raise PluginError(str(error)) from error
        self._made = self._make(config)
        if self._made.site is None:
            raise PluginError("the notes have problems; nothing was published")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Give MkDocs a file for each frame, and the data and looks pages link to."""
        for file in files.documentation_pages():
            file.edit_uri = file.src_uri
        for frame in WANTED.values():
            if files.get_file_from_path(frame.markdown) is not None:
                raise PluginError(frame.in_its_way)
            file = File.generated(config, frame.markdown, content="")
            if frame.is_below or frame.kind in FOR_PEOPLE:  # other pages lead there
                file.inclusion = InclusionLevel.NOT_IN_NAV
            if frame.source:
                way = way_to(self._notes(config), Path(config.docs_dir))
                file.edit_uri = f"{way}/{frame.source}"
            files.append(file)
        linked = [PAGE] if self.edition(config).editing else []
        for address in (*DATA_FILES, *linked):
            files.append(File.generated(config, address, content=""))
        for address, content in assets().files.items():
            files.append(File.generated(config, address, content=content))
        if files.get_file_from_path(ROBOTS) is None:
            told = robots(self.edition(config))
            files.append(File.generated(config, ROBOTS, content=told))
        return files

    def on_nav(
        self, nav: Navigation, *, config: MkDocsConfig, files: Files
    ) -> Navigation:
        """Hang each frame under its listing, so that tabs and breadcrumbs know."""
        in_nav = {page.url: page for page in nav.pages}
        for file in files.documentation_pages():
            frame = frame_of(file)
            if frame and frame.is_below:
                page = file.page or MkDocsPage(None, file, config)
                page.parent = in_nav.get(frame.section)  # type: ignore[assignment] # serves as well
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Keep what fills templates."""
        self._env = env

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Tell the theme what a page is called; it takes such words for safe HTML."""
        frame = frame_of(page.file, self._language)
        if frame is None:
            return markdown
        pose(page, frame)
        return ""

    def on_page_content(
        self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put a probe where MkDocs would put its own body."""
        frame = frame_of(page.file, self._language)
        if frame is None:
            return html
        pose(page, frame)
        return LEARN.body

    @event_priority(_LAST)
    def on_page_context(
        self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> Any:
        """Straighten the address for editing, and keep what a frame is made with."""
        if page.edit_url:
            page.edit_url = straight(page.edit_url)
        self._context = context
        return context

    @event_priority(_LAST)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Mend what the theme does wrong; render the other probes, and write nothing."""
        frame = frame_of(page.file, self._language)
        if frame is None or self._context is None:
            return mend(output)
        context, self._context = self._context, None

        def again() -> str:
            template = self._env.get_template(page.meta.get("template", "main.html"))
            text = template.render(context)
            return mend(config.plugins.on_post_page(text, page=page, config=config))

        self.rendered[frame.kind] = rendered(page, frame, mend(output), again)
        return ""

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Mend the page for addresses that lead nowhere, too."""
        return mend(output_content)

    @event_priority(_LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill the frames with the records."""
        if not (self._made and self._made.site):
            return
        folder = Path(config.site_dir)
        try:
            shell = shell_in(folder, self.rendered)
        except CannotLearn as error:
            raise PluginError(str(error)) from error
        served = Served(
            folder=folder,
            shell=shell,
            ledger=Ledger(),
            made=self._made,
            notes=self._notes(config),
        )
        serves = self._command == "serve"
        try:
            served.ledger = fill(
                self._made.site,
                shell,
                folder,
                notes=served.notes,
                leaves=served.leaves if serves else None,
            )
        except CannotIndex as error:
            raise PluginError(str(error)) from error
        self._served = served if serves else None

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the old site as it was."""
        if self._replacement:
            self._replacement.abandon()
            self._replacement = None

    def on_shutdown(self) -> None:
        """Put the finished site in its place: a strict build has failed until the end."""
        if self._replacement:
            replacement, self._replacement = self._replacement, None
            replacement.finish()

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., Any],
    ) -> LiveReloadServer:
        """Build again when a note is saved: its page first, then the rest."""
        if self._watch is None:
            sources = (Path(config.config_file_path), *inputs(config))
            self._watch = Watch(self._notes(config), sources)
        server.builder = Rebuild(
            watch=self._watch,
            whole=builder,
            served=lambda: self._served,
            make=lambda: self._make(config),
        )
        server.watch(str(self._watch.bell))
        return server

    def edition(self, config: MkDocsConfig) -> Edition:
        """Tell how the settings want the book published.

        Raises PluginError for a language there are no words for, or for options that
        mean nothing.
        """
        if wrong := self.config.wrong():
            raise PluginError(wrong)
        language = config.theme.get("language", "en")
        try:
            language_named(language)
        except ValueError as error:
            raise PluginError(f"theme: language: {error}") from error
        edit = edit_of_notes(config, self._notes(config))
        editing = editing_of(self.config, edit, Path(config.docs_dir))
        if isinstance(editing, str):
            raise PluginError(editing)
        return self.config.edition(
            language=language,
            name=config.site_name,
            address=config.site_url or "",
            contribute=contribute(Path(config.docs_dir)),
            edit=edit,
            editing=editing,
        )

    def _make(self, config: MkDocsConfig) -> Made:
        folder = caches.folder_for(Path(config.config_file_path), None, self._command)
        cache = Cache(folder)
        made = make_site(
            self._notes(config),
            self.config.day(),
            self.edition(config),
            strict=config.strict,
            cache=cache,
        )
        cache.close()
        for problem in made.problems:
            level = (
                logging.ERROR if problem.severity is Severity.ERROR else logging.WARNING
            )
            _log.log(level, "%s\n", problem)
        return made

    def _notes(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent / self.config.notes
