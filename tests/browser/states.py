"""A small book with what the demo has not: a draft, a withdrawn note, and a person."""

from __future__ import annotations

CONFIG = """\
site_name: Village hall
theme:
  name: material
  font: false
  palette:
    - {media: "(prefers-color-scheme: light)", scheme: default, primary: custom}
    - {media: "(prefers-color-scheme: dark)", scheme: slate, primary: custom}
plugins: [search, {minutebook: {notes: notes, audience: members, people: true}}]
"""
MARCH, APRIL = "2026-03-12-board", "2026-04-09-board"
STATES = {
    f"meetings/{MARCH}.md": (
        "title: March\ndate: 2026-03-12\ngroup: board\nstatus: withdrawn\n"
        "withdrawn_on: 2026-05-01"
    ),
    f"meetings/{APRIL}.md": (
        "title: April\ndate: 2026-04-09\ngroup: board\nstatus: draft\n"
        "attendees: [Amina Khan]\n---\nWe met.\n"
    ),
}

OTHERS = {
    "a person": "people/amina-khan/",
    "a draft": f"meetings/{APRIL}/",
    "a withdrawn note": f"meetings/{MARCH}/",
}
"""The pages of it that are of a kind of their own."""
