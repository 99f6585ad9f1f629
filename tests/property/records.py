"""Records of every kind, as hypothesis makes them up."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from hypothesis import strategies as st

from minutebook.records import (
    Action,
    ActionStatus,
    Addendum,
    Attendance,
    Closing,
    Concern,
    ConcernKind,
    Correction,
    Decision,
    Group,
    Meeting,
    MeetingKind,
    NextMeeting,
    NoteStatus,
    Organisation,
    OrganisationKind,
    Person,
    Raising,
    Record,
    Response,
    SourceDocument,
    Term,
    Theme,
    Update,
    Visibility,
    When,
)

T = TypeVar("T")

_UNSEEN = "\x7f\x85\u2028\u2029\ufeff\ufffe\uffff"

_AWKWARD = (
    "no|12:30|0014|2026-02-30|null|~||- a|a: b|a #b|&a|*a|!x|<<|{}|[1]|'|---|...|%|@|`"
).split("|")
"""What YAML would take for something other than text, or trip over."""

texts = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters=_UNSEEN
    ),
    max_size=40,
)
lines = st.one_of(
    texts,
    st.sampled_from(_AWKWARD),
)
named = lines.filter(str.strip)
"""What a required field holds."""

paragraphs = st.lists(lines, max_size=4).map("\n\n".join)
bodies = paragraphs.map(str.strip)
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
times = st.times().map(lambda t: t.replace(second=0, microsecond=0))
whens = st.one_of(
    st.builds(When, date=days),
    st.builds(When, words=lines),
    st.builds(When, date=days, words=lines),
)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | strategy


def several(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(strategy, max_size=3).map(tuple)


people = st.builds(Attendance, name=named, organisation=maybe(lines), role=maybe(lines))
shared = {
    "visibility": st.sampled_from(Visibility),
    "release_on": maybe(days),
    "aliases": several(ids),
    "text": bodies,
}
meetings = st.builds(
    Meeting,
    id=ids,
    title=named,
    date=days,
    group=maybe(ids),
    start=maybe(times),
    end=maybe(times),
    timezone=maybe(lines),
    venue=maybe(lines),
    kind=st.sampled_from(MeetingKind),
    status=st.sampled_from(NoteStatus),
    drafted_on=maybe(whens),
    agreed_on=maybe(whens),
    published_on=maybe(whens),
    withdrawn_on=maybe(whens),
    summary=maybe(paragraphs),
    chair=maybe(people),
    minute_taker=maybe(people),
    attendees=several(people),
    officials=several(people),
    apologies=several(people),
    source=maybe(
        st.builds(
            SourceDocument,
            title=named,
            publisher=maybe(lines),
            url=maybe(lines),
            file=maybe(lines),
        )
    ),
    next_meetings=several(st.builds(NextMeeting, date=maybe(whens), about=lines)),
    addenda=several(
        st.builds(
            Addendum,
            title=named,
            text=paragraphs.filter(str.strip),
            date=maybe(whens),
            by=maybe(lines),
        )
    ),
    corrections=several(st.builds(Correction, date=days, reason=named)),
    **shared,
)
actions = st.builds(
    Action,
    id=ids,
    title=named,
    owners=several(lines).filter(bool),
    raised_in=ids,
    due=maybe(whens),
    status=maybe(st.sampled_from(ActionStatus)),
    themes=several(ids),
    concerns=several(ids),
    updates=several(
        st.builds(
            Update,
            status=st.sampled_from(ActionStatus),
            date=maybe(days),
            note=maybe(paragraphs),
            reported_in=maybe(ids),
        )
    ),
    **shared,
)
closings = st.builds(Closing, note=named, date=maybe(whens), meeting=maybe(ids))
concerns = st.builds(
    Concern,
    id=ids,
    title=named,
    kind=st.sampled_from(ConcernKind),
    themes=several(ids),
    raised=several(
        st.builds(
            Raising,
            meeting=ids,
            label=maybe(lines),
            by=several(lines),
            said=maybe(paragraphs),
        )
    ).filter(bool),
    responses=several(
        st.builds(
            Response,
            answer=paragraphs.filter(str.strip),
            by=several(lines),
            date=maybe(whens),
            meeting=maybe(ids),
            document=maybe(lines),
            holding=st.booleans(),
        )
    ),
    actions=several(ids),
    resolved=maybe(closings),
    withdrawn=maybe(closings),
    **shared,
)
decisions = st.builds(
    Decision,
    id=ids,
    title=named,
    decided_in=maybe(ids),
    reported_in=maybe(ids),
    by=several(lines),
    date=maybe(whens),
    themes=several(ids),
    concerns=several(ids),
    **shared,
)
themes = st.builds(Theme, id=ids, title=named, aliases=several(ids), text=bodies)
groups = st.builds(
    Group,
    id=ids,
    title=named,
    short=maybe(lines),
    parent=maybe(ids),
    officers=several(people),
    aliases=several(lines),
    text=bodies,
)
organisations = st.builds(
    Organisation,
    id=lines,
    name=named,
    aliases=several(lines),
    kind=maybe(st.sampled_from(OrganisationKind)),
    about=maybe(paragraphs),
)
persons = st.builds(
    Person,
    id=lines,
    name=named,
    organisation=maybe(lines),
    aliases=several(lines),
    initials=maybe(lines),
)
terms = st.builds(Term, id=lines, meaning=named, explanation=maybe(paragraphs))

KINDS: dict[type[Record], st.SearchStrategy[Any]] = {
    Action: actions,
    Concern: concerns,
    Meeting: meetings,
    Decision: decisions,
    Theme: themes,
    Group: groups,
}
"""The records that are a file each."""

any_record = st.one_of(list(KINDS.values()))
