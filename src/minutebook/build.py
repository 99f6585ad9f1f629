"""The front door's work: notes to a published site, and the outcome in plain words."""

from __future__ import annotations

from minutebook.cache import Cache
from minutebook.make import make_site
from minutebook.order import Order, Outcome
from minutebook.publish import Progress, complete, publish, unwatched, with_mkdocs
from minutebook.stamp import look, stamp


def build(order: Order, progress: Progress = unwatched) -> Outcome:
    """Check the notes and publish their site; or publish nothing and say why.

    Raises CannotPublish or NotOurs when the fault is not in the notes.
    """
    settings = with_mkdocs.settings(order.config_file)
    job = complete(order, settings)
    seen = look(order, job.sources) if settings.self_contained else None
    cache = Cache(order.kept)
    made = make_site(
        job.notes,
        order.today,
        audience=settings.audience,
        time_zone=settings.time_zone,
        strict=order.strict,
        cache=cache,
    )
    cache.close()
    if made.site:
        publish(made.site, job, with_mkdocs, progress)
    outcome = Outcome(
        problems=made.problems,
        records=made.records,
        pages=len(made.site.pages) if made.site else 0,
        site_dir=job.site_dir,
    )
    if made.site and seen:
        stamp(seen, outcome)
    return outcome
