"""Fields that say something twice, or stand in the wrong order."""

from __future__ import annotations

from minutebook.contributing.mending.fault import Fault, Fix
from minutebook.reading.keeping import read_as
from minutebook.reading.record_text import with_body, with_field, without_field
from minutebook.reading.typed_file import TEXT
from minutebook.reading.yaml_edit import fields_in, take_out
from minutebook.reading.yaml_layout import layout_of, line_end, line_start
from minutebook.reading.yaml_plain import plain_data
from minutebook.records import Action


def duplicate_key(fault: Fault) -> Fix | None:
    """Take out a field that is given twice and says the same both times."""
    fields, at = fault.fields, fault.index
    typed = layout_of(fields).fields
    second = next((one for one in typed if one.start == at), None)
    if second is None:
        return None
    first = next(one for one in typed if one.key == second.key)
    start, end = line_start(fields, second.start), line_end(fields, second.end)
    one = fields[line_start(fields, first.start) : line_end(fields, first.end)]
    if first is second or plain_data(one) != plain_data(fields[start:end]):
        return None
    if "#" in fields[start:end]:
        return None
    text = fault.file.with_fields(lambda whole: whole[:start] + whole[end:])
    return Fix(text, f"`{second.key}` stood there twice and said the same: one is gone")


def id_given(fault: Fault) -> Fix | None:
    """Take out an id that is the name of the file."""
    if fault.file.register or fault.file.data.get("id") != fault.file.name:
        return None
    text = without_field(fault.file.ends.raw, fault.file.path, "id")
    return Fix(text, "the field `id` is gone: it is the name of the file")


def text_twice(fault: Fault) -> Fix | None:
    """Take out a text that stands below the fields as well, or put it there."""
    file = fault.file
    field = fields_in(fault.fields).get(TEXT)
    body = file.data[TEXT]
    if not isinstance(field, str) or (body and field.strip() != body):
        return None
    raw = file.with_fields(lambda whole: take_out(whole, TEXT, file.order))
    text = with_body(raw, file.path, body or field)
    return Fix(text, "the field `text` is gone: it stands below the fields")


def updates_out_of_order(fault: Fault) -> Fix | None:
    """Put updates in the order of their days, if the last one stays where it is.

    The last one tells where the action stands: a day that was mistyped must not change
    that.
    """
    action = read_as(fault.file.shape, fault.file.data)
    typed = fault.file.data.get("updates")
    if not isinstance(action, Action) or not isinstance(typed, list):
        return None
    days = [update.date for update in action.updates if update.date]
    if len(days) != len(typed):
        return None
    in_order = sorted(range(len(days)), key=days.__getitem__)
    if in_order[-1] != len(days) - 1:
        return None
    items = [typed[index] for index in in_order]
    text = with_field(fault.file.ends.raw, fault.file.path, "updates", items)
    return Fix(text, "the updates are now in the order they happened", moves=True)
