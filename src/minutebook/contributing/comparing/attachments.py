"""What changes among the documents and pictures that are kept with the notes."""

from __future__ import annotations

import hashlib

from minutebook.book import Book
from minutebook.contributing.comparing.remarks import Remark, Section
from minutebook.contributing.comparing.versions import Version
from minutebook.reading import limits

_SHA256 = 64
"""Letters of a name, where git uses the longer ones."""


def attachments(before: Version, after: Version, old: Book, new: Book) -> Section:
    """Tell which attachments are new, hold something else, or are gone."""
    gone = sorted(old.attachments - new.attachments)
    come = sorted(new.attachments - old.attachments)
    both = sorted(new.attachments & old.attachments)
    names = [*(before.contents or {}).values(), *(after.contents or {}).values()]
    sha256 = any(len(name) == _SHA256 for name in names[:1])
    other = [
        path
        for path in both
        if _content(before, path, sha256=sha256) != _content(after, path, sha256=sha256)
    ]
    told = {"New": come, "Another document in its place": other, "Removed": gone}
    return Section(
        kind="attachment",
        title="Attachments",
        new=len(come),
        changed=len(other),
        removed=len(gone),
        remarks=tuple(
            Remark(record=path, path=path, says=f"{how}: {path}")
            for how, paths in told.items()
            for path in paths
        ),
    )


def _content(version: Version, path: str, *, sha256: bool) -> str:
    """Name what a file holds as git names it."""
    if version.contents is not None:
        return version.contents[path]
    with (version.notes / path).open("rb") as file:
        data = file.read(limits.ATTACHMENT_BYTES + 1)
    whole = b"blob %d\0%b" % (len(data), data)
    hashed = (
        hashlib.sha256(whole) if sha256 else hashlib.sha1(whole, usedforsecurity=False)
    )
    return hashed.hexdigest()
