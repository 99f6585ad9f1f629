"""How much of the corpus the importer reads rightly, field by field.

    python tests/importing/score.py [NAME...] [--kept-back] [--worst]

imports the documents beside this file, or those named, and prints precision, recall and
F1. `--kept-back` asks those that the importer was not tuned on. `--worst` lists what was
missed and what was found where it is not.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from importing.scoring import Finding, compare
from importing.tallies import FIELDS, Score
from minutebook.importing import import_file

DOCUMENTS = Path(__file__).parent / "documents"
KEPT_BACK = Path(__file__).parent / "kept_back"
"""Documents that nobody looks at while the importer is written."""

GOLDEN = ".expected.json"
WITH_LINES = frozenset({".txt", ".md"})
"""Formats whose lines a person can count in the file."""


def documents(folder: Path = DOCUMENTS) -> list[Path]:
    """Name all documents of the corpus, or of another folder."""
    return sorted(p for p in folder.iterdir() if not p.name.endswith(GOLDEN))


def golden_of(document: Path) -> Path:
    """Name the golden of a document."""
    return document.with_name(document.stem + GOLDEN)


def imported(document: Path) -> Finding:
    """Import a document and give what was found in the shape of a golden."""
    return shape_of(import_file(document))


def shape_of(found: Any) -> Finding:  # noqa: ANN401 # a test hands in its own
    """Give what was found in the shape of a golden."""
    return {
        "meetings": [_plain(meeting) for meeting in found.meetings],
        "problems": [_problem(problem) for problem in found.problems],
    }


def _plain(meeting: Any) -> Finding:  # noqa: ANN401 # any of the importer's values
    fields = dataclasses.asdict(meeting)
    fields["problems"] = [_problem(problem) for problem in meeting.problems]
    plain: Finding = json.loads(json.dumps(fields, default=_said))
    return plain


def _said(value: object) -> str:
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    return str(value)


def _problem(problem: Any) -> Finding:  # noqa: ANN401 # any of the importer's values
    return {"code": problem.code, "line": problem.place.line}


def score_of(document: Path, found: Finding) -> Score:
    """Score what was found in a document."""
    golden = json.loads(golden_of(document).read_text("utf-8"))
    return compare(golden, found, lines=document.suffix in WITH_LINES)


def table(score: Score) -> Iterator[str]:
    """Print the fields of a score, one a line."""
    yield "field                   right  missed  false    prec    rec     F1"
    for name in FIELDS:
        tally = score.tallies[name]
        yield (
            f"{name:22}{tally.right:7}{tally.missed:8}{tally.false:7}"
            f"{tally.precision:8.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
        )


def worst(scores: dict[str, Score]) -> Iterator[str]:
    """List mistakes, the document with most of them first."""
    for name, score in sorted(scores.items(), key=lambda s: (-len(s[1].mistakes), s[0])):
        for mistake in score.mistakes:
            yield (
                f"{name}:{mistake.line or '-'}: {mistake.what} {mistake.field}: "
                f"{mistake.said[:100]}"
            )


def main(arguments: list[str] | None = None) -> int:
    """Score the corpus and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument(
        "--kept-back", action="store_true", help="score the documents kept back"
    )
    parser.add_argument("--worst", action="store_true", help="list all mistakes")
    asked = parser.parse_args(arguments)
    folder = KEPT_BACK if asked.kept_back else DOCUMENTS
    chosen = [p for p in documents(folder) if not asked.names or p.stem in asked.names]
    scores = {p.name: score_of(p, imported(p)) for p in chosen}
    total = Score()
    for score in scores.values():
        total.add(score)
    lines = [*worst(scores), ""] if asked.worst else []
    right = sum(not score.mistakes for score in scores.values())
    lines += [*table(total), f"{right} of {len(scores)} documents are entirely right"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
