"""What somebody asks to be changed, whichever door they came through."""

from __future__ import annotations

from dataclasses import dataclass

from minutebook.records import Addendum, Closing, Raising, Record, Response, Update


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRecord:
    """A record that is not in the book yet."""

    record: Record

    with_help: bool = True
    """Whether its file has help in it, for whoever goes on writing there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateAction:
    """Where an action stands now."""

    action: str
    """The id of the action."""

    update: Update


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerConcern:
    """One more answer to a concern."""

    concern: str
    """The id of the concern."""

    response: Response


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseConcern:
    """A concern of the book that was raised once more."""

    concern: str
    """The id of the concern."""

    raising: Raising


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseConcern:
    """The end of a concern: those who raised it are satisfied, or took it back."""

    concern: str
    """The id of the concern."""

    closing: Closing

    withdrawn: bool = False
    """Whether it was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectText:
    """Other words in the place of some that stand in a record.

    In a note that was agreed, the words stay, and an addendum says what they should be.
    """

    record: str
    """Folder and id, e.g. `meetings/2026-06-11-board`."""

    words: str
    """The words as they stand. They have to stand there once."""

    instead: str
    """What they should be."""

    reason: str | None = None
    """Why, and where that is known from."""

    by: str | None = None
    """Who says so: an organisation, person or group."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAddendum:
    """A dated clarification of a note that was agreed."""

    meeting: str
    """The id of the meeting."""

    addendum: Addendum


@dataclass(frozen=True, slots=True, kw_only=True)
class Reseal:
    """A reason why the words of an agreed note change, which readers see on its page.

    The words themselves are changed in the file.
    """

    meeting: str
    """The id of the meeting."""

    reason: str
    """What was wrong and who says so, in a sentence."""


Request = (
    NewRecord
    | UpdateAction
    | AnswerConcern
    | RaiseConcern
    | CloseConcern
    | CorrectText
    | AddAddendum
    | Reseal
)
