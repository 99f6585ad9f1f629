"""What is asked before a new meeting, or what came of one, can be written."""

from __future__ import annotations

from minutebook.contributing.asking import answers, choices, usual
from minutebook.contributing.asking.making import Given, given, making
from minutebook.contributing.asking.minutes import minutes
from minutebook.contributing.asking.question import Asked, Asking, Question
from minutebook.contributing.proposing.kinds import CONCERNS
from minutebook.contributing.requests import NewRecord
from minutebook.records import (
    Action,
    Concern,
    ConcernKind,
    Decision,
    Meeting,
    MeetingKind,
    Raising,
)


def _new_meeting(asked: Asked) -> NewRecord:
    return NewRecord(record=minutes(Meeting(**given(asked)), asked.book))


def _action(said: Given) -> Action:
    return Action(raised_in=said.pop("meeting"), **said)


def _concern(said: Given) -> Concern:
    raised = Raising(
        meeting=said.pop("meeting"), by=said.pop("by", ()), said=said.pop("said", None)
    )
    return Concern(raised=(raised,), **said)


def _decision(said: Given) -> Decision:
    field = "reported_in" if said.pop("reported") else "decided_in"
    return Decision(**{field: said.pop("meeting")}, **said)


def _group_title(asked: Asked) -> str | None:
    group = asked.book.groups.get(asked.answers.get("group"))
    return group.title if group else None


def _last_group(asked: Asked) -> str | None:
    groups = [one.group for one in asked.book.meetings if one.group]
    only = [group.id for group in asked.book.groups]
    return groups[-1] if groups else only[0] if len(only) == 1 else None


def _last_venue(asked: Asked) -> str | None:
    group = asked.book.groups.get(asked.answers.get("group"))
    met = [one.venue for one in asked.book.meetings_of_group(group) if one.venue]
    return met[-1] if met else None


MEETING = Asking(
    name="meeting",
    questions=(
        Question(
            name="date",
            asks="The day it was held, year-month-day",
            read=answers.a_day,
            is_needed=True,
            takes="DAY",
            default=choices.today,
        ),
        usual.group(
            "group",
            "The group that met; nothing for a meeting of no standing group",
            _last_group,
        ),
        usual.words(
            "title", "What the meeting was about", is_needed=True, default=_group_title
        ),
        usual.time("start", "When it began, on the 24-hour clock"),
        usual.time("end", "When it ended, on the 24-hour clock"),
        usual.words(
            "venue", "Where it was held, or `Video conference`", default=_last_venue
        ),
        usual.word("kind", MeetingKind, "What sort of meeting it was", default="meeting"),
        usual.own_id(),
    ),
    request=_new_meeting,
)

ACTION = Asking(
    name="action",
    questions=(
        usual.latest("The meeting that agreed it"),
        usual.words("title", "What will be done, starting with a verb", is_needed=True),
        usual.parties(
            "owners", "Who will do it; the first answers for it", is_needed=True
        ),
        Question(
            name="due",
            asks="The day it was promised for, or the words used",
            read=answers.a_when,
            takes="DAY",
        ),
        usual.themes(),
        Question(
            name="concerns",
            asks="The concerns it is about",
            read=answers.records(CONCERNS),
            is_list=True,
            takes="ID",
            choices=choices.all_of(CONCERNS),
        ),
        usual.own_id(),
    ),
    request=making(_action),
)

CONCERN = Asking(
    name="concern",
    questions=(
        usual.latest("The meeting that raised it"),
        usual.words("title", "The point in a few words", is_needed=True),
        usual.word("kind", ConcernKind, "What sort of point it is", default="concern"),
        usual.parties("by", "Who raised it; nothing if the note does not say"),
        usual.words("said", "What was said, in a few sentences"),
        usual.themes(),
        usual.own_id(),
    ),
    request=making(_concern),
)

DECISION = Asking(
    name="decision",
    questions=(
        usual.latest("The meeting that decided it, or was told"),
        usual.switch("reported", "The meeting was only told; others had decided"),
        usual.words("title", "What was decided, in a few words", is_needed=True),
        usual.parties("by", "Who decided, where it was not the meeting itself"),
        usual.words("text", "What was decided, in a sentence or two"),
        usual.themes(),
        usual.own_id(),
    ),
    request=making(_decision),
)
