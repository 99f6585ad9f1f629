"""The form about actions."""

from __future__ import annotations

from minutebook.forms.form import SEEN_FIELD, Field, Form, Kind, Option, day_field
from minutebook.language import N_

UPDATE_ACTION = Form(
    id="update-action",
    title=N_("Report an update on an action"),
    about=N_("Say what has become of something that was agreed at a meeting."),
    record="action",
    offered_on={"actions": "action"},
    fields=(
        Field(
            id="action",
            label=N_("Which action is it?"),
            help=N_(
                "The address of its page, or the last part of it. If you came from that"
                " page, it stands here already."
            ),
            placeholder="2026-03-12-board-a1",
            required=True,
        ),
        Field(
            id="status",
            label=N_("Where does it stand now?"),
            kind=Kind.CHOICE,
            help=N_("The page of the action shows this from now on."),
            options=(
                Option(value="done", label=N_("It is done")),
                Option(value="in-progress", label=N_("It is under way")),
                Option(value="open", label=N_("It has not been begun")),
                Option(value="dropped", label=N_("It will not be done")),
            ),
            required=True,
        ),
        Field(
            id="note",
            label=N_("What has happened?"),
            kind=Kind.TEXT,
            help=N_("A sentence or two, for people who were not there."),
            placeholder=N_("The figures were sent to the officials."),
        ),
        day_field(
            N_("On which day did it happen?"),
            N_(
                "Year, month and day. If you leave this empty, it is the day of the"
                " meeting below, or else the day on which your update is taken in."
            ),
        ),
        Field(
            id="meeting",
            label=N_("Which meeting was told?"),
            help=N_(
                "The address of its page, or the last part of it. Leave it empty if no"
                " meeting has been told yet."
            ),
            placeholder="2026-04-09-board",
        ),
        SEEN_FIELD,
    ),
)
