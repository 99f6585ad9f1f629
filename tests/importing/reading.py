"""Texts as secretaries type them, read for a test."""

from __future__ import annotations

from textwrap import dedent

from minutebook.importing.document import Block, Document
from minutebook.importing.formats.text.reader import read_plain
from minutebook.importing.recognising.outline.outline import Section, outline_of
from minutebook.importing.recognising.part import Part
from minutebook.importing.recognising.recognise import part_of


def document_of(text: str, name: str = "minutes.txt") -> Document:
    return read_plain(name, dedent(text).encode())


def blocks_of(text: str) -> tuple[Block, ...]:
    return document_of(text).blocks


def sections_of(text: str) -> tuple[Section, ...]:
    return outline_of(blocks_of(text))


def part_from(text: str) -> Part:
    return part_of(document_of(text))
