"""What an editor lists: a collection for each folder of records, and the registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from minutebook.book import Book
from minutebook.editor.fields import Field, fields_of
from minutebook.reading.shapes import FOLDERS, REGISTERS, Shape
from minutebook.records import Organisation, Person, Term

Collection = dict[str, Any]
"""A collection in the configuration of an editor."""

BODY = "body"
"""What editors call the text below the fields."""

NEW = "minutebook_new"
"""The field of a register that holds what is to be added to it."""

_NO_FIELDS = frozenset((NEW, "__proto__", "constructor", "prototype"))
"""Words that mean something else to an editor; nobody explains them in a glossary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """How a kind of record is shown and named."""

    one: str
    about: str
    slug: str
    """What the name of a new file is made of, as editors write it."""

    summary: str = "{{title}}"
    text: str = "Text"
    newest_first: str | None = None
    """The field by which the newest come first."""


_SHORT_SLUG = "{{slug | truncate(60, '')}}"

_FOLDERS: Mapping[str, _Named] = {
    "meetings": _Named(
        one="meeting",
        about="A meeting, and the note that tells what was said.",
        slug="{{fields.date}}-{{fields.group | default('meeting')}}",
        summary="{{date}} {{title}}",
        text="Minutes",
        newest_first="date",
    ),
    "actions": _Named(
        one="action",
        about="What somebody agreed to do. Add an update to say where it stands.",
        slug=f"{{{{fields.raised_in}}}}-{_SHORT_SLUG}",
        text="What was agreed",
    ),
    "concerns": _Named(
        one="concern",
        about="A point somebody raised, each time it was raised, and what was answered.",
        slug=_SHORT_SLUG,
        text="More about it",
    ),
    "decisions": _Named(
        one="decision",
        about="What was decided, and by whom.",
        slug=_SHORT_SLUG,
        text="What was decided",
    ),
    "themes": _Named(
        one="theme",
        about="A subject that keeps coming back.",
        slug=_SHORT_SLUG,
        text="What the subject is about",
    ),
    "groups": _Named(
        one="group",
        about="A body that meets.",
        slug=_SHORT_SLUG,
        text="What the group is for",
    ),
}

_REGISTERS: Mapping[str, tuple[str, str]] = {
    "organisations": ("Organisations", "organisation"),
    "people": ("People", "person"),
    "glossary": ("Glossary", "word"),
}

_SLUG_HINT = "Small letters, digits and hyphens. Left empty, it follows from the name."

_ID_HINT = {
    "organisations": _SLUG_HINT,
    "people": _SLUG_HINT,
    "glossary": "The word itself, as it is written in notes.",
}


def collections(book: Book, folder: str) -> list[Collection]:
    """List the collections of a book whose notes stand in `folder` of a repository."""
    return [
        *(_records(name, shape, folder) for name, shape in FOLDERS.items()),
        _registers(book, folder),
    ]


def _records(name: str, shape: Shape[Any], folder: str) -> Collection:
    named = _FOLDERS[name]
    sorted_by = [named.newest_first] if named.newest_first else []
    return {
        "name": name,
        "label": name.capitalize(),
        "label_singular": named.one.capitalize(),
        "description": named.about,
        "folder": f"{folder}/{name}",
        "extension": "md",
        "format": "yaml-frontmatter",
        "create": True,
        "slug": named.slug,
        "preview_path": f"{name}/{{{{slug}}}}/",
        "identifier_field": "title",
        "summary": named.summary,
        "sortable_fields": [
            *({"field": field, "default_sort": "desc"} for field in sorted_by),
            {"field": "title"},
        ],
        "fields": list(_with_body(fields_of(shape.kind, shape.explained()), named.text)),
    }


def _with_body(fields: Iterable[Field], label: str) -> Iterable[Field]:
    """Call the text of a record what editors call it.

    It is edited as it was typed: an editor of rich text would write all of it anew.
    """
    for field in fields:
        yield (
            {**field, "name": BODY, "label": label, "widget": "text", "hint": "Markdown."}
            if field["name"] == "text"
            else field
        )


def _registers(book: Book, folder: str) -> Collection:
    # In the order of their file: an editor writes them in the order of its fields.
    entries: Mapping[str, list[Organisation | Person | Term]] = {
        name: [
            one.record
            for one in book.entries
            if isinstance(one.record, shape.kind) and one.record.id not in _NO_FIELDS
        ]
        for name, shape in REGISTERS.items()
    }
    return {
        "name": "registers",
        "label": "Registers",
        "description": "Organisations, people, and words that need explaining.",
        "files": [
            {
                "name": name,
                "label": _REGISTERS[name][0],
                "file": f"{folder}/{name}.yml",
                "fields": _register(name, shape, entries[name]),
            }
            for name, shape in REGISTERS.items()
        ],
    }


def _register(
    name: str, shape: Shape[Any], entries: Iterable[Organisation | Person | Term]
) -> list[Field]:
    """Give a field for what is new, and one for each entry: its key is its name."""
    fields = list(fields_of(shape.kind, shape.explained()))
    one = _REGISTERS[name][1]
    key = {
        "name": "id",
        "label": "Word" if name == "glossary" else "Id",
        "widget": "string",
        "required": name == "glossary",
        "hint": _ID_HINT[name],
    }
    new = {
        "name": NEW,
        "label": f"New {_REGISTERS[name][0].lower()}",
        "label_singular": f"new {one}",
        "widget": "list",
        "summary": "{{id}}" if name == "glossary" else "{{name}}",
        "required": False,
        "fields": [key, *fields],
    }
    return [
        new,
        *(
            {
                "name": entry.id,
                "label": entry.id if isinstance(entry, Term) else entry.name,
                "widget": "object",
                "collapsed": True,
                "required": False,
                "fields": fields,
            }
            for entry in entries
        ),
    ]
