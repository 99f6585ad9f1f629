"""How large and how deep notes may be. Each limit has a problem of its own."""

from __future__ import annotations

NOTE_BYTES = 1_000_000
"""A whole record file: about 150,000 words."""

FRONT_MATTER_BYTES = 64 * 1024
"""The part between the two `---` lines, or a record in plain YAML."""

REGISTER_BYTES = NOTE_BYTES
"""A register holds many records, so it may be as large as a note."""

YAML_LEVELS = 20
"""Lists in lists in mappings: real records need four."""

ATTACHMENT_BYTES = 20_000_000
"""A document or picture kept with the notes."""

ATTACHMENT_ENDINGS = frozenset(
    ".pdf .docx .odt .xlsx .ods .csv .png .jpg .jpeg .webp".split()
)
"""What a browser shows or saves without running anything in it."""
