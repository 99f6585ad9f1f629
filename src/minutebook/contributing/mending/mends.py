"""Which mistakes can be put right, and by what. All others take a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from minutebook.contributing.mending import fields, signs, values
from minutebook.contributing.mending.fault import Fault, Fix
from minutebook.reading.yaml_plain import Unusual

MENDS: Mapping[str, Callable[[Fault], Fix | None]] = {
    "bad-choice": values.bad_choice,
    "bad-date": values.bad_date,
    "bad-time": values.bad_time,
    "bad-yaml": signs.bad_yaml,
    "duplicate-key": fields.duplicate_key,
    "id-given": fields.id_given,
    "text-twice": fields.text_twice,
    "unknown-action": values.unknown_id,
    "unknown-concern": values.unknown_id,
    "unknown-field": values.unknown_field,
    "unknown-group": values.unknown_id,
    "unknown-meeting": values.unknown_id,
    "unknown-name": values.unknown_name,
    "unknown-organisation": values.unknown_organisation,
    "unknown-owner": values.unknown_name,
    "unknown-theme": values.unknown_id,
    "unknown-time-zone": values.unknown_time_zone,
    "unseen-character": signs.unseen_character,
    "updates-out-of-order": fields.updates_out_of_order,
    "yaml-alias": signs.yaml_alias,
}
"""What puts a mistake right, by the code of its problem; where it is certain."""


def fix_of(fault: Fault) -> Fix | None:
    """Put a mistake right if there is one way of doing it."""
    mend = MENDS.get(fault.problem.code)
    try:
        fix = mend(fault) if mend else None
    except Unusual:
        return None
    return fix if fix and fix.text != fault.file.ends.raw else None
