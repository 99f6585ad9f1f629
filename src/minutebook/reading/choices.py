"""What the words mean that a field may be given, read from where they are defined."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from enum import StrEnum
from itertools import pairwise
from textwrap import dedent

from minutebook.records import (
    ActionStatus,
    ConcernKind,
    MeetingKind,
    NoteStatus,
    OrganisationKind,
    Visibility,
)

CHOICES: tuple[type[StrEnum], ...] = (
    ActionStatus,
    ConcernKind,
    MeetingKind,
    NoteStatus,
    OrganisationKind,
    Visibility,
)
"""All fields that take one of a few words."""


def meanings_of(kind: type[StrEnum]) -> Mapping[str, str]:
    """Give what stands below each word in the source: it means nothing to Python."""
    (definition,) = ast.parse(dedent(inspect.getsource(kind))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    found = {}
    for member, below in pairwise(body):
        match member, below:
            case (
                ast.Assign(value=ast.Constant(value=str(word))),
                ast.Expr(value=ast.Constant(value=str(meaning))),
            ):
                found[word] = inspect.cleandoc(meaning)
    return found
