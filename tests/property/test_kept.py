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
from minutebook.reading.yaml_simple import simple_data
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


nearly_simple = st.builds(
    str.__add__,
    st.sampled_from(["a: ", "a:\n  - ", "a:\n  - b: ", "a:\n  b: ", "# c\na: x\n"]),
    st.lists(
        st.sampled_from(
            [
                *(
                    "a: ",
                    "b: ",
                    "c:",
                    "\n",
                    "\n- ",
                    "\n  - ",
                    "\n    ",
                    "\n  ",
                    " ",
                    "  ",
                ),
                *("[x, y]", "[", "]", "{", "}", ", ", ",", ":", "?", "- ", "#", " #c"),
                *("x", "Word one", "13:30", "http://a/b", "it's", '"', "null", "~", "<<"),
                *(
                    "é",
                    "“",
                    "\u2013",
                    "€",
                    "\u00a0",
                    "\u0085",
                    "\u2028",
                    "\t",
                    "\\",
                    "%",
                    "@",
                ),
                *("---", "...", "!", "&", "*", "|", ">", "=", "`", "0", "#c\n", "b: 1\n"),
            ]
        ),
        max_size=8,
    ).map("".join),
)


@settings(max_examples=4000, deadline=None)
@given(nearly_simple)
def test_what_is_taken_for_simple_is_what_a_parser_makes_of_it(text: str) -> None:
    simple = simple_data(text)
    if simple is not None:
        parsed = read_yaml(NoteText(path="x.yml", text=text), text, first_line=1)
        assert parsed.problems == ()
        assert simple == parsed.data


def test_an_ordinary_record_is_simple() -> None:
    text = (
        "# yaml-language-server: $schema=x\ntitle: Mend the roof (twice)\n"
        "owners: [Parish Council, Friends]\n"
        "start: 13:30\nthemes:\n- roof\nupdates:\n  - date: 2026-05-14\n"
        "    status: done\nresolved:\n  note: paid (£5)\nvenue: null\nsummary:\n"
    )

    assert simple_data(text) == {
        "title": "Mend the roof (twice)",
        "owners": ["Parish Council", "Friends"],
        "start": "13:30",
        "themes": ["roof"],
        "updates": [{"date": "2026-05-14", "status": "done"}],
        "resolved": {"note": "paid (£5)"},
        "venue": None,
        "summary": None,
    }
