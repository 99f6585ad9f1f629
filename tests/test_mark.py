"""The mark of a record: it changes with what the record says, and with nothing else."""

from __future__ import annotations

import dataclasses
import re

from minutebook.reading.mark import mark_of
from minutebook.records import Action, ActionStatus, Update

ACTION = Action(
    id="2026-03-12-board-a1",
    title="Ask for three quotes",
    owners=("Ben Hartley",),
    raised_in="2026-03-12-board",
)


def test_a_mark_is_eight_signs_that_can_stand_in_an_address() -> None:
    assert re.fullmatch("[0-9a-f]{8}", mark_of(ACTION))


def test_records_that_say_the_same_have_the_same_mark() -> None:
    assert mark_of(dataclasses.replace(ACTION)) == mark_of(ACTION)


def test_whatever_is_added_changes_the_mark() -> None:
    done = Update(status=ActionStatus.DONE)
    others = (
        dataclasses.replace(ACTION, updates=(done,)),
        dataclasses.replace(ACTION, title="Ask for two quotes"),
        dataclasses.replace(ACTION, text="The quotes should cover two visits."),
        dataclasses.replace(ACTION, owners=("Ben Hartley", "Amina Khatun")),
    )

    assert len({mark_of(one) for one in (ACTION, *others)}) == 5
