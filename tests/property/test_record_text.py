"""The second law: a file that is changed in one place is the same everywhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from minutebook.reading.record_text import (
    keeping,
    with_body,
    with_field,
    with_item,
    without_field,
)
from minutebook.reading.write import fields_of
from minutebook.reading.yamltext import write_yaml
from minutebook.records import Record
from property import records as made_up
from property.layouts import OddLayout, odd_layouts
from property.reading_back import fields_read, record_read

MORE = settings(max_examples=200, deadline=None)

items = st.one_of(
    made_up.lines,
    made_up.paragraphs,
    st.fixed_dictionaries(
        {"status": st.just("done")},
        optional={"note": made_up.paragraphs, "by": st.lists(made_up.lines, max_size=2)},
    ),
)
values = st.one_of(items, st.lists(items, max_size=3))


def stand_in(lines: Sequence[str], text: str) -> bool:
    """Whether some lines stand in a text, in their order."""
    left = map(as_line, text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return all(as_line(line) in left for line in lines)


def as_line(line: str) -> str:
    """Give a line; of a comment, how far it is set in does not count."""
    return line.strip() if line.lstrip().startswith("#") else line


def assert_same_beside(keys: list[str], layout: OddLayout, after: str) -> None:
    lines = layout.lines_beside(keys)
    assert stand_in([line for line in lines if line], after)
    if layout.path.endswith(".md") and "text" not in keys:
        below = layout.text.rpartition(layout.fences[1].replace("\n", layout.newline))
        assert after.endswith(below[1] + below[2])
    other = {"\r\n": "\n", "\n": "\r", "\r": "\n"}[layout.newline]
    assert other not in after.replace(layout.newline, "")


@MORE
@given(odd_layouts(unknown=True), st.data())
def test_one_more_item_changes_nothing_else(
    layout: OddLayout, data: st.DataObject
) -> None:
    before = fields_read(layout.text, layout.path)
    key = data.draw(st.sampled_from([*before, "new"]), "key")
    assume(key != "text")
    item = data.draw(items, "item")
    old = before.get(key)
    after = with_item(layout.text, layout.path, key, item)

    have = old if isinstance(old, list) else [] if old is None else [old]
    assert fields_read(after, layout.path) == {**before, key: [*have, item]}
    assert_same_beside([key], layout, after)


@MORE
@given(odd_layouts(unknown=True), st.data())
def test_a_field_that_is_set_changes_nothing_else(
    layout: OddLayout, data: st.DataObject
) -> None:
    before = fields_read(layout.text, layout.path)
    names = [name for name in fields_of_class(layout) if name != "text"]
    key = data.draw(st.sampled_from([*before, *names]), "key")
    assume(key != "text")
    value = data.draw(values, "value")
    after = with_field(layout.text, layout.path, key, value)

    assert fields_read(after, layout.path) == {**before, key: value}
    assert_same_beside([key], layout, after)


@MORE
@given(odd_layouts(unknown=True), st.data())
def test_a_field_that_is_taken_out_takes_nothing_else_along(
    layout: OddLayout, data: st.DataObject
) -> None:
    before = fields_read(layout.text, layout.path)
    names = [name for name in before if name != "text"]
    assume(len(names) > 1)
    key = data.draw(st.sampled_from(names), "key")
    after = without_field(layout.text, layout.path, key)
    wanted = {name: value for name, value in before.items() if name != key}

    assert fields_read(after, layout.path) == wanted
    assert_same_beside([key], layout, after)


@MORE
@given(odd_layouts(), made_up.bodies)
def test_another_body_leaves_the_fields_alone(layout: OddLayout, body: str) -> None:
    assume(layout.path.endswith(".md"))
    after = with_body(layout.text, layout.path, body)
    above = (layout.fences[0] + layout.fields).replace("\n", layout.newline)

    assert after.startswith(above)
    assert fields_read(after, layout.path)["text"] == body.strip()
    assert with_body(after, layout.path, layout.body).startswith(above)


@MORE
@given(odd_layouts(), st.data())
def test_a_record_kept_to_a_file_says_what_it_says_and_stands_as_the_file(
    layout: OddLayout, data: st.DataObject
) -> None:
    record = record_read(layout.text, layout.path)
    other = data.draw(made_up.KINDS[layout.kind], "other")
    names = st.lists(st.sampled_from(fields_of_class(layout)), unique=True)
    changed = {name: getattr(other, name) for name in data.draw(names, "changed")}
    wanted = replace(record, **changed)
    after = rewritten(wanted, layout.path)
    result = keeping(layout.text, after, layout.path)

    assert record_read(result, layout.path) == wanted
    assert_same_beside([*changed], layout, result)
    assert keeping(layout.text, layout.text, layout.path) == layout.text


def rewritten(record: Record, path: str) -> str:
    """Write a record as an editor in a browser may: no comments, another order."""
    data = fields_of(record)
    text = data.pop("text", "") if path.endswith(".md") else ""
    typed = write_yaml(dict(reversed(data.items())))
    return f"---\n{typed}---\n{text}" if path.endswith(".md") else typed


def fields_of_class(layout: OddLayout) -> list[str]:
    return [name for name in (f.name for f in fields(layout.kind)) if name != "id"]
