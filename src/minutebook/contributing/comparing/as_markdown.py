"""A comparison as one comment of a pull request, which is found again and kept up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutebook.contributing.comparing.as_text import (
    MOST_PAGES,
    NO_PAGES,
    changes,
    heading,
    layout,
    pages_counted,
    sorts,
)
from minutebook.contributing.comparing.remarks import Comparison, Pages, Section
from minutebook.contributing.forms.harmless import in_markdown
from minutebook.problems import Problem
from minutebook.report import MOST_ALIKE, summary

MARKER = "<!-- minutebook: what changes for readers -->"
"""What the comment ends with: nobody sees it, and a program finds the comment by it."""

MOST_LETTERS = 60_000
"""A comment holds a little more."""

_CUT = "\n\n… and more, which does not fit into a comment: run `minutebook diff`.\n"


def as_markdown(comparison: Comparison) -> str:
    """Write a comparison as Markdown. What stands in notes is shown, and does nothing."""
    whole = _as_far_as_it_fits(_lines(comparison))
    return f"{whole}\n{MARKER}\n"


def _as_far_as_it_fits(lines: Iterable[str]) -> str:
    """Put lines together, and say so where no more fit."""
    room = MOST_LETTERS - len(_CUT) - len(MARKER) - 2
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            return "\n".join(kept) + _CUT
        kept.append(line)
    return "\n".join(kept) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield "## What changes for readers\n"
    yield from _problems("Not allowed", comparison.refused)
    yield from _problems("To mend", comparison.problems)
    yield f"{in_markdown(changes(comparison))}\n"
    yield from (f"{in_markdown(notice)}\n" for notice in comparison.notices)
    for section in comparison.sections:
        yield from _section(section)
    if comparison.layout:
        yield f"{in_markdown(layout(comparison))}\n"
    yield from _pages(comparison.pages)
    if comparison.standing:
        yield f"As before: {summary(comparison.standing)}.\n"


def _section(section: Section) -> Iterator[str]:
    yield f"### {in_markdown(heading(section))}\n"
    before = ""
    for remark in section.remarks:
        yield f"- {in_markdown(remark.says)}"
        if remark.about not in ("", before):
            yield f"  *{in_markdown(remark.about)}*"
        before = remark.about
    yield ""


def _pages(pages: Pages | None) -> Iterator[str]:
    yield "### Pages of the site\n"
    if pages is None:
        yield f"{NO_PAGES}\n"
        return
    yield f"<details><summary>{pages_counted(pages)}</summary>\n"
    for what, some in sorts(pages):
        for page in some[:MOST_PAGES]:
            yield f"- {what}: {in_markdown(page.title)}, {in_markdown(page.address)}"
        if len(some) > MOST_PAGES:
            yield f"- {what}: and {len(some) - MOST_PAGES:,} more"
    yield "\n</details>\n"


def _problems(title: str, problems: tuple[Problem, ...]) -> Iterator[str]:
    if problems:
        yield f"### {title}: {summary(problems)}\n"
        yield from (f"- {_problem(problem)}" for problem in problems[:MOST_ALIKE])
        if len(problems) > MOST_ALIKE:
            yield f"- and {len(problems) - MOST_ALIKE:,} more"
        yield ""


def _problem(problem: Problem) -> str:
    said = in_markdown(f"{problem.place}: {problem.summary}")
    return f"**{problem.severity}** {said}. What to do: {in_markdown(problem.hint)}"
