"""What search engines are told of a meeting: an Event of schema.org, as JSON-LD."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from minutebook.edition import Edition
from minutebook.views.cards import Ref
from minutebook.views.meeting import MeetingView

_ONLINE = ("video", "online", "zoom", "teams", "telephone", "conference call")
"""Words in the name of a venue that nobody travels to."""

_HARMLESS = {
    ord(sign): f"\\u{ord(sign):04x}" for sign in ("<", ">", "&", "\u2028", "\u2029")
}
"""What could end a script, as JSON may write it as well."""


def event(view: MeetingView, edition: Edition) -> Markup:
    """Write a meeting as a script that no browser runs; safe to put on a page."""
    told = json.dumps(_event(view, edition), ensure_ascii=False, separators=(",", ":"))
    script = '<script type="application/ld+json">{}</script>'
    return Markup(script.format(told.translate(_HARMLESS)))  # noqa: S704 - just made harmless


def _event(view: MeetingView, edition: Edition) -> dict[str, Any]:
    zone = ZoneInfo(view.timezone or edition.time_zone)
    page = _page(view.ref, edition)
    told = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": view.ref.title,
        "startDate": _when(view.date, view.start, zone),
        "endDate": _when(view.date, view.end, zone) if view.start and view.end else None,
        "eventStatus": "https://schema.org/EventScheduled",
        "location": _place(view.venue, page) if view.venue else None,
        "organizer": _group(view.group, edition) if view.group else None,
        "description": view.summary,
        "about": [{"@type": "Thing", "name": title} for title in _themes(view)],
        "url": page,
    }
    return {name: value for name, value in told.items() if value}


def _when(day: dt.date, time: dt.time | None, zone: ZoneInfo) -> str:
    """Write a day, or a time with its distance from UTC on that day."""
    if time is None:
        return day.isoformat()
    return dt.datetime.combine(day, time, tzinfo=zone).isoformat(timespec="minutes")


def _place(venue: str, page: str | None) -> dict[str, str]:
    if any(word in venue.casefold() for word in _ONLINE):
        online = {"@type": "VirtualLocation", "name": venue}
        return online | ({"url": page} if page else {})
    return {"@type": "Place", "name": venue, "address": venue}


def _group(group: Ref, edition: Edition) -> dict[str, str]:
    page = _page(group, edition)
    told = {"@type": "Organization", "name": group.title}
    return told | ({"url": page} if page else {})


def _themes(view: MeetingView) -> list[str]:
    """List the themes of all that came of a meeting, each once."""
    found = (
        *(card.themes for card in (*view.concerns.first, *view.concerns.more)),
        *(card.themes for card in view.actions),
        *(card.themes for card in view.decisions),
    )
    return sorted({theme.title for themes in found for theme in themes})


def _page(to: Ref, edition: Edition) -> str | None:
    return f"{edition.address}{to.folder}/{to.id}/" if edition.address else None
