"""What tests ask of a document that was read, said in short."""

from __future__ import annotations

import re

from minutebook.importing.document import Block, Document, Kind, Reason
from minutebook.importing.drafting.account import lost_lines
from minutebook.problems import Problem


def read(found: Document | Problem) -> Document:
    """Expect a document, and that nothing of its lines was lost."""
    assert isinstance(found, Document), str(found)
    assert unaccounted(found) == []
    assert lost_lines(found.lines, [*shown(found), *(a.text for a in found.asides)]) == ()
    return found


def refused(found: Document | Problem) -> str:
    """Expect a problem, and give its code."""
    assert isinstance(found, Problem)
    return found.code


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def shown(document: Document) -> list[str]:
    """Give each block as a reader sees it: what marks it, and what it says."""
    return [f"{block.marker} {block.text}".strip() for block in document.blocks]


def asides(document: Document, reason: Reason) -> list[str]:
    return [aside.text for aside in document.asides if aside.reason is reason]


def rows(document: Document) -> list[tuple[str, ...]]:
    return [block.cells for block in document.blocks if block.kind is Kind.ROW]


def only(document: Document) -> Block:
    (block,) = document.blocks
    return block


def unaccounted(document: Document) -> list[str]:
    """List the words of lines that stand neither in a block nor in an aside there."""
    found: list[str] = []
    for number, line in enumerate(document.lines, 1):
        near = [
            f"{block.marker} {block.text}"
            for block in document.blocks
            if block.line <= number <= block.end
        ]
        near += [aside.text for aside in document.asides if aside.line == number]
        kept = set(words(" ".join(near)))
        found += [word for word in words(line) if word not in kept]
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
