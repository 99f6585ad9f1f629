"""A comparison for a program: keys that stay, texts as they are."""

from __future__ import annotations

import json
from dataclasses import asdict

from minutebook.contributing.comparing.remarks import Comparison, PageChange
from minutebook.report import as_data


def as_json(comparison: Comparison) -> str:
    """Write a comparison as JSON."""
    new, changed, removed = comparison.counts
    pages = comparison.pages
    data = {
        "before": comparison.before,
        "after": comparison.after,
        "is_fine": comparison.is_fine,
        "notices": comparison.notices,
        "records": {"new": new, "changed": changed, "removed": removed},
        "sections": [asdict(section) for section in comparison.sections],
        "layout": comparison.layout,
        "pages": pages
        and {
            "new": _all(pages.new),
            "changed": _all(pages.changed),
            "removed": _all(pages.removed),
        },
        "refused": [as_data(problem) for problem in comparison.refused],
        "problems": [as_data(problem) for problem in comparison.problems],
        "standing": [as_data(problem) for problem in comparison.standing],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _all(pages: tuple[PageChange, ...]) -> list[dict[str, str]]:
    return [asdict(page) for page in pages]
