"""What a workflow needs to propose the change of a form, or to answer it: two files.

The workflow that reads a form may write nothing, and the one that writes reads no form.
What goes from one to the other stands in these files, and is checked there once more.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from minutebook.contributing.forms.events import Issue
from minutebook.contributing.forms.harmless import as_title, in_markdown
from minutebook.contributing.proposal import Proposal
from minutebook.problems import Problem
from minutebook.words import sentence

CHANGE, ANSWER = "change.json", "answer.md"

_TO_MEND = (
    "Thank you. Nothing has been changed yet, because something has to be mended first:"
)
_HOW = (
    "To mend it, edit what you sent: choose the three dots at its top right, then Edit."
    " When you save it, it is read again, and you find the answer here."
)

_UNREAD = "A program has made the change and checked it; nobody has looked at it yet."
_MOST_SHOWN = 200
MOST_TOLD = 20
"""Of problems, files and so on, so many are told one by one."""


def put_change(folder: Path, proposal: Proposal, issue: Issue, notes: str) -> None:
    """Write what is to be proposed. `notes` is the folder of the notes, as git has it."""
    _put(folder, CHANGE, json.dumps(_change(proposal, issue, notes), indent=1) + "\n")


def put_answer(folder: Path, problems: Sequence[Problem], path: str) -> None:
    """Write what has to be mended. `path` is how problems name what was sent."""
    _put(folder, ANSWER, answer(problems, path))


def answer(problems: Sequence[Problem], path: str) -> str:
    """Say what has to be mended, in Markdown."""
    told = [line for one in problems[:MOST_TOLD] for line in _told(one, path)]
    told += _and_more(problems)
    return "\n".join((_TO_MEND, "", *told, "", _HOW, ""))


def _and_more(items: Sequence[object]) -> list[str]:
    """Say how many things are not told one by one, if any."""
    more = len(items) - MOST_TOLD
    return [f"- and {more:,} more like these"] if more > 0 else []


def _told(problem: Problem, path: str) -> Iterator[str]:
    place = problem.place
    where = f"Line {place.line}" if place.path == path else in_markdown(str(place))
    yield f"- **{where}:** {_sentence(problem.summary)}"
    if problem.excerpt and problem.excerpt.strip():
        yield f"  <br>{in_markdown(problem.excerpt[:_MOST_SHOWN])}"
    yield f"  <br>{_sentence(problem.hint)}"


def _sentence(text: str) -> str:
    end = "" if text.endswith("?") else "."
    return f"{in_markdown(sentence(text))}{end}"


def _change(proposal: Proposal, issue: Issue, notes: str) -> dict[str, object]:
    change = proposal.change
    files = [_file(f"{notes}/{path}", None, text) for path, text in change.added.items()]
    files += [
        _file(f"{notes}/{path}", before, after)
        for path, (before, after) in change.edited.items()
    ]
    return {
        "issue": issue.number,
        "branch": f"form/issue-{issue.number}",
        "title": as_title(proposal.title),
        "body": _body(proposal, issue, [str(one["path"]) for one in files]),
        "files": files,
    }


def _file(path: str, before: str | None, after: str) -> dict[str, str | None]:
    digest = None if before is None else hashlib.sha256(before.encode()).hexdigest()
    return {"path": path, "before": digest, "text": after}


def _body(proposal: Proposal, issue: Issue, paths: Sequence[str]) -> str:
    notices = [f"{sentence(notice)}." for notice in proposal.notices]
    warnings = [f"{one.place}: {one.summary}." for one in proposal.warnings]
    return "\n\n".join(
        part
        for part in (
            in_markdown(proposal.title),
            f"Asked for by {in_markdown(issue.login)} in #{issue.number}. {_UNREAD}",
            _listed("What it changes:", paths),
            _listed("What was decided on the way:", notices),
            _listed("What the check says, which forbids nothing:", warnings),
            f"Closes #{issue.number}.",
        )
        if part
    )


def _listed(heading: str, items: Sequence[str]) -> str:
    lines = [f"- {in_markdown(item)}" for item in items[:MOST_TOLD]] + _and_more(items)
    return "\n".join((heading, "", *lines)) if lines else ""


def _put(folder: Path, name: str, text: str) -> None:
    """Write a file, and leave nothing of an earlier run beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    for other in (CHANGE, ANSWER):
        (folder / other).unlink(missing_ok=True)
    (folder / name).write_text(text, "utf-8", errors="replace", newline="\n")
