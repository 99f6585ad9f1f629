"""The day of a meeting: what its head says, weighed; never guessed.

A day is the meeting's unless a word near it says otherwise: `published`, `born`.
Two different days that could both be meant leave it open.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from minutebook.importing.recognising.language.dates import FoundDate, dates_in, years_in
from minutebook.importing.recognising.language.sentences import sentences_of
from minutebook.importing.recognising.meeting.day_doubts import (
    Dated,
    ambiguous_date,
    swapped,
    two_dates,
    weekday_differs,
)
from minutebook.importing.recognising.meeting.fields import HeadLine
from minutebook.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The day of a meeting, and what is doubtful about it."""

    date: dt.date | None
    problems: tuple[Problem, ...] = ()


_MEANT = (
    r"meeting|held|date\s+of\s+(?:the\s+)?meeting|took\s+place|met\s+on|minutes|notes|agm|egm"
    r"|roundtable|gathered|convened"
)
_NOT_MEANT = (
    r"page|(?:next|last|previous|following|future|the)\s+(?:\w+\s+){0,2}meeting\s+(?:will|is|to)\b"
    r"|(?:next|last|previous|following|future)\s+(?:\w+\s+){0,2}(?:meeting|agm|minutes)|publish\w*|publication|issued?|circulat\w+|distribut\w+|updated?|revis\w+|version|printed"
    r"|posted|uploaded|created|modified|approved|adopted|ratified|signed|next|following|last"
    r"|previous|future|born|d\.?o\.?b\.?|birth|due|deadline|by|dated|copyright|©|registered"
    r"|effective|founded|established|since|est\.|year|ended|ending|period|financial|until|review"
    r"|prepared|drafted|received|agenda\s+sent|sent|typed|amended|deferred|postponed"
    r"|rescheduled\s+from|originally|confirmed\s+at|confirmed\s+on|agreed\s+(?:at|on)|apologies"
)
_CUE = re.compile(
    rf"\b(?:(?P<no>{_NOT_MEANT})|(?P<yes>{_MEANT}))\b|(?P<copyright>©)", re.IGNORECASE
)
_MOST = 20
"""Dates of a sentence that are looked at."""

_TOOK_PLACE = re.compile(
    r"\b(?:took\s+place|was\s+held|were\s+held|held|met|meeting\s+(?:of|on)|gathered|convened)\b",
    re.IGNORECASE,
)


def day_of(
    document: str,
    head: Sequence[HeadLine],
    prose: Sequence[tuple[str, int]],
    said: Sequence[tuple[str, int]],
) -> Day:
    """Find the day of a meeting.

    `prose` are the paragraphs that may tell when it was, with their lines; `said` is all
    there is, to look for the year a day lacks and for what contradicts.
    """
    text = [line for line, _ in said]
    dated = list(_in_head(head)) or list(_in_prose(prose))
    dated += _signed(said)
    dated = _with_years(dated, (*(one.text for one in head), document), text)
    whole = [one for one in dated if one.found.date]
    if not whole:
        return Day(date=None)
    if _is_day_first(text):
        whole = [replace(one, found=replace(one.found, ambiguous=False)) for one in whole]
    return _decided(document, [_by_weekday(one) for one in whole])


def _is_day_first(text: Sequence[str]) -> bool:
    """Whether other dates of the document settle that the day stands first in it."""
    first = any(_DAY_FIRST.search(line) for line in text)
    return first and not any(_MONTH_FIRST.search(line) for line in text)


_DAY_FIRST = re.compile(
    r"(?<![\d.,/-])(?:1[3-9]|2\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:20)?\d\d(?![\d/])"
)
_MONTH_FIRST = re.compile(
    r"(?<![\d.,/-])(?:0?[1-9]|1[0-2])([-/.])(?:1[3-9]|2\d|3[01])\1(?:20)?\d\d(?![\d/])"
)


def _in_head(head: Sequence[HeadLine]) -> Iterator[Dated]:
    for one in head:
        if one.is_prose or one.field not in {None, "date", "time", "title"}:
            continue
        for found in dates_in(one.text):
            if found.day and _is_meant(one.text, found, one.field == "date"):
                yield Dated(found=found, line=one.line)


def _is_meant(text: str, found: FoundDate, is_field: bool) -> bool:  # noqa: FBT001
    """Whether the nearest word before a date, of those that tell, says it is the day."""
    cues = list(_CUE.finditer(text[: found.start]))
    if cues:
        return cues[-1]["yes"] is not None
    return is_field or not re.match(
        r"\W*(?:published|issued|version|draft\b)", text[found.end :]
    )


def _in_prose(prose: Sequence[tuple[str, int]]) -> Iterator[Dated]:
    for text, line in prose:
        for sentence in sentences_of(text):
            if not _TOOK_PLACE.search(sentence):
                continue
            for found in dates_in(sentence)[:_MOST]:
                if found.day and _is_meant(sentence, found, is_field=False):
                    cue = list(_TOOK_PLACE.finditer(sentence[: found.start]))
                    if cue:
                        yield Dated(found=found, line=line)
                        return


_SIGNED = re.compile(
    r"\b(?:minutes|notes|minuted|recorded)\b[^.]{0,60}?\b(?:at|of)\s+(?:the|this|our)\s+(?:\w+\s+){0,3}?"
    r"meeting\s+(?:(?:held|which\s+took\s+place)\s+)?(?:on|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?:minutes|notes)\s+(?:were\s+)?(?:taken|recorded|written|kept|prepared)|minuted\b",
    re.IGNORECASE,
)


def _signed(said: Sequence[tuple[str, int]]) -> Iterator[Dated]:
    """Find the day in `Minutes taken by Jo Lee at the meeting on 8 October`."""
    for text, line in said:
        begun = _TAKEN.match(text)
        for found in dates_in(text)[:_MOST] if begun else ():
            if found.day and _SIGNED.search(text[: found.start]):
                yield Dated(found=found, line=line)


def _with_years(
    dated: Sequence[Dated], near: Sequence[str], text: Sequence[str]
) -> list[Dated]:
    """Give days without a year the one year that can be meant."""
    own = {one.found.date.year for one in dated if one.found.date}
    close = {year for line in near for year in years_in(re.sub(r"[_-]", " ", line))}
    far = {year for line in text for year in years_in(line)}
    given: list[Dated] = []
    for one in dated:
        if one.found.date is None:
            year = next(
                (y for years in (own, close, far) if (y := _fitting(one.found, years))),
                None,
            )
            date = one.found.in_year(year) if year else None
            found = replace(
                one.found, date=date, wrong_weekday=_is_wrong(one.found, date)
            )
            given.append(replace(one, found=found))
        else:
            given.append(one)
    return given


def _fitting(found: FoundDate, years: set[int]) -> int | None:
    """Give the year, if one alone can be meant; the day of the week may decide."""
    days = {year: date for year in years if (date := found.in_year(year))}
    if found.weekday is not None and len(days) > 1:
        days = {y: date for y, date in days.items() if date.weekday() == found.weekday}
    return next(iter(days)) if len(days) == 1 else None


def _is_wrong(found: FoundDate, date: dt.date | None) -> bool:
    return bool(date and found.weekday is not None and date.weekday() != found.weekday)


def _by_weekday(dated: Dated) -> Dated:
    """Let the day of the week decide which number is the month."""
    found = dated.found
    if not (found.ambiguous and found.weekday is not None and found.date):
        return dated
    if not found.wrong_weekday:
        return replace(dated, found=replace(found, ambiguous=False))
    other = swapped(found)
    if other and other.weekday() == found.weekday:
        right = replace(found, date=other, ambiguous=False, wrong_weekday=False)
        return replace(dated, found=right)
    return dated


def _decided(document: str, dated: Sequence[Dated]) -> Day:
    certain = {one.found.date for one in dated if not one.found.ambiguous}
    kept = [
        one
        for one in dated
        if not (one.found.ambiguous and swapped(one.found) in certain)
    ]
    first = kept[0]
    other = next((one for one in kept if one.found.date != first.found.date), None)
    if other:
        return Day(date=None, problems=(two_dates(document, first, other),))
    problems: list[Problem] = []
    if all(one.found.ambiguous for one in kept):
        problems.append(ambiguous_date(document, first))
    wrong = next((one for one in kept if one.found.wrong_weekday), None)
    if wrong:
        problems.append(weekday_differs(document, wrong))
    return Day(date=first.found.date, problems=tuple(problems))
