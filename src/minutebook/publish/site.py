"""A made site, through the shell of a renderer, into a folder."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from pathlib import Path

from minutebook.cache import digest, version
from minutebook.fingerprint import contents_of
from minutebook.pages import Site
from minutebook.publish.fill import Progress, fill, known_in
from minutebook.publish.kept import Kept, share
from minutebook.publish.learning import CannotLearn
from minutebook.publish.ledger import earlier
from minutebook.publish.pagefind import CannotIndex
from minutebook.publish.settings import CannotPublish, Job, Renderer
from minutebook.publish.shell import shell_in


def publish(
    site: Site, job: Job, renderer: Renderer, folder: Path, progress: Progress
) -> None:
    """Render a site into an empty folder.

    Raises CannotPublish when that cannot be done.
    """
    try:
        if job.order.kept and _can_keep(job.order.kept):
            kept = Kept(job.order.kept)
            _again(site, job, renderer, folder, kept, progress)
        else:
            shell = shell_in(folder, renderer.render(job, folder))
            fill(site, shell, folder, notes=job.notes, progress=progress)
    except (CannotLearn, CannotIndex) as error:
        raise CannotPublish(str(error)) from error


def _can_keep(folder: Path) -> bool:
    """Tell whether files can be put into a folder, which is made if need be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _again(
    site: Site,
    job: Job,
    renderer: Renderer,
    folder: Path,
    kept: Kept,
    progress: Progress,
) -> None:
    """Build with what earlier builds have kept, and keep it for the next."""
    shell = kept.shell(_key(job, renderer), partial(renderer.render, job))
    share(shell.folder, folder)
    known = known_in(site, shell, job.site_dir, kept.leaves)
    made = fill(
        site,
        shell,
        folder,
        notes=job.notes,
        leaves=kept.leaves,
        earlier=earlier(job.site_dir, kept.ledger(), known),
        progress=progress,
    )
    kept.keep(made)


def _key(job: Job, renderer: Renderer) -> bytes:
    """Digest everything that goes into a shell."""
    settings, order = job.settings, job.order
    if not settings.self_contained:
        return os.urandom(16)
    notes = (job.notes, job.notes.resolve())
    given = (settings.inputs, notes, order.today, order.strict, renderer)
    return digest(
        version(),
        order.config_file.read_bytes(),
        *(contents_of(folder) for folder in settings.inputs),
        repr(given).encode(),
    )
