"""The form for what is wrong."""

from __future__ import annotations

from minutebook.forms.form import SEEN_FIELD, Field, Form, Kind
from minutebook.language import N_

SUGGEST_CORRECTION = Form(
    id="suggest-correction",
    title=N_("Suggest a correction"),
    about=N_(
        "Say which words are wrong, and what they should be. In notes that were agreed,"
        " the words stay, and your correction is added below them."
    ),
    record="record",
    offered_on=dict.fromkeys(
        "meetings actions concerns decisions themes groups organisations people".split(),
        "record",
    ),
    fields=(
        Field(
            id="record",
            label=N_("Which page is wrong?"),
            help=N_(
                "Its address, or the last two parts of it. If you came from that page,"
                " it stands here already."
            ),
            placeholder="meetings/2026-04-09-board",
            required=True,
        ),
        Field(
            id="words",
            label=N_("Which words are wrong?"),
            kind=Kind.TEXT,
            help=N_(
                "Copy them from the page, with so many of those around them that the"
                " same words stand nowhere else on it."
            ),
            required=True,
            exact=True,
        ),
        Field(
            id="instead",
            label=N_("What should they be?"),
            kind=Kind.TEXT,
            help=N_("Write all of it, with the words around that stay as they are."),
            required=True,
            exact=True,
        ),
        Field(
            id="reason",
            label=N_("How do you know?"),
            kind=Kind.TEXT,
            help=N_("Where it can be looked up, or who was there."),
        ),
        Field(
            id="by",
            label=N_("Who says so?"),
            help=N_(
                "An organisation, person or group. It is shown where the correction"
                " is added to notes that were agreed."
            ),
        ),
        SEEN_FIELD,
    ),
)
