"""The front door's work: notes to a published site, and the outcome in plain words."""

from __future__ import annotations

from minutebook.cache import Cache
from minutebook.make import Made, make_site
from minutebook.order import Order, Outcome
from minutebook.publish import (
    Progress,
    Replacement,
    complete,
    publish,
    renderer_named,
    unwatched,
)
from minutebook.publish.settings import Job
from minutebook.stamp import look, stamp


def build(order: Order, progress: Progress = unwatched) -> Outcome:
    """Check the notes and publish their site; or publish nothing and say why.

    Raises CannotPublish, NotOurs, Busy or OSError when the fault is not in the notes.
    """
    renderer = renderer_named(order.renderer)
    job = complete(order, renderer.settings(order.config_file))
    with Replacement(job.site_dir) as new:
        seen = look(order, job.sources) if job.settings.self_contained else None
        made = _make(job)
        if made.site:
            publish(made.site, job, renderer, new.folder, progress)
            new.finish()
    outcome = Outcome(
        problems=made.problems,
        records=made.records,
        pages=len(made.site.pages) if made.site else 0,
        site_dir=job.site_dir,
    )
    if made.site and seen:
        stamp(seen, outcome)
    return outcome


def _make(job: Job) -> Made:
    cache = Cache(job.order.kept)
    try:
        return make_site(
            job.notes,
            job.order.today,
            job.settings.edition,
            strict=job.order.strict,
            cache=cache,
        )
    finally:
        cache.close()
