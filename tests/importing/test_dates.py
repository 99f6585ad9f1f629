"""Days are read in every way that minutes write them, and nothing else is a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.importing.recognising.language.dates import FoundDate, dates_in
from minutebook.importing.recognising.language.spots import spots_in

DAY = dt.date(2020, 8, 26)


def the_date(text: str, year: int | None = None) -> FoundDate:
    (found,) = dates_in(text, year)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "26th August 2020",
        "26 August 2020",
        "the 26th of August 2020",
        "August 26, 2020",
        "August 26th 2020",
        "26 Aug 20",
        "26-Aug-2020",
        "2020-08-26",
        "2020/08/26",
        "26/8/20",
        "26.8.2020",
        "26-08-2020",
        "Wednesday 26 August 2020",
        "Weds. 26th Aug. 2020",
        "Wed, 26 Aug 2020",
        "26 AUGUST '20",
        "26 Awst 2020",
        "Dydd Mercher 26 Awst 2020",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    found = the_date(f"Held on {text}, in the hall")

    assert found.date == DAY
    assert not found.ambiguous
    assert not found.partial
    assert not found.wrong_weekday


def test_the_words_of_a_day_and_their_place_are_kept() -> None:
    text = "13.30-15.00, 26th August 2020, via video conference"
    found = the_date(text)

    assert found.text == "26th August 2020"
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["l9 May 2O20", "1O May 2020", "I2th May 202O"])
def test_digits_that_a_scanner_misread_are_read_where_a_date_is_plain(text: str) -> None:
    found = the_date(text)

    assert found.date is not None
    assert (found.date.year, found.date.month) == (2020, 5)


def test_numbers_are_read_day_first_and_say_if_they_could_be_month_first() -> None:
    assert the_date("3/4/21").date == dt.date(2021, 4, 3)
    assert the_date("3/4/21").ambiguous
    assert not the_date("19/9/18").ambiguous
    assert not the_date("4/4/21").ambiguous


def test_numbers_that_can_only_be_month_first_are_read_so() -> None:
    assert the_date("9/19/2018").date == dt.date(2018, 9, 19)


def test_a_day_without_a_year_takes_the_year_it_is_given() -> None:
    assert the_date("Tue 4 July").date is None
    assert the_date("Tue 4 July").partial
    assert the_date("Tue 4 July", 2023).date == dt.date(2023, 7, 4)


def test_a_month_alone_is_no_day() -> None:
    found = the_date("September 2024")

    assert found.date is None
    assert found.partial


def test_a_weekday_that_contradicts_the_date_is_noticed() -> None:
    assert the_date("Thursday 26 August 2020").wrong_weekday
    assert not the_date("Wednesday 26 August 2020").wrong_weekday


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2020",
        "30.2.21",
        "item 3.4.2",
        "£3.4.21",
        "1/2 of the sum",
        "the 2 may be late",
        "ref 2020-13-45",
        "version 1.2.3",
        "10.30.15",
        "5 or 6 people",
        "the march of 12 marchers",
    ],
)
def test_what_no_calendar_has_is_no_day(text: str) -> None:
    assert dates_in(text) == ()


def test_several_days_are_found_in_their_order() -> None:
    found = dates_in("4 May 2021, then 2021-06-01 and 3/7/21")

    assert [one.date for one in found] == [
        dt.date(2021, 5, 4),
        dt.date(2021, 6, 1),
        dt.date(2021, 7, 3),
    ]


def test_days_and_hours_are_told_apart_in_one_line() -> None:
    text = "12.05.2023 19.00, 7 May at 7pm"
    pieces = [text[start:end] for start, end in spots_in(text)]

    assert pieces == ["12.05.2023", "19.00", "7 May", "7pm"]


MONTHS = (
    "January February March April May June "
    "July August September October November December"
).split()
days = st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))


def ordinal(day: int) -> str:
    tail = {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{'th' if 10 < day < 14 else tail}"


LAYOUTS: dict[str, Callable[[dt.date], str]] = {
    "ordinal": lambda d: f"{ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "plain": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "of": lambda d: f"the {ordinal(d.day)} of {MONTHS[d.month - 1]}, {d.year}",
    "short": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "american": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "weekday": lambda d: f"{d:%A} {d.day} {MONTHS[d.month - 1]} {d.year}",
    "iso": lambda d: d.isoformat(),
    "slashes": lambda d: f"{d.day}/{d.month}/{d.year}",
    "stops": lambda d: f"{d.day:02}.{d.month:02}.{d.year}",
    "capitals": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}".upper(),
}


@settings(deadline=None)
@given(day=days, layout=st.sampled_from(sorted(LAYOUTS)))
def test_a_day_written_in_any_layout_reads_back(day: dt.date, layout: str) -> None:
    found = the_date(f"Held on {LAYOUTS[layout](day)} in the hall")

    assert found.date == day
    assert not found.wrong_weekday


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_searched_for_days(text: str) -> None:
    for found in dates_in(text):
        assert text[found.start : found.end] == found.text
