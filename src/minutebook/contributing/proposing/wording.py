"""What people write, made fit for a record; or what is wrong with it, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutebook.contributing import limits
from minutebook.problems import Place, Problem
from minutebook.reading.text import unseen_sign


@dataclass(slots=True, kw_only=True)
class Wording:
    """Looks through texts that are to stand in a record, and keeps what is wrong."""

    place: Place
    """Where the record begins that the texts are for."""

    problems: list[Problem] = field(default_factory=list)

    def line(self, what: str, text: str) -> str:
        """Take a text that has to be there, as one line."""
        return self._filled(what, " ".join(self._seen(what, text).split()), limits.LINE)

    def text(self, what: str, text: str, longest: int) -> str:
        """Take a text that has to be there. `what` names it: `the answer`."""
        return self._filled(what, self._seen(what, text), longest)

    def maybe_line(self, what: str, text: str | None) -> str | None:
        """Take a line that may be left out."""
        return self.line(what, text) if text and text.strip() else None

    def maybe_text(self, what: str, text: str | None, longest: int) -> str | None:
        """Take a text that may be left out."""
        return self.text(what, text, longest) if text and text.strip() else None

    def names(self, what: str, names: tuple[str, ...]) -> tuple[str, ...]:
        """Take a list of names; those that were left empty go."""
        kept = tuple(name for name in names if name.strip())
        if len(kept) > limits.NAMES:
            self.problems.append(_too_many(self.place, what, len(kept)))
            return kept
        return tuple(dict.fromkeys(self.line(what, name) for name in kept))

    def _seen(self, what: str, text: str) -> str:
        """Bring line ends to one form, and refuse what nobody can see."""
        tidy = text.replace("\r\n", "\n").replace("\r", "\n").strip()
        sign = unseen_sign(tidy)
        if sign:
            self.problems.append(_unseen(self.place, what, sign))
        return "\n".join(line.rstrip() for line in tidy.split("\n"))

    def _filled(self, what: str, text: str, longest: int) -> str:
        if not text:
            self.problems.append(_empty(self.place, what))
        if len(text) > longest:
            self.problems.append(_too_long(self.place, what, len(text), longest))
        return text


def _empty(place: Place, what: str) -> Problem:
    return Problem(
        code="change-empty",
        place=place,
        summary=f"{what} is left empty",
        hint="write it in a few words",
    )


def _too_long(place: Place, what: str, length: int, longest: int) -> Problem:
    return Problem(
        code="change-too-long",
        place=place,
        summary=f"{what} has {length:,} letters; {longest:,} are the most",
        hint="say it in fewer words; a document can be kept in attachments/, and named",
    )


def _too_many(place: Place, what: str, number: int) -> Problem:
    return Problem(
        code="change-too-many",
        place=place,
        summary=f"{what} has {number:,} names; {limits.NAMES} are the most",
        hint="name a group instead, if they are one",
    )


def _unseen(place: Place, what: str, sign: str) -> Problem:
    return Problem(
        code="change-unseen-sign",
        place=place,
        summary=f"{what} holds a character that cannot be seen (U+{ord(sign):04X})",
        hint="type these words again, or paste them without formatting",
    )
