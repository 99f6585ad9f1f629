"""Hours are read in every way that minutes write them, and sums of money are none."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.importing.recognising.language.times import span_in, times_in


def hours(text: str) -> tuple[str | None, str | None]:
    start, end = span_in(text)
    return (f"{start:%H:%M}" if start else None, f"{end:%H:%M}" if end else None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("13.30-15.00", "13:30", "15:00"),
        ("13:30 – 15:00", "13:30", "15:00"),
        ("7.00pm", "19:00", None),
        ("7pm", "19:00", None),
        ("7 p.m.", "19:00", None),
        ("2-4pm", "14:00", "16:00"),
        ("2 - 4.30pm", "14:00", "16:30"),
        ("11-1pm", "11:00", "13:00"),
        ("10-12pm", "10:00", "12:00"),
        ("10am to 12 noon", "10:00", "12:00"),
        ("9.30am until midday", "09:30", "12:00"),
        ("1830hrs", "18:30", None),
        ("18:30-20:00 hrs", "18:30", "20:00"),
        ("6.30 for 7pm", "19:00", None),
        ("7.OOp.m.", "19:00", None),
        ("8.4Op.m.", "20:40", None),
        ("12.30pm", "12:30", None),
        ("12am", "00:00", None),
        ("midnight", "00:00", None),
        ("at 19.30", "19:30", None),
        ("from 7.30 to 9.15pm", "19:30", "21:15"),
        ("between 2pm and 4pm", "14:00", "16:00"),
        ("10:00 - 11:30 AM", "10:00", "11:30"),
        ("7.00 y.h.", "19:00", None),
        ("half of it at 7 in the evening", "19:00", None),
        ("7.02pm, in the hall, 9pm", "19:02", None),
    ],
)
def test_hours_are_read_however_they_are_written(
    text: str, start: str, end: str | None
) -> None:
    assert hours(text) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "3.4",
        "£7.00",
        "item 3",
        "£13.30-£15.00",
        "24.60",
        "26.08.2020",
        "10% of 5",
        "4pmm",
    ],
)
def test_numbers_and_money_are_no_hours(text: str) -> None:
    assert hours(text) == (None, None)


def test_a_number_with_a_stop_is_not_certain_to_be_an_hour() -> None:
    (number,) = times_in("version 2.10 was adopted")

    assert not number.certain


@settings(deadline=None)
@given(
    time=st.times().map(lambda t: t.replace(second=0, microsecond=0, tzinfo=None)),
    layout=st.sampled_from(["%H:%M", "%I.%M%p", "%I.%M %p", "%I:%M%p", "%H%Mhrs"]),
)
def test_an_hour_written_in_any_layout_reads_back(time: dt.time, layout: str) -> None:
    text = f"The meeting opened at {time.strftime(layout)} in the hall"

    assert span_in(text) == (time, None)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_searched_for_hours(text: str) -> None:
    for found in times_in(text):
        assert text[found.start : found.end] == found.text
