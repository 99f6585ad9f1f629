"""What comes out of the cache is what was read, and the quick way is the long one."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from minutebook.reading import write_record, write_register
from minutebook.reading.kept import entries_from_bytes, entries_to_bytes
from minutebook.reading.read import read_bytes
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.text import NoteText, text_seen_before
from minutebook.reading.yaml_plain import Unusual, plain_data
from minutebook.reading.yamltext import read_yaml
from minutebook.records import Record
from property import records as made_up

FOLDER_OF = {shape.kind: folder for folder, shape in FOLDERS.items()}
REGISTER_OF = {shape.kind: name for name, shape in REGISTERS.items()}

MARKDOWN = (
    "# Hall\n\n[a](../actions/a.md) ![b](c.png)\n\n- Action: ring\n\n<b>\n\n",
    "x[^1]\n\n[^1]: “y”\n\n" + "word `code` " * 200,
)
bodies = st.lists(st.sampled_from(MARKDOWN) | made_up.bodies, max_size=4).map("".join)
in_files = st.one_of(
    made_up.meetings,
    made_up.actions,
    made_up.concerns,
    made_up.decisions,
    made_up.themes,
    made_up.groups,
)
in_registers = st.one_of(made_up.organisations, made_up.persons, made_up.terms)


def assert_kept(data: bytes, path: str) -> None:
    """Read a file, keep what was made of it, and compare."""
    fresh = read_bytes(data, path)
    assume(not fresh.problems)
    note = text_seen_before(data, path)

    assert fresh.entries
    assert (
        entries_from_bytes(note, entries_to_bytes(note, fresh.entries)) == fresh.entries
    )


@settings(max_examples=200, deadline=None)
@given(in_files, bodies, st.sampled_from(["\n", "\r\n"]))
def test_a_record_is_kept_as_it_was_read(record: Record, body: str, ending: str) -> None:
    text = f"{write_record(record)}\n{body}\n".replace("\n", ending)

    assert_kept(text.encode(), f"{FOLDER_OF[type(record)]}/{record.id}.md")


@settings(max_examples=100, deadline=None)
@given(in_files)
def test_a_record_in_plain_yaml_is_kept_as_it_was_read(record: Record) -> None:
    (fields,) = write_register([record]).split("\n", 1)[1:]
    lines = (line.removeprefix("  ") for line in fields.split("\n"))

    assert_kept("\n".join(lines).encode(), f"{FOLDER_OF[type(record)]}/{record.id}.yml")


@settings(max_examples=100, deadline=None)
@given(in_registers)
def test_a_register_is_kept_as_it_was_read(record: Record) -> None:
    text = write_register([record])

    assert_kept(text.encode(), f"{REGISTER_OF[type(record)]}.yml")


yaml_like = st.lists(
    st.sampled_from(
        [
            *("a: ", "b: ", "? ", "- ", "\n", "\n  ", "[", "]", "{", "}", ", ", ": "),
            *("x", "''", '"q"', "~", "null", "|\n  t\n", "&a ", "*a", "!t ", "<<: "),
            *("\n---\n", "\n...\n", "#c", "%YAML 1.1\n", "a: 1\na: 2\n"),
        ]
    ),
    max_size=12,
).map("".join)


@settings(max_examples=1000, deadline=None)
@given(yaml_like)
def test_what_is_read_the_quick_way_is_read_the_same_the_long_way(text: str) -> None:
    slow = read_yaml(NoteText(path="x.yml", text=text), text, first_line=1)
    try:
        data = plain_data(text)
    except Unusual:
        assert slow.problems
    else:
        assert slow.problems == ()
        assert data == slow.data
