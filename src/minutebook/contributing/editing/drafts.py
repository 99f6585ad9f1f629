"""Records that wait for a review: each on a branch `cms/...`, until it is published.

Publishing puts the files of a branch into the folder of notes, as if they had been saved
there, and takes the branch away. Committing them is for whoever looks after the notes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any

from minutebook.changing.change import Change, tried
from minutebook.contributing.editing.paths import ROOT, record_at, text_of
from minutebook.contributing.editing.refused import Refused
from minutebook.contributing.editing.repository import BRANCHES, Repository
from minutebook.contributing.editing.saving import (
    Desk,
    Saved,
    carry_out,
    change_of,
    digest_of,
    refuse_old,
    refuse_what_is_wrong,
)
from minutebook.contributing.editing.served import served
from minutebook.make import check_notes
from minutebook.reading.folder import RECORD_FOLDERS, REGISTERS

_STATUSES = ("draft", "pending_review", "pending_publish")
_REGISTERS = "registers"
_NOT_COMMITTED = (
    "{} has changes that are not committed yet. Commit them first, or leave out"
    " --workflow to save into the files themselves."
)
_UNLIKE = (
    "{} was changed since this was written. Write it once more on what stands there."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The records that wait in a repository."""

    notes: Path
    repository: Repository

    def answer(self, action: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON
        """Answer what is asked of records that wait. Raises Refused."""
        return _ACTIONS[action](self, params)

    def save(self, desk: Desk, collection: str, saved: Saved, status: str) -> str:
        """Let a record wait, as it was saved; give its file. Raises Refused."""
        branch = _branch(collection, saved.slug)
        if _file_of(branch) != saved.path:
            raise Refused(f"{saved.path} is not the file of this record.")
        waits = branch in self.repository.branches()
        files = self._files(branch) if waits else {}
        before = files.get(saved.path) or text_of(self.notes, saved.path)
        refuse_old(before, saved)
        change = change_of(desk, saved.path, before, saved.raw)
        files |= change.added
        files |= {path: after for path, (_, after) in change.edited.items()}
        self._try(files, saved.path)
        self.repository.put(branch, files, f"{saved.path} is edited\n")
        if not waits:
            self.repository.say_of(branch, _status(status))
        return files.get(saved.path, before or "")

    def _files(self, branch: str) -> dict[str, str]:
        """Give the files that a branch has changed, as they are there."""
        return {
            path: text
            for path in self.repository.changed(branch)
            if (text := self.repository.text(BRANCHES + branch, path)) is not None
        }

    def _try(self, files: Mapping[str, str], path: str) -> None:
        """Refuse files that would be wrong, or stand on what nobody has committed."""
        for changed in files:
            if text_of(self.notes, changed) != self.repository.text("HEAD", changed):
                raise Refused(_NOT_COMMITTED.format(changed))
        change = self._change(files)
        refuse_what_is_wrong(check_notes(self.notes), tried(self.notes, change), path)

    def _change(self, files: Mapping[str, str]) -> Change:
        """Work out what files would change in the folder of notes."""
        standing = {path: text_of(self.notes, path) for path in files}
        return Change(
            added={path: files[path] for path, text in standing.items() if text is None},
            edited={
                path: (text, files[path])
                for path, text in standing.items()
                if text is not None and text != files[path]
            },
        )

    def _asked(self, params: Mapping[str, Any]) -> str:
        """Find the branch that is asked for. Raises Refused if nothing waits there."""
        named = params.get("id")
        if "collection" in params:  # then the id is that of a file
            named = f"{params['collection']}/{params.get('slug')}"
        branch = _branch(*str(named).partition("/")[::2])
        if branch not in self.repository.branches():
            raise Refused("This does not wait for a review.", status=HTTPStatus.NOT_FOUND)
        return branch

    def list_all(self, _params: Mapping[str, Any]) -> list[str]:
        """List what waits."""
        return [branch for branch in self.repository.branches() if _is_ours(branch)]

    def tell(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Tell of one record that waits."""
        branch = self._asked(params)
        collection, _, slug = branch.partition("/")
        path = f"{ROOT}/{_file_of(branch)}"
        base = self.repository.base(branch)
        is_new = self.repository.text(base, _file_of(branch)) is None
        diff = {
            "id": path,
            "path": path,
            "oldPath": "" if is_new else path,
            "newPath": path,
            "newFile": is_new,
            "status": "added" if is_new else "modified",
            "binary": False,
        }
        return {
            "collection": collection,
            "slug": slug,
            "status": _status(self.repository.said_of(branch)),
            "diffs": [diff],
            "updatedAt": self.repository.time(BRANCHES + branch),
        }

    def give(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Give a record that waits, as it is on its branch."""
        branch = self._asked(params)
        path = _file_of(branch)
        text = self.repository.text(BRANCHES + branch, path) or ""
        file = {"path": f"{ROOT}/{path}", "id": digest_of(text)}
        return {"data": served(text, path), "file": file}

    def drop(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Let a record no longer wait."""
        self.repository.delete(self._asked(params))
        return {"message": "done"}

    def move(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Say how far the review has come."""
        self.repository.say_of(self._asked(params), _status(str(params.get("newStatus"))))
        return {"message": "done"}

    def publish(self, params: Mapping[str, Any]) -> dict[str, Any]:
        """Put what waits into the folder of notes."""
        branch = self._asked(params)
        base, files = self.repository.base(branch), self._files(branch)
        for path in files:
            if text_of(self.notes, path) != self.repository.text(base, path):
                raise Refused(_UNLIKE.format(path))
        carry_out(self.notes, self._change(files), _file_of(branch))
        self.repository.delete(branch)
        return {"message": "done"}

    def no_picture(self, _params: Mapping[str, Any]) -> None:
        """Refuse a picture: those of a record stand with the notes."""
        raise Refused("No file waits for a review.", status=HTTPStatus.NOT_FOUND)


def _branch(collection: str, slug: str) -> str:
    """Name the branch of a record. Raises Refused if it cannot be one."""
    branch = f"{collection}/{slug}"
    record_at(f"{ROOT}/{_file_of(branch)}")
    return branch


def _is_ours(branch: str) -> bool:
    try:
        return bool(_branch(*branch.partition("/")[::2]))
    except Refused:
        return False


def _file_of(branch: str) -> str:
    """Tell which file of the notes a branch is about."""
    collection, _, slug = branch.partition("/")
    if collection == _REGISTERS and f"{slug}.yml" in REGISTERS:
        return f"{slug}.yml"
    if collection not in RECORD_FOLDERS:
        raise Refused("This is no record.")
    return f"{branch}.md"


def _status(said: str) -> str:
    return said if said in _STATUSES else _STATUSES[0]


_ACTIONS: Mapping[str, Callable[[Drafts, Mapping[str, Any]], Any]] = {
    "unpublishedEntries": Drafts.list_all,
    "unpublishedEntry": Drafts.tell,
    "unpublishedEntryDataFile": Drafts.give,
    "unpublishedEntryMediaFile": Drafts.no_picture,
    "deleteUnpublishedEntry": Drafts.drop,
    "updateUnpublishedEntryStatus": Drafts.move,
    "publishUnpublishedEntry": Drafts.publish,
}
OF_DRAFTS = frozenset(_ACTIONS)
"""What an editor asks of records that wait."""
