"""What is asked before a new theme, group, organisation, person or word is written."""

from __future__ import annotations

from minutebook.contributing.asking import answers, choices, usual
from minutebook.contributing.asking.making import making
from minutebook.contributing.asking.question import Asking, Question
from minutebook.records import Group, Organisation, OrganisationKind, Person, Term, Theme

THEME = Asking(
    name="theme",
    questions=(
        usual.words("title", "The subject in a word or two", is_needed=True),
        usual.several("also_called", "Other words people use for it"),
        usual.words("text", "What the subject is about, in a sentence or two"),
        usual.own_id(),
    ),
    request=making(lambda said: Theme(**said)),
)

GROUP = Asking(
    name="group",
    questions=(
        usual.words("title", "Its full name", is_needed=True),
        usual.words("short", "What people call it"),
        usual.group("parent", "The group it belongs to"),
        usual.words("text", "What the group is for, in a sentence or two"),
        usual.own_id(),
    ),
    request=making(lambda said: Group(**said)),
)

ORGANISATION = Asking(
    name="organisation",
    questions=(
        usual.words("name", "Its name", is_needed=True),
        usual.several("aliases", "Other names and abbreviations"),
        usual.word("kind", OrganisationKind, "Which part of public life it belongs to"),
        usual.words("about", "What it does, in a sentence"),
        usual.own_id(),
    ),
    request=making(lambda said: Organisation(**said)),
)

PERSON = Asking(
    name="person",
    questions=(
        usual.words("name", "Their name", is_needed=True),
        Question(
            name="organisation",
            asks="Whom they come for",
            read=answers.an_organisation,
            takes="NAME",
            choices=choices.organisations,
        ),
        usual.words("initials", "As minutes use them for an owner, e.g. `HD`"),
        usual.own_id(),
    ),
    request=making(lambda said: Person(**said)),
)

TERM = Asking(
    name="term",
    questions=(
        Question(
            name="id",
            asks="The word itself, as it is written in notes",
            read=answers.a_text,
            is_needed=True,
            is_subject=True,
        ),
        usual.words("meaning", "What it stands for", is_needed=True),
        usual.words("explanation", "More about it, in a sentence or two"),
    ),
    request=making(lambda said: Term(**said)),
)
