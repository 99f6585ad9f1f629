"""A shell made by MkDocs and its theme, from `docs/` and `mkdocs.yml`."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from minutebook.fingerprint import holds_links
from minutebook.publish.editing import lead_to_editor
from minutebook.publish.learning import Rendered
from minutebook.publish.plugin import MinutebookPlugin
from minutebook.publish.project import inputs
from minutebook.publish.settings import CannotPublish, Job, Settings

_OURS = {"search", "material/search", "minutebook"}
"""Plugins that look at nothing but the configuration and the pages."""

_FROM_ELSEWHERE = ("!ENV", "INHERIT", "hooks:", "snippets", "include")
"""Words in the settings that may bring in what stands elsewhere."""


def settings(config_file: Path) -> Settings:
    """Read `mkdocs.yml`. Raises CannotPublish when it is not right."""
    config = load(config_file)
    plugin = _plugin(config)
    text = config_file.read_text("utf-8")
    folders = inputs(config)
    try:
        edition = plugin.edition(config)
    except MkDocsException as error:
        message = f"{config_file}: {error}"
        raise CannotPublish(message) from error
    plain = set(config.plugins) <= _OURS and config.theme.name == "material"
    return Settings(
        notes=config_file.parent / plugin.config.notes,
        site_dir=Path(config.site_dir),
        edition=edition,
        inputs=folders,
        self_contained=plain
        and not any(word in text for word in _FROM_ELSEWHERE)
        and not holds_links(config_file, *folders),
    )


def render(job: Job, folder: Path) -> Mapping[str, Rendered]:
    """Render the hand-written pages into a folder; give what came of the probes.

    Raises CannotPublish when MkDocs fails.
    """
    order = job.order
    with _dated(order.today):
        config = load(order.config_file, site_dir=str(folder), strict=order.strict)
        plugin = _plugin(config)
        plugin.only_shell = True
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except Exception as error:  # its themes and plugins may raise anything
            raise CannotPublish(str(error.__context__ or error)) from error
        finally:
            config.plugins.on_shutdown()
    return plugin.rendered


def load(
    config_file: Path, *, site_dir: str | None = None, strict: bool | None = None
) -> MkDocsConfig:
    """Read `mkdocs.yml` as MkDocs does. Raises CannotPublish when it is not right."""
    try:
        config = load_config(str(config_file), site_dir=site_dir, strict=strict)
    except (Abort, MkDocsException) as error:
        message = f"{config_file}: {error}"
        raise CannotPublish(message) from error
    options = _plugin(config).config
    lead_to_editor(config, options.repository, options.branch)
    return config


def _plugin(config: MkDocsConfig) -> MinutebookPlugin:
    plugin = config.plugins.get("minutebook")
    if not isinstance(plugin, MinutebookPlugin):
        message = "add `minutebook` to the list of plugins in mkdocs.yml"
        raise CannotPublish(message)
    return plugin


@contextmanager
def _dated(today: dt.date) -> Iterator[None]:
    """Let MkDocs date what it writes by `today`, so that two builds are equal."""
    midnight = dt.datetime.combine(today, dt.time(), tzinfo=dt.UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
