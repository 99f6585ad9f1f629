"""The forms that people without git fill in: what each asks, in plain words.

A form is defined here once. The git host's form, the form page of a site, and the reading
of what was sent are all made from it. The words are in the catalogue: a page shows a form
in the language of its site. What is sent has the words as they stand here.
"""

from minutebook.forms.actions import UPDATE_ACTION
from minutebook.forms.concerns import ANSWER_CONCERN, RAISE_CONCERN
from minutebook.forms.corrections import SUGGEST_CORRECTION
from minutebook.forms.form import SEEN, Field, Form, Kind, Option
from minutebook.forms.meetings import ADD_NOTES

FORMS: tuple[Form, ...] = (
    UPDATE_ACTION,
    ANSWER_CONCERN,
    RAISE_CONCERN,
    SUGGEST_CORRECTION,
    ADD_NOTES,
)
"""All forms, in the order in which they are offered."""

__all__ = [
    "ADD_NOTES",
    "ANSWER_CONCERN",
    "FORMS",
    "RAISE_CONCERN",
    "SEEN",
    "SUGGEST_CORRECTION",
    "UPDATE_ACTION",
    "Field",
    "Form",
    "Kind",
    "Option",
]
