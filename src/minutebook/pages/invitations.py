"""What a reader is invited to do about a page: forms that fit, filled in from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from minutebook.edition import Edition
from minutebook.forms import (
    ADD_NOTES,
    ANSWER_CONCERN,
    RAISE_CONCERN,
    SUGGEST_CORRECTION,
    UPDATE_ACTION,
    Form,
)
from minutebook.language import N_
from minutebook.pages.page import Page
from minutebook.reading.mark import mark_of
from minutebook.records import Concern, ConcernKind, Meeting, NoteStatus

LONGEST_ADDRESS = 2_000
"""Signs. A git host and some browsers refuse to open much longer ones."""

_CORRECTION = (N_("Suggest a correction"), SUGGEST_CORRECTION)
_RAISING = (N_("Raise a concern"), RAISE_CONCERN)
_NOTES = (N_("Add notes of a meeting"), ADD_NOTES)
_AGAIN = (N_("It was raised again"), RAISE_CONCERN)

_ON_RECORDS: Mapping[str, tuple[tuple[str, Form], ...]] = {
    "meeting": (_RAISING, _CORRECTION),
    "action": ((N_("Report an update"), UPDATE_ACTION), _CORRECTION),
    "decision": (_CORRECTION,),
    "theme": (_RAISING, _CORRECTION),
    "group": (_NOTES, _CORRECTION),
    "organisation": (_CORRECTION,),
    "person": (_CORRECTION,),
}

_ON_CONCERNS: Mapping[ConcernKind, tuple[tuple[str, Form], ...]] = {
    ConcernKind.CONCERN: ((N_("Answer this concern"), ANSWER_CONCERN), _AGAIN),
    ConcernKind.QUESTION: ((N_("Answer this question"), ANSWER_CONCERN), _AGAIN),
    ConcernKind.SUGGESTION: ((N_("Answer this suggestion"), ANSWER_CONCERN), _AGAIN),
    ConcernKind.GOOD_PRACTICE: ((N_("It was told of again"), RAISE_CONCERN),),
}

_ON_LISTINGS: Mapping[str, tuple[tuple[str, Form], ...]] = {
    "meetings": (_NOTES,),
    "actions": ((N_("Report an update"), UPDATE_ACTION),),
    "concerns": (_RAISING, (N_("Answer a concern"), ANSWER_CONCERN)),
    "unanswered": ((N_("Answer a concern"), ANSWER_CONCERN),),
    "decisions": (_CORRECTION,),
    "themes": (_RAISING,),
    "organisations": (_CORRECTION,),
    "glossary": (_CORRECTION,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One thing a reader can do about a page."""

    words: str
    """What it is called there, as the catalogue has it."""

    form: str
    """The id of the form it is done with."""

    host: str
    """Where the git host has that form, filled in from the page; empty if nowhere."""

    here: str
    """Where the site has it, for people without an account."""


def invitations(page: Page, edition: Edition) -> tuple[Invitation, ...]:
    """List what a reader can do about a page; nothing if changes go nowhere."""
    offered = tuple(_offered(page)) if edition.takes_changes else ()
    mark = mark_of(page.record) if offered and page.record else ""
    return tuple(
        Invitation(
            words=words,
            form=form.id,
            host=host_address(edition, form, page.title if page.record else "", values),
            here=_with_query(f"suggest/{form.id}/", values),
        )
        for words, form in offered
        for values in [_filled(page, form, mark)]
    )


def _offered(page: Page) -> Iterator[tuple[str, Form]]:
    record = page.record
    if record is None:
        yield from _ON_LISTINGS.get(page.kind, ())
    elif isinstance(record, Concern):
        yield from (*_ON_CONCERNS[record.kind], _CORRECTION)
    elif not (isinstance(record, Meeting) and record.status is NoteStatus.WITHDRAWN):
        yield from _ON_RECORDS[page.kind]


def _filled(page: Page, form: Form, mark: str) -> Mapping[str, str]:
    """Say what a page fills in. `mark` is that of the record it shows."""
    folder, _, rest = page.address.partition("/")
    if page.record is None:
        return {}
    if folder not in form.offered_on:
        return {"themes": page.title}  # the one form that asks for what a theme is called
    return form.filled_from(folder, rest.rstrip("/"), mark)


def host_address(
    edition: Edition, form: Form, about: str, values: Mapping[str, str]
) -> str:
    """Tell where the git host has a form, with some fields filled in.

    The title of what is sent says what it is about. What would make the address too long
    is left out.
    """
    if not edition.repository:
        return ""
    title = f"{form.title}: {about}" if about else form.title
    return _with_query(
        f"{edition.repository}/issues/new",
        {"template": f"{form.id}.yml", **values, "title": title},
    )


def _with_query(address: str, values: Mapping[str, str]) -> str:
    sign = "?"
    for name, value in values.items():
        longer = f"{address}{sign}{name}={quote(value, safe='')}"
        if value and len(longer) < LONGEST_ADDRESS:
            address, sign = longer, "&"
    return address
