"""Files to what they say of meetings, and to drafts: the way in for everybody else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from minutebook.importing.findings import FoundMeeting
from minutebook.importing.formats.opening import ENDINGS, read_documents
from minutebook.importing.recognising.part import Part
from minutebook.importing.recognising.recognise import recognise
from minutebook.problems import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file."""

    path: Path
    parts: tuple[Part, ...] = ()
    """One for each meeting; none if the file could not be read."""

    problems: tuple[Problem, ...] = ()
    """Of the file as a whole; each meeting has its own besides."""

    @property
    def meetings(self) -> tuple[FoundMeeting, ...]:
        """What was found of each meeting."""
        return tuple(part.found for part in self.parts)


def import_file(path: Path) -> Imported:
    """Read one document and find what it says."""
    return next(import_files([path]))


def import_files(paths: Iterable[Path]) -> Iterator[Imported]:
    """Read documents, in the order they are named. A bad one stops nobody."""
    for path, document in read_documents(paths):
        if isinstance(document, Problem):
            yield Imported(path=path, problems=(document,))
        else:
            yield Imported(
                path=path, parts=recognise(document), problems=document.problems
            )


def documents_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Name the documents that are meant: files as they are, and what is in folders.

    Of a folder, files of known kinds are taken, in the order of their names. Links and
    names that begin with a dot are passed over.
    """
    for path in paths:
        if not path.is_dir() or path.is_symlink():
            yield path
            continue
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(name for name in folders if name[0] != ".")
            for name in sorted(names):
                known = Path(name).suffix.casefold() in ENDINGS and name[0] != "."
                if known and not (Path(folder) / name).is_symlink():
                    yield Path(folder) / name
