"""Documents and pictures that are kept with the notes, as an editor lists them."""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
from pathlib import Path
from typing import Any

from minutebook.contributing.editing.paths import ROOT, bytes_of
from minutebook.contributing.editing.refused import Refused
from minutebook.reading import limits
from minutebook.reading.folder import ATTACHMENTS, read_folder

Answer = dict[str, Any]
"""What an editor is told of a file."""

_SHOWN_BYTES = 500_000
"""A larger file is listed, and not shown: an editor asks for all of them at once."""


def listed(notes: Path) -> list[Answer]:
    """List the attachments with what is in the small ones."""
    return [told(notes, path) for path in sorted(read_folder(notes).attachments)]


def told(notes: Path, path: str) -> Answer:
    """Tell of one attachment. Raises Refused if there is none."""
    data = bytes_of(notes, path, limits.ATTACHMENT_BYTES)
    if data is None:
        raise Refused(f"There is no {path}.")
    shown = data if len(data) <= _SHOWN_BYTES else b""
    return {
        "id": hashlib.sha256(data).hexdigest(),
        "name": Path(path).name,
        "path": f"{ROOT}/{path}",
        "content": base64.b64encode(shown).decode("ascii"),
        "encoding": "base64",
    }


def put(notes: Path, path: str, content: object) -> Answer:
    """Keep a new attachment with the notes. Raises Refused if one has its name."""
    try:
        data = base64.b64decode(
            content if isinstance(content, str) else "", validate=True
        )
    except binascii.Error:
        raise Refused("The file did not arrive whole.") from None
    if len(data) > limits.ATTACHMENT_BYTES:
        raise Refused(f"The file is larger than {limits.ATTACHMENT_BYTES:,} bytes.")
    if bytes_of(notes, path, limits.ATTACHMENT_BYTES) is not None:
        raise Refused(f"There is a file of that name already: {path}.")
    (notes / ATTACHMENTS).mkdir(exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(notes / path, flags, 0o644), "wb") as file:
        file.write(data)
    return told(notes, path)
