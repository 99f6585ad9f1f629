"""A third law: what an editor saves as it was given is the same file, byte for byte.

Between the two stands the way of an editor: fields as it reads them, its own order and
quotes, and no comments.
"""

from __future__ import annotations

import json
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from minutebook.contributing.editing.saving import laid_out, read
from minutebook.contributing.editing.served import served
from minutebook.reading.read import read_bytes
from property.layouts import OddLayout, odd_layouts

MORE = settings(max_examples=200, deadline=None)


def as_an_editor_writes(given: str) -> str:
    """Write a record anew, with its fields in an order of the editor's own."""
    _, fields, body = given.split("---\n", 2)
    said: dict[str, Any] = json.loads(fields)
    written = {name: json.dumps(said[name], ensure_ascii=False) for name in said}
    lines = (f"{name}: {written[name]}\n" for name in sorted(said, reverse=True))
    return f"---\n{''.join(lines)}---\n{body}"


def is_good(layout: OddLayout) -> bool:
    return (
        layout.path.endswith(".md")
        and not read_bytes(layout.text.encode(), layout.path).problems
    )


@MORE
@given(odd_layouts())
def test_what_is_saved_as_it_was_is_the_same_file(layout: OddLayout) -> None:
    assume(is_good(layout))
    saved = as_an_editor_writes(served(layout.text, layout.path))
    assert laid_out(layout.text, read(saved, layout.path), layout.path) == layout.text


@MORE
@given(odd_layouts(), st.text(st.characters(codec="ascii", categories=["L"]), min_size=1))
def test_another_title_is_all_that_is_another(layout: OddLayout, title: str) -> None:
    assume(is_good(layout))
    given = served(layout.text, layout.path)
    (before,) = read(given, layout.path)
    changed = json.loads(given.split("---\n", 2)[1]) | {"title": title}
    body = given.split("---\n", 2)[2]
    saved = as_an_editor_writes(
        f"---\n{json.dumps(changed, ensure_ascii=False)}\n---\n{body}"
    )
    after = laid_out(layout.text, read(saved, layout.path), layout.path)

    (now,) = read(after, layout.path)
    assert now.title == title
    rest = set(after.splitlines()) - set(layout.text.splitlines())
    assert len(rest) <= (before.title != title)
