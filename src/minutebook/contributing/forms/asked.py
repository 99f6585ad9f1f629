"""From a form that was sent to the change it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from minutebook.contributing.forms.filled import Filled
from minutebook.contributing.forms.sent import Sent
from minutebook.contributing.requests import (
    AnswerConcern,
    CorrectText,
    NewRecord,
    RaiseConcern,
    Request,
    UpdateAction,
)
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    RAISE_CONCERN,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
)
from minutebook.problems import Problem
from minutebook.records import (
    ActionStatus,
    Concern,
    ConcernKind,
    Meeting,
    Raising,
    Response,
    SourceDocument,
    Update,
    When,
    attendance_from_text,
)


def request_of(sent: Sent) -> Request | tuple[Problem, ...]:
    """Make the request of a form, or say all that is wrong with its answers.

    Records and people are named in it as whoever filled it in named them.
    """
    filled = Filled(sent)
    request = _READERS[sent.form.id](filled)
    problems = filled.problems()
    if problems or request is None:
        return problems
    return request


def _update(filled: Filled) -> Request | None:
    status = filled.choice("status")
    if status is None:
        return None
    update = Update(
        status=ActionStatus(status),
        date=filled.day("date"),
        note=filled.text("note"),
        reported_in=filled.line("meeting"),
    )
    return UpdateAction(action=filled.needed("action"), update=update)


def _answer(filled: Filled) -> Request:
    day = filled.day("date")
    response = Response(
        answer=filled.needed("answer"),
        by=filled.names("by"),
        date=When(date=day) if day else None,
        meeting=filled.line("meeting"),
        document=filled.line("document"),
        holding=filled.is_ticked("holding"),
    )
    return AnswerConcern(concern=filled.needed("concern"), response=response)


def _raise(filled: Filled) -> Request | None:
    raising = Raising(
        meeting=filled.needed("meeting"),
        by=filled.names("by"),
        said=filled.text("said"),
    )
    concern, title = filled.line("concern"), filled.line("title")
    if concern and title:
        filled.report(
            "form-new-or-old",
            "title",
            "this is given as a concern that is here already, and as a new one",
            "leave one of the two empty: a concern that is here already keeps its title",
        )
        return None
    if concern:
        return RaiseConcern(concern=concern, raising=raising)
    if title is None:
        filled.report(
            "form-untitled",
            "title",
            "a new concern needs a title, and there is none",
            "say in a few words what it is; if it is here already, say which it is",
        )
        return None
    kind = filled.choice("kind")
    return NewRecord(
        record=Concern(
            id="",
            title=title,
            raised=(raising,),
            kind=ConcernKind(kind) if kind else ConcernKind.CONCERN,
            themes=filled.names("themes"),
        ),
        with_help=False,
    )


def _correct(filled: Filled) -> Request:
    return CorrectText(
        record=filled.needed("record"),
        words=filled.needed("words"),
        instead=filled.needed("instead"),
        reason=filled.text("reason"),
        by=filled.line("by"),
    )


def _notes(filled: Filled) -> Request | None:
    date, start, end = filled.day("date"), filled.time("start"), filled.time("end")
    if date is None:
        return None
    source = filled.line("source")
    return NewRecord(
        record=Meeting(
            id="",
            title=filled.needed("title"),
            date=date,
            group=filled.line("group"),
            start=start,
            end=end,
            venue=filled.line("venue"),
            attendees=tuple(map(attendance_from_text, filled.names("attendees"))),
            apologies=tuple(map(attendance_from_text, filled.names("apologies"))),
            source=SourceDocument(title=source) if source else None,
            text=filled.needed("notes"),
        ),
        with_help=False,
    )


_READERS: Mapping[str, Callable[[Filled], Request | None]] = {
    UPDATE_ACTION.id: _update,
    ANSWER_CONCERN.id: _answer,
    RAISE_CONCERN.id: _raise,
    SUGGEST_CORRECTION.id: _correct,
    ADD_NOTES.id: _notes,
}
