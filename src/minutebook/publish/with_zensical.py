"""A shell made by Zensical, from the same `mkdocs.yml` and hand-written pages.

Zensical has no plugins. It is given a project of its own (see `zensical_project`), which
is built once for each round, the last time for good.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from logging import getLogger
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig

from minutebook.language import language_named
from minutebook.publish.learning import Rendered
from minutebook.publish.probe import ROUNDS
from minutebook.publish.project import NEEDS_DIRECTORY_URLS
from minutebook.publish.settings import CannotPublish, Job
from minutebook.publish.wanted import WANTED
from minutebook.publish.with_mkdocs import load, settings
from minutebook.publish.zensical_project import lay_out, put_probes, without_headings

__all__ = ["render", "settings"]

_NOTHING_TO_SAY = "No issues found"
_TRACE = "Traceback (most recent call last):"
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")

_log = getLogger("minutebook")


def render(job: Job, folder: Path) -> Mapping[str, Rendered]:
    """Render the hand-written pages into a folder; give what came of the probes.

    Raises CannotPublish when Zensical fails, or a page stands in the way of ours.
    """
    config = load(job.order.config_file)
    _refuse_what_cannot_be(config)
    language = language_named(job.settings.edition.language)
    with TemporaryDirectory(prefix="minutebook-") as temporary:
        project = Path(temporary).resolve()
        lay_out(project, job, config)
        pages: dict[str, dict[str, str]] = {frame.kind: {} for frame in WANTED.values()}
        for part, asked in reversed(ROUNDS.items()):
            put_probes(project, asked, language)
            report = _run(project, strict=job.order.strict)
            for frame in WANTED.values():
                page = project / "site" / frame.address / "index.html"
                pages[frame.kind][part] = without_headings(page.read_text("utf-8"))
        if report != _NOTHING_TO_SAY:
            _log.warning("%s", report)
        _take_site(project / "site", folder)
    return {
        frame.kind: Rendered(address=frame.address, **pages[frame.kind])
        for frame in WANTED.values()
    }


def _refuse_what_cannot_be(config: MkDocsConfig) -> None:
    if not config.use_directory_urls:
        raise CannotPublish(NEEDS_DIRECTORY_URLS)
    depth = str(config.mdx_configs.get("toc", {}).get("toc_depth", 6))
    if depth.rpartition("-")[2] < "4":
        message = (
            "with Zensical, `toc_depth` must be 4 or more: records have such headings"
        )
        raise CannotPublish(message)


def _run(project: Path, *, strict: bool) -> str:
    """Let Zensical build a project, and give what it has to say about it."""
    command = [sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml"]
    done = subprocess.run(  # noqa: S603 - our own words
        [*command, "--strict"] if strict else command,
        cwd=project,
        env=os.environ | {"NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    report, _, trace = _COLOUR.sub("", done.stderr).partition(_TRACE)
    if done.returncode:
        reason = trace.rstrip().rpartition("\n")[2]
        message = f"Zensical failed: {reason}\n{report}".strip()
        raise CannotPublish(message)
    return report.strip()


def _take_site(site: Path, folder: Path) -> None:
    """Take what Zensical made, but for the pages of the probes."""
    for frame in WANTED.values():
        (site / frame.address / "index.html").unlink()
        if not frame.is_listing:
            os.removedirs(site / frame.address)
    shutil.copytree(site, folder, dirs_exist_ok=True)
