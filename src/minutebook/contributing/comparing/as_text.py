"""A comparison for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from minutebook.contributing.comparing.remarks import (
    Comparison,
    PageChange,
    Pages,
    Section,
)
from minutebook.problems import Problem
from minutebook.report import MOST_ALIKE, summary
from minutebook.words import count, sentence

MOST_PAGES = 15
"""So many pages of a sort are named; the others are counted."""

SAME = "Nothing changes in the records."
NO_PAGES = "The pages are not compared: one of the two versions has errors."


def as_text(comparison: Comparison) -> str:
    """Write a comparison for a terminal."""
    blocks = [f"{changes(comparison)}\n"]
    blocks += (f"{sentence(notice)}\n" for notice in comparison.notices)
    blocks += ("\n".join(_section(section)) + "\n" for section in comparison.sections)
    if comparison.layout:
        blocks.append(f"{layout(comparison)}\n")
    blocks.append("\n".join(_pages(comparison.pages)) + "\n")
    blocks += _problems("Not allowed", comparison.refused)
    blocks += _problems("New problems", comparison.problems)
    if comparison.standing:
        blocks.append(f"As before: {summary(comparison.standing)}.\n")
    return "\n".join(printable(block) for block in blocks)


def changes(comparison: Comparison) -> str:
    """Say in a sentence how much changes, and from what to what."""
    between = f"From {comparison.before} to {comparison.after}"
    new, changed, removed = comparison.counts
    if not (new or changed or removed):
        return f"{between}: nothing changes in the records."
    return f"{between}: {counted(new, changed, removed, 'record')}."


def counted(new: int, changed: int, removed: int, noun: str) -> str:
    """Count what is new, changed and removed: `2 new records, 1 changed, 0 removed`."""
    return f"{count(new, f'new {noun}')}, {changed:,} changed, {removed:,} removed"


def pages_counted(pages: Pages) -> str:
    """Count pages by what becomes of them."""
    return counted(len(pages.new), len(pages.changed), len(pages.removed), "page")


def layout(comparison: Comparison) -> str:
    """Say how many files only look otherwise to whoever edits them."""
    return f"{count(len(comparison.layout), 'file')} written otherwise, saying the same."


def sorts(pages: Pages) -> tuple[tuple[str, tuple[PageChange, ...]], ...]:
    """Give the pages by what becomes of them."""
    return ("new", pages.new), ("changed", pages.changed), ("removed", pages.removed)


def heading(section: Section) -> str:
    """Name a section, and count what is in it."""
    parts = (
        (section.new, "new"),
        (section.changed, "changed"),
        (section.removed, "removed"),
    )
    return f"{section.title} ({', '.join(f'{n:,} {what}' for n, what in parts if n)})"


def _section(section: Section) -> Iterator[str]:
    yield heading(section)
    about = ""
    for remark in section.remarks:
        yield f"  {remark.says}"
        if remark.about and remark.about != about:
            yield f"      {remark.about}"
        about = remark.about


def _pages(pages: Pages | None) -> Iterator[str]:
    if pages is None:
        yield NO_PAGES
        return
    yield f"Pages: {pages_counted(pages)}."
    for what, some in sorts(pages):
        for page in some[:MOST_PAGES]:
            yield f"  {what:<8} {page.title}  {page.address}"
        if len(some) > MOST_PAGES:
            yield f"  {what:<8} and {len(some) - MOST_PAGES:,} more"


def _problems(title: str, problems: tuple[Problem, ...]) -> Iterator[str]:
    if problems:
        told = "\n\n".join(str(problem) for problem in problems[:MOST_ALIKE])
        more = len(problems) - MOST_ALIKE
        yield f"{title}: {summary(problems)}\n\n{told}\n"
        if more > 0:
            yield f"and {more:,} more\n"


def printable(text: str) -> str:
    """Replace what could steer a terminal; line ends stay."""
    return "".join(
        sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text
    )
