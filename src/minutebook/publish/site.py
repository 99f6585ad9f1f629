"""A made site, through MkDocs and its theme, into a folder."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from minutebook.pages import Site
from minutebook.publish.plugin import MinutebookPlugin
from minutebook.publish.swap import replacing
from minutebook.records import Visibility


class CannotPublish(Exception):  # noqa: N818 - reads as what it says
    """MkDocs could not make the site; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What `mkdocs.yml` says that a build must know."""

    config_file: Path
    notes: Path
    site_dir: Path
    audience: Visibility
    time_zone: str


def settings(config_file: Path) -> Settings:
    """Read `mkdocs.yml`. Raises CannotPublish when it is not right."""
    config = _load(config_file)
    plugin = _plugin(config)
    return Settings(
        config_file=config_file,
        notes=config_file.parent / plugin.config.notes,
        site_dir=Path(config.site_dir),
        audience=plugin.config.audience_seen(),
        time_zone=plugin.config.time_zone,
    )


def publish(
    site: Site,
    config_file: Path,
    site_dir: Path,
    *,
    notes: Path,
    today: dt.date,
    strict: bool,
    progress: Callable[[int, int], None],
) -> None:
    """Render a site into `site_dir`, which changes only when all went well.

    Raises CannotPublish when MkDocs fails, NotOurs when the folder is not a site.
    """
    with replacing(site_dir.absolute()) as folder, _dated(today):
        config = _load(config_file, site_dir=str(folder), strict=strict)
        plugin = _plugin(config)
        plugin.give(site, notes)
        plugin.progress = progress
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        except (Abort, MkDocsException, OSError, ValueError) as error:
            raise CannotPublish(str(error.__context__ or error)) from error
        finally:
            config.plugins.on_shutdown()


def _load(
    config_file: Path, *, site_dir: str | None = None, strict: bool | None = None
) -> MkDocsConfig:
    try:
        return load_config(str(config_file), site_dir=site_dir, strict=strict)
    except (Abort, MkDocsException) as error:
        message = f"{config_file}: {error}"
        raise CannotPublish(message) from error


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
