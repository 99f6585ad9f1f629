"""Why a document cannot be read: each a problem, with the way out of it."""

from __future__ import annotations

from minutebook.importing import limits
from minutebook.problems import Place, Problem


class Refused(Exception):  # noqa: N818 - it is no error of ours
    """Ends the reading of a document from deep inside it; no reader lets it out."""

    def __init__(self, problem: Problem) -> None:
        """Take the problem that is reported in the place of the document."""
        super().__init__(problem.summary)
        self.problem = problem


def not_a_document(name: str, summary: str, hint: str) -> Problem:
    """Tell of something that cannot be opened as a document at all."""
    return Problem(
        code="import-not-a-document", place=Place(name), summary=summary, hint=hint
    )


def not_what_it_says(name: str, ending: str, found: str, hint: str) -> Problem:
    """Tell of a file whose name says one thing and whose content another."""
    return Problem(
        code="import-not-what-it-says",
        place=Place(name),
        summary=f"the name of this file ends in `{ending}`, but it is {found}",
        hint=hint,
    )


def older_format(name: str, found: str, hint: str) -> Problem:
    """Tell of a format that went before those that can be read."""
    return Problem(
        code="import-older-format",
        place=Place(name),
        summary=f"this file is {found}",
        hint=hint,
    )


def encrypted(name: str) -> Problem:
    """Tell of a document that asks for a password."""
    return Problem(
        code="import-encrypted",
        place=Place(name),
        summary="this document is locked with a password",
        hint="open it with the password, save it without one, and import that",
    )


def damaged(name: str, what: str) -> Problem:
    """Tell of a document that is not whole, or not made as its format asks."""
    return Problem(
        code="import-damaged",
        place=Place(name),
        summary=f"this document is damaged: {what}",
        hint="open it in the program it was made with, save it again, and import that",
    )


def empty(name: str, what: str) -> Problem:
    """Tell of a document with nothing to read in it."""
    return Problem(
        code="import-empty",
        place=Place(name),
        summary=what,
        hint="if it shows pictures of text, have the text recognised first",
    )


def too_large(name: str, what: str) -> Problem:
    """Tell of a document that is larger than minutes can be."""
    return Problem(
        code="import-too-large",
        place=Place(name),
        summary=what,
        hint="take out pictures, or split it into the meetings it tells of",
    )


def packed_too_tightly(name: str, what: str) -> Problem:
    """Tell of a packed file that would grow beyond measure."""
    return Problem(
        code="import-packed-too-tightly",
        place=Place(name),
        summary=f"unpacked, this document would grow beyond measure: {what}",
        hint="do not open it unless you know who made it;"
        " if you do, save it again without pictures",
    )


def too_deep(name: str) -> Problem:
    """Tell of a document of things in things in things."""
    return Problem(
        code="import-too-deep",
        place=Place(name),
        summary=f"its parts stand in one another more than {limits.DEPTH} deep",
        hint="copy the text into a new document, without the tables around it",
    )


def has_entities(name: str) -> Problem:
    """Tell of a document that brings definitions along, which may fetch files or grow."""
    return Problem(
        code="import-entities",
        place=Place(name),
        summary="this document defines words of its own for its parser",
        hint="do not open it unless you know who made it; no program for writing"
        " documents makes such a file",
    )


def too_slow(name: str, what: str) -> Problem:
    """Tell of a document that would keep everybody waiting."""
    return Problem(
        code="import-too-slow",
        place=Place(name),
        summary=f"reading this document was stopped: {what}",
        hint="save it in another format, or split it, and import that",
    )
