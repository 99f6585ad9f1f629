"""The review of a draft: what was recognised, where, how sure, and what was not placed.

It is read by somebody who has the document beside it and has never seen this program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from minutebook.changing.escaping import escape
from minutebook.importing.document import Aside, Document
from minutebook.importing.drafting.draft import Moved
from minutebook.importing.drafting.records import Records, tracked
from minutebook.importing.findings import Attended, Confidence, FoundMeeting
from minutebook.problems import Problem

_SURE = {
    Confidence.HIGH: "sure",
    Confidence.MEDIUM: "likely",
    Confidence.LOW: "unsure",
}
_ATTENDED = {
    Attended.PRESENT: "present",
    Attended.PART: "present for a part",
    Attended.OFFICIAL: "official",
    Attended.APOLOGIES: "apologies",
    Attended.ABSENT: "absent (stays in the minutes)",
    Attended.UNKNOWN: "not known (stays in the minutes)",
}


def review_of(
    found: FoundMeeting,
    records: Records,
    document: Document,
    moved: Sequence[Moved],
    lost: Sequence[str],
) -> str:
    """Write the page on which somebody checks a draft against its document."""
    parts = [
        f"# Review: {escape(found.title)}",
        _opening(document, records),
        *_problems((*document.problems, *found.problems)),
        *_facts(found),
        *_people(found),
        *_actions(found, records),
        *_unsure(found),
        *_others(found, records),
        *_left_out(document.asides),
        *_moved(moved),
        *_lost(lost),
    ]
    return "\n\n".join(parts) + "\n"


def _opening(document: Document, records: Records) -> str:
    return (
        f"This draft was made from `{document.name}`. Nobody has checked it yet. Compare"
        " it with the document, mend the files in this folder with any text editor, and"
        f" then take it into the book:\n\n    minutebook accept {records.meeting_id}\n\n"
        "This page itself is not published. Lines are counted from the beginning of the"
        " document."
    )


def _problems(problems: Sequence[Problem]) -> Iterator[str]:
    if problems:
        yield "## What you have to decide"
        yield "\n".join(
            f"- Line {one.place.line}: {escape(one.summary)}. {_sentence(one.hint)}"
            for one in problems
        )


def _sentence(text: str) -> str:
    return escape(text[:1].upper() + text[1:]) + "."


def _facts(found: FoundMeeting) -> Iterator[str]:
    day = f"{found.date:%A} {found.date.day} {found.date:%B %Y}" if found.date else None
    hours = " to ".join(f"{one:%H:%M}" for one in (found.start, found.end) if one)
    rows = (
        ("Title", found.title),
        ("Day", day),
        ("Hours", hours or None),
        ("Place", found.venue),
        ("Group", found.group),
        *(("Next meeting", one.text) for one in found.next_meetings),
    )
    yield "## The meeting"
    yield _table(("", "Found"), ((name, value or "not found") for name, value in rows))


def _people(found: FoundMeeting) -> Iterator[str]:
    yield f"## People ({len(found.people)})"
    if not found.people:
        yield "Nobody was recognised. Add those who came to the fields of the note."
        return
    yield _table(
        ("Name", "Organisation", "Role", "Attendance", "Line"),
        (
            (
                one.name,
                one.organisation or "",
                one.role or "",
                _ATTENDED[one.attendance],
                str(one.line),
            )
            for one in found.people
        ),
    )


def _actions(found: FoundMeeting, records: Records) -> Iterator[str]:
    yield f"## Actions ({len(records.actions)})"
    if not records.actions:
        yield "No action was recognised."
        return
    yield _table(
        ("Action", "Owners", "Due", "Line", "How sure"),
        (
            (
                record.title,
                ", ".join(one.owners) or "nobody is named: say who",
                one.due.isoformat() if one.due else one.due_text or "",
                str(one.line),
                _SURE[one.confidence],
            )
            for one, record in zip(tracked(found), records.actions, strict=True)
        ),
    )


def _unsure(found: FoundMeeting) -> Iterator[str]:
    """List what may be an action: its text stays where it is, without a record."""
    unsure = [one for one in found.actions if one.confidence is Confidence.LOW]
    if unsure:
        yield "## Perhaps actions as well"
        yield (
            "Only a sentence says so, and no record was made. To track one, begin its"
            " line in the minutes with `Action:` and run `minutebook track` once the note"
            " is in the book."
        )
        yield "\n".join(
            f"- Line {one.line}: {escape(one.text)}"
            + (f" ({escape(', '.join(one.owners))})" if one.owners else "")
            for one in unsure
        )


def _others(found: FoundMeeting, records: Records) -> Iterator[str]:
    if found.reviewed_actions:
        yield f"## Earlier actions that were looked at ({len(found.reviewed_actions)})"
        yield "They stay in the minutes. If the book has these actions, update them."
        yield _table(
            ("Action", "Status", "Line"),
            ((r.text, r.status or "", str(r.line)) for r in found.reviewed_actions),
        )
    if found.decisions:
        yield f"## Decisions ({len(found.decisions)})"
        yield _table(
            ("Decision", "Line"), ((one.text, str(one.line)) for one in found.decisions)
        )
    if found.concerns:
        yield f"## Concerns ({len(found.concerns)})"
        yield _table(
            ("Theme", "Label", "Kind", "Line"),
            (
                (one.theme or "", one.label, one.kind.value, str(one.line))
                for one in found.concerns
            ),
        )
    if found.addenda:
        yield f"## Added after the meeting ({len(found.addenda)})"
        yield _table(
            ("Title", "Line"), ((one.title, str(one.line)) for one in found.addenda)
        )
    if records.group:
        yield "## A group the book may not know"
        title = escape(records.group.title)
        yield f"`groups/{records.group.id}.md` was made for {title}."


def _left_out(asides: Iterable[Aside]) -> Iterator[str]:
    rows = [
        (str(one.line), _page(one.page), one.reason.value, one.text) for one in asides
    ]
    if rows:
        yield f"## Left out ({len(rows)})"
        yield "A reader of the document does not see these, or they belong to its pages."
        yield _table(("Line", "Page", "Why", "Words"), rows)


def _moved(moved: Sequence[Moved]) -> Iterator[str]:
    if moved:
        yield f"## Moved out of the minutes ({len(moved)})"
        yield "These lines stand in fields or records now."
        yield _table(
            ("Line", "Page", "Now in", "Words"),
            ((str(one.line), _page(one.page), one.where, one.text) for one in moved),
        )


def _lost(lost: Sequence[str]) -> Iterator[str]:
    if lost:
        yield f"## Not placed ({len(lost)})"
        yield "These lines found no place. Put into the minutes what belongs there."
        yield "\n".join(f"- {escape(line)}" for line in lost)


def _page(page: int | None) -> str:
    return str(page) if page else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table, without the columns in which no row says anything."""
    cells = [tuple(row) for row in rows]
    kept = [at for at in range(len(head)) if any(row[at] for row in cells)]
    lines = [[head[at] for at in kept], ["---"] * len(kept)]
    lines += [[escape(" ".join(row[at].split())) for at in kept] for row in cells]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
