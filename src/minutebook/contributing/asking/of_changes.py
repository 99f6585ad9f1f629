"""What is asked before a record of the book can be changed."""

from __future__ import annotations

from minutebook.contributing.asking import answers, choices, usual
from minutebook.contributing.asking.question import Asked, Asking, Question
from minutebook.contributing.proposing.kinds import ACTIONS, MEETINGS
from minutebook.contributing.requests import (
    AddAddendum,
    AnswerConcern,
    CloseConcern,
    CorrectText,
    RaiseConcern,
    UpdateAction,
)
from minutebook.records import (
    ActionStatus,
    Addendum,
    Closing,
    Raising,
    Response,
    Update,
)


def _update(asked: Asked) -> UpdateAction:
    said = dict(asked.answers)
    return UpdateAction(action=said.pop("action"), update=Update(**said))


def _respond(asked: Asked) -> AnswerConcern:
    said = dict(asked.answers)
    by = said.pop("by") or ()
    return AnswerConcern(concern=said.pop("concern"), response=Response(by=by, **said))


def _raise(asked: Asked) -> RaiseConcern:
    said = dict(asked.answers)
    by = said.pop("by") or ()
    return RaiseConcern(concern=said.pop("concern"), raising=Raising(by=by, **said))


def _close(asked: Asked) -> CloseConcern:
    said = dict(asked.answers)
    concern, withdrawn = said.pop("concern"), said.pop("withdrawn")
    return CloseConcern(concern=concern, withdrawn=withdrawn, closing=Closing(**said))


def _addendum(asked: Asked) -> AddAddendum:
    said = dict(asked.answers)
    return AddAddendum(meeting=said.pop("meeting"), addendum=Addendum(**said))


UPDATE = Asking(
    name="update",
    questions=(
        Question(
            name="action",
            asks="Which action: its id, its page's address, or `A1` with its meeting",
            read=answers.a_record(ACTIONS),
            is_needed=True,
            is_subject=True,
            choices=choices.open_actions,
        ),
        usual.word("status", ActionStatus, "Where it stands now", is_needed=True),
        usual.words("note", "What happened, in a sentence or two"),
        usual.meeting("reported_in", "The meeting that was told", is_asked=False),
        Question(
            name="date",
            asks="The day it happened; today if left out",
            read=answers.a_day,
            takes="DAY",
            is_asked=False,
        ),
    ),
    request=_update,
)

RESPOND = Asking(
    name="respond",
    questions=(
        usual.concern(),
        usual.words("answer", "What was answered, in a few sentences", is_needed=True),
        usual.parties("by", "Who answered"),
        usual.meeting("meeting", "The meeting it was answered in", is_asked=False),
        usual.words(
            "document", "The title of the document it was answered in", is_asked=False
        ),
        usual.when("The day; today if no meeting and no document is named"),
        usual.switch("holding", "A promise to come back: the concern stays open"),
    ),
    request=_respond,
)

RAISE = Asking(
    name="raise",
    questions=(
        usual.concern(),
        usual.latest("The meeting that raised it"),
        usual.parties("by", "Who raised it; nothing if the note does not say"),
        usual.words("said", "What was said, in a few sentences"),
        usual.words(
            "label", "The heading or label the point had in the note", is_asked=False
        ),
    ),
    request=_raise,
)

CLOSE = Asking(
    name="close",
    questions=(
        usual.concern(),
        usual.words("note", "Why, in a sentence or two", is_needed=True),
        usual.meeting("meeting", "The meeting that noted it", is_asked=False),
        usual.when("The day; today if no meeting is named"),
        usual.switch("withdrawn", "Those who raised it took it back"),
    ),
    request=_close,
)

ADDENDUM = Asking(
    name="addendum",
    questions=(
        Question(
            name="meeting",
            asks="Which meeting: its id, its page's address or its day",
            read=answers.a_record(MEETINGS),
            is_needed=True,
            is_subject=True,
            choices=choices.meetings,
        ),
        usual.words("title", "What it is about, in a few words", is_needed=True),
        usual.words("text", "What has to be added, in Markdown", is_needed=True),
        usual.by("Who wrote it: an organisation, person or group"),
        usual.when("The day; today if left out"),
    ),
    request=_addendum,
)

CORRECT = Asking(
    name="correct",
    questions=(
        Question(
            name="record",
            asks="Which record: its page's address, or its folder and id",
            read=answers.a_text,
            is_needed=True,
            is_subject=True,
        ),
        usual.words("words", "The words as they stand", is_needed=True),
        usual.words("instead", "What they should be", is_needed=True),
        usual.words("reason", "Why, and where that is known from"),
        usual.by("Who says so: an organisation, person or group"),
    ),
    request=lambda asked: CorrectText(**asked.answers),
)
