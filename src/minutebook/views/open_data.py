"""The book as open data, row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from minutebook.book import Book
from minutebook.book.standing import concern_status
from minutebook.records import (
    ANONYMOUS,
    Action,
    Attendance,
    Concern,
    Decision,
    Meeting,
    NextMeeting,
    Organisation,
    Theme,
    When,
)
from minutebook.views.cards import Standing, standing
from minutebook.views.data_rows import (
    ActionData,
    AddendumData,
    ConcernData,
    CorrectionData,
    DecisionData,
    MeetingData,
    OrganisationData,
    PersonData,
    RaisedData,
    ResponseData,
    ThemeData,
    UpdateData,
)
from minutebook.views.people import Officer, chair, minute_taker


def meeting_data(book: Book, meeting: Meeting, time_zone: str) -> MeetingData:
    """Lay out a meeting."""
    entry, group = book.entry(meeting), book.groups.get(meeting.group)
    return MeetingData(
        id=meeting.id,
        url=f"meetings/{meeting.id}/",
        title=meeting.title,
        date=meeting.date,
        start=_clock(meeting.start),
        end=_clock(meeting.end),
        time_zone=meeting.timezone or time_zone,
        venue=meeting.venue,
        kind=meeting.kind.value,
        group=group.id if group else None,
        group_name=group.title if group else None,
        status=meeting.status.value,
        agreed_on=_when(meeting.agreed_on),
        published_on=_when(meeting.published_on),
        withdrawn_on=_when(meeting.withdrawn_on),
        summary=meeting.summary,
        chair=_officer(chair(book, meeting)),
        minute_taker=_officer(minute_taker(book, meeting)),
        attendees=_people(book, meeting.attendees),
        officials=_people(book, meeting.officials),
        apologies=_people(book, meeting.apologies),
        actions=tuple(a.id for a in book.actions_of_meeting(meeting)),
        concerns=tuple(c.id for c in book.concerns_of_meeting(meeting)),
        decisions=tuple(d.id for d in book.decisions_of_meeting(meeting)),
        next_meetings=tuple(map(_next, meeting.next_meetings)),
        addenda=tuple(
            AddendumData(
                title=addendum.title,
                date=_when(addendum.date),
                by=addendum.by,
                text=prose.words.strip(),
            )
            for addendum, prose in zip(meeting.addenda, entry.addenda, strict=True)
        ),
        corrections=tuple(
            CorrectionData(date=correction.date, reason=correction.reason)
            for correction in meeting.corrections
        ),
        source=meeting.source.title if meeting.source else None,
        text=entry.prose.words.strip(),
    )


def action_data(book: Book, action: Action, today: dt.date) -> ActionData:
    """Lay out an action."""
    return ActionData(
        id=action.id,
        url=f"actions/{action.id}/",
        title=action.title,
        text=book.entry(action).prose.words.strip(),
        owners=_names(book, action.owners),
        due=_when(action.due),
        status=action.standing.value,
        overdue=standing(action, today) is Standing.OVERDUE,
        raised_in=_meeting(book, action.raised_in) or action.raised_in,
        themes=_ids(book.themes.some(action.themes)),
        concerns=_ids(book.concerns_of_action(action)),
        updates=tuple(
            UpdateData(
                date=update.date,
                status=update.status.value,
                note=update.note,
                reported_in=_meeting(book, update.reported_in),
            )
            for update in action.updates
        ),
    )


def concern_data(book: Book, concern: Concern) -> ConcernData:
    """Lay out a concern."""
    return ConcernData(
        id=concern.id,
        url=f"concerns/{concern.id}/",
        kind=concern.kind.value,
        title=concern.title,
        themes=_ids(book.themes.some(concern.themes)),
        status=concern_status(concern, book).value,
        raised=tuple(
            RaisedData(
                meeting=_meeting(book, raising.meeting) or raising.meeting,
                date=book.date_of(raising.meeting),
                label=raising.label,
                by=_names(book, raising.by),
                anonymous=ANONYMOUS in raising.by,
                said=raising.said,
            )
            for raising in concern.raised
        ),
        responses=tuple(
            ResponseData(
                date=_when(response.date),
                by=_names(book, response.by),
                meeting=_meeting(book, response.meeting),
                document=response.document,
                answer=response.answer,
                holding=response.holding,
            )
            for response in concern.responses
        ),
        actions=_ids(book.actions_of_concern(concern)),
        text=book.entry(concern).prose.words.strip(),
    )


def decision_data(book: Book, decision: Decision) -> DecisionData:
    """Lay out a decision."""
    return DecisionData(
        id=decision.id,
        url=f"decisions/{decision.id}/",
        title=decision.title,
        text=book.entry(decision).prose.words.strip(),
        by=_names(book, decision.by),
        date=_when(decision.date),
        decided_in=_meeting(book, decision.decided_in),
        reported_in=_meeting(book, decision.reported_in),
        themes=_ids(book.themes.some(decision.themes)),
        concerns=_ids(book.concerns.some(decision.concerns)),
    )


def theme_data(book: Book, theme: Theme) -> ThemeData:
    """Lay out a theme."""
    return ThemeData(
        id=theme.id,
        url=f"themes/{theme.id}/",
        title=theme.title,
        text=book.entry(theme).prose.words.strip(),
        concerns=_ids(book.concerns_of_theme(theme)),
        actions=_ids(book.actions_of_theme(theme)),
    )


def organisation_data(organisation: Organisation) -> OrganisationData:
    """Lay out an organisation."""
    return OrganisationData(
        id=organisation.id,
        url=f"organisations/{organisation.id}/",
        name=organisation.name,
        aliases=organisation.aliases,
        kind=organisation.kind.value if organisation.kind else None,
        about=organisation.about,
    )


def _people(book: Book, people: Iterable[Attendance]) -> tuple[PersonData, ...]:
    found = []
    for person in people:
        party = book.organisation_of(person)
        name = party.name if party else person.organisation
        found.append(PersonData(name=person.name, organisation=name, role=person.role))
    return tuple(found)


def _officer(officer: Officer | None) -> PersonData | None:
    if officer is None:
        return None
    organisation = officer.organisation.name if officer.organisation else None
    return PersonData(name=officer.name, organisation=organisation, role=None)


def _names(book: Book, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(party.name for party in book.parties(names))


def _ids(records: Iterable[Action | Concern | Theme]) -> tuple[str, ...]:
    return tuple(record.id for record in records)


def _meeting(book: Book, reference: str | None) -> str | None:
    found = book.meetings.get(reference)
    return found.id if found else None


def _when(given: When | None) -> str | None:
    if given is None:
        return None
    return given.date.isoformat() if given.date else given.words


def _next(meeting: NextMeeting) -> str:
    return ": ".join(filter(None, (_when(meeting.date), meeting.about)))


def _clock(time: dt.time | None) -> str | None:
    return time.isoformat("minutes") if time else None
