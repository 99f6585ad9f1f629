"""A language: its catalogue, its days, spans of time and numbers.

The words of the interface are English in the templates and in the code. Every other
language has a catalogue in gettext's own form, `catalogue/cy.po`, which is read as it is.
Babel knows how a language writes days and numbers (CLDR).
"""

from __future__ import annotations

import datetime as dt
import functools
import gettext
import io
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from minutebook.records import NOT_RECORDED, When

_CATALOGUES = Path(__file__).parent / "catalogue"
_LOCALES = {"en": "en_GB", "cy": "cy_GB"}

LANGUAGES = tuple(_LOCALES)
"""The languages there are words for, by their codes."""

_DAYS_A_YEAR = 365.25
_DAYS_A_MONTH = _DAYS_A_YEAR / 12


def N_(message: str) -> str:  # noqa: N802 - as gettext calls it
    """Mark a message for the catalogue that is looked up where it is shown."""
    return message


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 - after N_
    """Mark a message that counts something, which is looked up where it is shown."""
    return one, many


@dataclass(frozen=True, slots=True)
class Language:
    """Writes the interface in one language."""

    code: str
    _locale: Locale = field(repr=False)
    _catalogue: gettext.NullTranslations = field(repr=False, compare=False)

    @property
    def locale(self) -> str:
        """The language and its country, as in `en_GB`."""
        return str(self._locale)

    def say(self, message: str, **values: object) -> str:
        """Give a message of the catalogue, its `%(names)s` replaced by values.

        With values it is safe HTML: whatever is not, among them, is escaped.
        """
        return _filled(self._catalogue.gettext(message), values)

    def say_many(self, one: str, many: str, number: int, **values: object) -> str:
        """Give the message for so many things; `%(num)s` is the number, well written."""
        message = self._catalogue.ngettext(one, many, number)
        return _filled(message, {"num": self.number(number), **values})

    def number(self, number: int) -> str:
        """Write a number: 1,200."""
        return format_decimal(number, locale=self._locale)

    def day(self, date: dt.date) -> str:
        """Write a day: 26 August 2020."""
        return _day(date, "d MMMM y", self._locale)

    def short_day(self, date: dt.date) -> str:
        """Write a day where there is little room: 26 Aug 2020."""
        return _day(date, "d MMM y", self._locale)

    def clock(self, time: dt.time) -> str:
        """Write a time: 13:30."""
        return format_time(time, "HH:mm", locale=self._locale)

    def when(self, given: When | None) -> str:
        """Write a day or the words used instead; nothing if neither was given."""
        if given is None:
            return ""
        if given.date and given.words:
            return f"{self.day(given.date)} ({given.words})"
        return self.day(given.date) if given.date else given.words or ""

    def step_day(self, given: When | None) -> str:
        """Write the day of a step in the life of a note, or that nobody recorded it."""
        if given and given.words == NOT_RECORDED:
            return self.say("date not recorded")
        return self.when(given)

    def span(self, days: int) -> str:
        """Write how long something has lasted, in the largest unit that fits."""
        if days >= _DAYS_A_YEAR:
            years = int(days / _DAYS_A_YEAR)
            return self.say_many("%(num)s year", "%(num)s years", years)
        if days >= _DAYS_A_MONTH:
            months = int(days / _DAYS_A_MONTH)
            return self.say_many("%(num)s month", "%(num)s months", months)
        return self.say_many("%(num)s day", "%(num)s days", days)

    def series(self, items: list[str]) -> str:
        """Write a list in a sentence: a, b and c."""
        return format_list(items, locale=self._locale)


@functools.cache
def language_named(code: str) -> Language:
    """Give a language by its code. Raises ValueError for one there are no words for."""
    if code not in _LOCALES:
        known = ", ".join(LANGUAGES)
        raise ValueError(
            f"there are no words for the language {code!r} yet, only {known}"
        )
    return Language(code, Locale.parse(_LOCALES[code]), _catalogue(code))


def _catalogue(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with (_CATALOGUES / f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def _filled(message: str, values: dict[str, object]) -> str:
    return Markup(escape(message)) % values if values else message  # noqa: S704 - escaped


@functools.lru_cache(maxsize=4096)
def _day(date: dt.date, pattern: str, locale: Locale) -> str:
    return format_date(date, pattern, locale=locale)


ENGLISH = language_named("en")
