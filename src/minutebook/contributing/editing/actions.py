"""What an editor may ask, and the answers: the small interface that Decap's proxy has.

Each action is a function of the same name in a table. What is not in the table, or does
not look as it should, is refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from minutebook.contributing.editing import attachments
from minutebook.contributing.editing.drafts import OF_DRAFTS, Drafts
from minutebook.contributing.editing.paths import (
    ROOT,
    attachment_at,
    folder_at,
    record_at,
    text_of,
)
from minutebook.contributing.editing.refused import Refused
from minutebook.contributing.editing.saving import Saved, digest_of, remove, save
from minutebook.contributing.editing.served import listed, served
from minutebook.reading.folder import ATTACHMENTS, read_folder

Params = Mapping[str, Any]
Answer = Any
"""JSON of any kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything an editor can reach."""

    notes: Path
    day: Callable[[], dt.date]
    """Tells the day whenever it is asked: a server may run through midnight."""

    drafts: Drafts | None = None
    """None if what is saved is in the notes at once."""

    def answer(self, asked: object) -> Answer:
        """Answer what an editor asks, and do it. Raises Refused."""
        action, params = _asked(asked)
        if action in OF_DRAFTS and self.drafts:
            return self.drafts.answer(action, params)
        if action not in _ACTIONS:
            raise _NOTHING_WE_DO
        return _ACTIONS[action](self, params)


_NOTHING_WE_DO = Refused("This is nothing an editor asks.", status=HTTPStatus.BAD_REQUEST)


def _asked(asked: object) -> tuple[str, Params]:
    """Read what is asked, and of what."""
    if isinstance(asked, dict):
        action, params = asked.get("action"), asked.get("params", {})
        if isinstance(action, str) and isinstance(params, dict):
            return action, params
    raise _NOTHING_WE_DO


def _info(desk: Desk, _params: Params) -> Answer:
    modes = ["simple", "editorial_workflow"] if desk.drafts else ["simple"]
    return {"repo": desk.notes.name, "publish_modes": modes, "type": "local_fs"}


def _entries_by_folder(desk: Desk, params: Params) -> Answer:
    """List a folder. An editor is slow to read: it gets what it shows in a list."""
    folder = folder_at(params.get("folder"))
    paths = (
        path
        for path in read_folder(desk.notes).files
        if path.startswith(f"{folder}/") and path.endswith(".md")
    )
    return [_entry(path, listed(text_of(desk.notes, path) or "", path)) for path in paths]


def _entries_by_files(desk: Desk, params: Params) -> Answer:
    files = params.get("files")
    paths = [
        record_at(file.get("path") if isinstance(file, dict) else None)
        for file in (files if isinstance(files, list) else [])
    ]
    return [_whole(desk, path) for path in paths]


def _get_entry(desk: Desk, params: Params) -> Answer:
    return _whole(desk, record_at(params.get("path")))


def _whole(desk: Desk, path: str) -> Answer:
    """Give a record with the digest of the file it stands in."""
    text = text_of(desk.notes, path)
    return _entry(
        path, None if text is None else served(text, path), text and digest_of(text)
    )


def _entry(path: str, data: str | None, digest: str | None = None) -> Answer:
    return {"data": data or "", "file": {"path": f"{ROOT}/{path}", "id": digest}}


def _persist_entry(desk: Desk, params: Params) -> Answer:
    file, options = _saved_file(params), params.get("options")
    options = options if isinstance(options, dict) else {}
    if params.get("assets"):
        raise Refused("Put the file among the attachments first, then name it here.")
    if desk.drafts:
        collection, status = (
            str(options.get("collectionName")),
            str(options.get("status")),
        )
        text = desk.drafts.save(desk, collection, file, status)
    else:
        text = save(desk, file)
    return {"saved": [_entry(file.path, None, digest_of(text))]}


def _saved_file(params: Params) -> Saved:
    """Read what was saved: one file, which stays where it is."""
    files = params.get("dataFiles")
    if not isinstance(files, list) or len(files) != 1 or not isinstance(files[0], dict):
        raise Refused("One record is saved at a time.")
    file = files[0]
    path, raw, seen = record_at(file.get("path")), file.get("raw"), file.get("seen")
    if file.get("newPath") not in (None, file.get("path")):
        raise Refused("A record keeps its name: its address is known to others.")
    if not isinstance(raw, str) or not (seen is None or isinstance(seen, str)):
        raise Refused("This is no record.")
    return Saved(path=path, raw=raw, slug=str(file.get("slug", "")), seen=seen)


def _delete_files(desk: Desk, params: Params) -> Answer:
    paths = params.get("paths")
    if not isinstance(paths, list) or len(paths) != 1:
        raise Refused("One record is taken out at a time.")
    if str(paths[0]).startswith(f"{ROOT}/{ATTACHMENTS}/"):
        raise Refused(
            "An attachment is not deleted here: a note may lead to it, and those who have"
            " its address. Take the file out of the folder if nothing needs it."
        )
    remove(desk.notes, record_at(paths[0]))
    return {"message": "done"}


def _get_media(desk: Desk, _params: Params) -> Answer:
    return attachments.listed(desk.notes)


def _get_media_file(desk: Desk, params: Params) -> Answer:
    return attachments.told(desk.notes, attachment_at(params.get("path")))


def _persist_media(desk: Desk, params: Params) -> Answer:
    asset = params.get("asset")
    asset = asset if isinstance(asset, dict) else {}
    path = attachment_at(asset.get("path"))
    return attachments.put(desk.notes, path, asset.get("content"))


def _nothing(_desk: Desk, _params: Params) -> Answer:
    return None


_ACTIONS: Mapping[str, Callable[[Desk, Params], Answer]] = {
    "info": _info,
    "entriesByFolder": _entries_by_folder,
    "entriesByFiles": _entries_by_files,
    "getEntry": _get_entry,
    "persistEntry": _persist_entry,
    "deleteFiles": _delete_files,
    "getMedia": _get_media,
    "getMediaFile": _get_media_file,
    "persistMedia": _persist_media,
    "getDeployPreview": _nothing,
}
