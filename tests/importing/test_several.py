"""Several sets of minutes in one document are told apart."""

from __future__ import annotations

from importing.reading import document_of
from minutebook.importing.recognising.recognise import recognise

BOOK = """
GARDEN MINUTE BOOK

Meeting of 3 March 2021, by Zoom
Present: Jo Lee, Sam Patel

1. Compost
It is late.
ACTION: Sam Patel to collect ten sacks.

Meeting of 7 April 2021, in the garden
Present: Jo Lee

1. Seeds
They came.
"""


def test_each_set_of_minutes_is_a_meeting_of_the_same_group() -> None:
    first, second = (part.found for part in recognise(document_of(BOOK)))

    assert [str(first.date), str(second.date)] == ["2021-03-03", "2021-04-07"]
    assert [len(first.people), len(second.people)] == [2, 1]
    assert [len(first.actions), len(second.actions)] == [1, 0]


def test_no_line_is_in_two_of_them_or_in_none() -> None:
    document = document_of(BOOK)
    parts = recognise(document)
    lines = [line for part in parts for line in part.document.lines]

    assert tuple(lines) == document.lines


def test_the_minutes_of_the_last_meeting_are_no_minutes_of_their_own() -> None:
    text = """
    # Board meeting, 4 May 2021

    Present: Jo Lee, Sam Patel

    ## Minutes of the meeting of 2 March 2021

    Present members agreed them.

    ## 2. Minutes of 9 March 2021

    Attendees: as listed.
    """

    assert len(recognise(document_of(text))) == 1
