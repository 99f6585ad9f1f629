"""The form for notes of a meeting."""

from __future__ import annotations

from minutebook.forms.form import Field, Form, Kind, day_field
from minutebook.language import N_

ADD_NOTES = Form(
    id="add-notes",
    title=N_("Add notes of a meeting"),
    about=N_(
        "Send the whole note of a meeting. It becomes a draft, and is not published"
        " until it has been agreed."
    ),
    offered_on={"groups": "group"},
    fields=(
        Field(
            id="title",
            label=N_("What is the meeting called?"),
            help=N_("A title that tells it from others."),
            placeholder=N_("Board meeting, June 2026"),
            required=True,
        ),
        day_field(
            N_("On which day was it held?"), N_("Year, month and day."), required=True
        ),
        Field(
            id="group",
            label=N_("Which group met?"),
            help=N_("Its name. Leave it empty if no standing group met."),
        ),
        Field(
            id="start",
            label=N_("When did it begin?"),
            help=N_("Hours and minutes, on the 24-hour clock."),
            placeholder="19:00",
        ),
        Field(
            id="end",
            label=N_("When did it end?"),
            help=N_("Hours and minutes, on the 24-hour clock."),
            placeholder="20:45",
        ),
        Field(
            id="venue",
            label=N_("Where was it held?"),
            help=N_("A place, or for example: video conference."),
        ),
        Field(
            id="attendees",
            label=N_("Who was there?"),
            kind=Kind.TEXT,
            help=N_(
                "One on each line: name, organisation, and in brackets what they were"
                " there as."
            ),
            placeholder="Amina Khatun, Brookfield Village Hall Trust (chair)",
        ),
        Field(
            id="apologies",
            label=N_("Who sent apologies?"),
            kind=Kind.TEXT,
            help=N_("One on each line: name and organisation."),
        ),
        Field(
            id="notes",
            label=N_("What do the notes say?"),
            kind=Kind.TEXT,
            help=N_(
                "Paste all of it. Plain text will do; Markdown is understood. Begin a"
                " line with ## to make it a heading."
            ),
            required=True,
            exact=True,
        ),
        Field(
            id="source",
            label=N_("Which document are they from?"),
            help=N_("Its title, if the notes were copied from one."),
        ),
    ),
)
