"""The first law: what is written down reads back as the same record."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from minutebook.reading import write_record, write_register
from minutebook.reading.front_matter import read_markdown, read_plain_yaml
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.reading.text import NoteText
from minutebook.records import Record
from property import records as made_up

FOLDER_OF = {shape.kind: folder for folder, shape in FOLDERS.items()}
REGISTER_OF = {shape.kind: name for name, shape in REGISTERS.items()}

any_record = st.one_of(
    made_up.meetings,
    made_up.actions,
    made_up.concerns,
    made_up.decisions,
    made_up.themes,
    made_up.groups,
)
any_entry = st.one_of(made_up.organisations, made_up.persons, made_up.terms)


@settings(max_examples=300, deadline=None)
@given(any_record)
def test_a_record_that_is_written_reads_back_the_same(record: Record) -> None:
    folder = FOLDER_OF[type(record)]
    note = NoteText(path=f"{folder}/{record.id}.md", text=write_record(record))
    file = read_markdown(note)

    assert file.problems == ()
    assert FOLDERS[folder].read(file.data, record.id, file.source) == record


@settings(max_examples=150, deadline=None)
@given(any_entry)
def test_a_register_entry_that_is_written_reads_back_the_same(record: Record) -> None:
    register = REGISTER_OF[type(record)]
    note = NoteText(path=f"{register}.yml", text=write_register([record]))
    file = read_plain_yaml(note, limit=10**6)
    source = replace(file.source, root=(record.id,))

    assert file.problems == () or record.id == "<<"
    if record.id != "<<":
        data = file.data[record.id]
        assert REGISTERS[register].read(data, record.id, source) == record
