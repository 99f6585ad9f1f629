"""The forms about concerns."""

from __future__ import annotations

from minutebook.forms.form import SEEN_FIELD, Field, Form, Kind, Option, day_field
from minutebook.language import N_

ANSWER_CONCERN = Form(
    id="answer-concern",
    title=N_("Answer a concern"),
    about=N_("Say what was answered to a point that somebody raised."),
    record="concern",
    offered_on={"concerns": "concern"},
    fields=(
        Field(
            id="concern",
            label=N_("Which concern was answered?"),
            help=N_(
                "The address of its page, or the last part of it. If you came from that"
                " page, it stands here already."
            ),
            placeholder="parking-at-weddings",
            required=True,
        ),
        Field(
            id="answer",
            label=N_("What was answered?"),
            kind=Kind.TEXT,
            help=N_("A few sentences, for people who were not there."),
            required=True,
        ),
        Field(
            id="holding",
            label=N_("Is it an answer yet?"),
            kind=Kind.BOXES,
            help=N_("A promise to answer is worth recording. The concern stays open."),
            options=(
                Option(
                    value="true",
                    label=N_("Not yet: it is a promise to come back with an answer"),
                ),
            ),
        ),
        Field(
            id="by",
            label=N_("Who answered?"),
            kind=Kind.TEXT,
            help=N_("Organisations, people or groups, one on each line."),
        ),
        day_field(
            N_("On which day was it answered?"),
            N_("Year, month and day. Leave it empty if it was the day of the meeting."),
        ),
        Field(
            id="meeting",
            label=N_("At which meeting was it answered?"),
            help=N_(
                "The address of its page, or the last part of it. Leave it empty if it"
                " was not at a meeting."
            ),
            placeholder="2026-04-09-board",
        ),
        Field(
            id="document",
            label=N_("In which document was it answered?"),
            help=N_("Its title, if it was answered in writing."),
        ),
        SEEN_FIELD,
    ),
)

RAISE_CONCERN = Form(
    id="raise-concern",
    title=N_("Raise a concern"),
    about=N_(
        "Record a point that was raised at a meeting: a new one, or one that is here"
        " already and was raised again."
    ),
    record="concern",
    offered_on={"concerns": "concern", "meetings": "meeting"},
    fields=(
        Field(
            id="meeting",
            label=N_("Which meeting raised it?"),
            help=N_(
                "The address of its page, or the last part of it. A concern is always"
                " one that some meeting raised."
            ),
            placeholder="2026-04-09-board",
            required=True,
        ),
        Field(
            id="concern",
            label=N_("Is it here already?"),
            help=N_(
                "The address of the page of the concern, or the last part of it. If it"
                " is a new one, leave this empty."
            ),
            placeholder="parking-at-weddings",
        ),
        Field(
            id="title",
            label=N_("What is it, in a few words?"),
            help=N_("A new concern needs a title. One that is here already has one."),
            placeholder=N_("Parking at weddings"),
        ),
        Field(
            id="said",
            label=N_("What was said?"),
            kind=Kind.TEXT,
            help=N_("A few sentences, for people who were not there."),
            required=True,
        ),
        Field(
            id="by",
            label=N_("Who raised it?"),
            kind=Kind.TEXT,
            help=N_(
                "Organisations, people or groups, one on each line. Write anonymous if"
                " whoever raised it is not to be named."
            ),
        ),
        Field(
            id="kind",
            label=N_("What sort of point is it?"),
            kind=Kind.CHOICE,
            help=N_("This is asked of new ones only."),
            options=(
                Option(value="concern", label=N_("Something that worries people")),
                Option(value="question", label=N_("A question")),
                Option(value="suggestion", label=N_("A suggestion")),
                Option(value="good-practice", label=N_("Something that went well")),
            ),
        ),
        Field(
            id="themes",
            label=N_("Which themes does it belong to?"),
            kind=Kind.TEXT,
            help=N_("Their titles, one on each line. This is asked of new ones only."),
        ),
        SEEN_FIELD,
    ),
)
