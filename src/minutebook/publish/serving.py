"""A site that is served while its notes are written: saved, and soon on its page.

The page of a saved note is made first, and alone; then the rest of the site follows. The
hand-written pages and the frames are rendered again only when one of them has changed.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePath

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from minutebook.fingerprint import sources_look
from minutebook.make import Made, page_at_once
from minutebook.pages.plain import PLAIN
from minutebook.publish.fill import fill, known_in, write
from minutebook.publish.ledger import Ledger, earlier
from minutebook.publish.shell import Shell


@dataclass(slots=True, kw_only=True)
class Served:
    """A site as it is served."""

    folder: Path
    shell: Shell
    ledger: Ledger
    made: Made
    notes: Path

    @property
    def leaves(self) -> Path:
        """Where stands what a search was given of the pages. It goes with the site."""
        return self.folder / ".leaves"

    def put(self, path: str) -> bool:
        """Bring the page of one note up to date; say whether that was possible."""
        page = page_at_once(self.made, self.notes, path)
        if page is None or page.address not in self.ledger.lines:
            return False
        printed = page.printed()
        frames = self.shell.frames[page.kind]
        beside = self.folder / page.address / "index.new"
        write(beside, *frames.pieces(page, printed))
        beside.replace(beside.with_suffix(".html"))  # it is never seen half written
        write(beside, printed.plain)
        beside.replace(beside.with_name(PLAIN))
        return True

    def refresh(self, made: Made) -> None:
        """Bring everything up to date, unless problems in the notes forbid it."""
        if made.site is None:
            return
        before, files = self.ledger, self.made.site.files if self.made.site else ()
        self.ledger = fill(
            made.site,
            self.shell,
            self.folder,
            notes=self.notes,
            leaves=self.leaves,
            earlier=earlier(
                self.folder,
                before,
                known_in(made.site, self.shell, self.folder, self.leaves),
            ),
        )
        self.made = made
        for address in before.lines.keys() - self.ledger.lines.keys():
            for name in ("index.html", PLAIN):
                (self.folder / address / name).unlink(missing_ok=True)
        for file in set(files) - set(made.site.files):
            (self.folder / file.address).unlink(missing_ok=True)


class Watch(FileSystemEventHandler):
    """Notes which files of a folder have changed, as the system tells it."""

    def __init__(self, notes: Path, sources: tuple[Path, ...]) -> None:
        """Begin to watch `notes`. `sources` are what is rendered again if it changes."""
        self._notes = notes
        self._sources = sources
        self._looked = sources_look(sources)[0]
        self._changed: set[str] = set()
        handle, name = tempfile.mkstemp(prefix="minutebook-")
        os.close(handle)
        self.bell = Path(name)
        """A file that is touched when something has changed."""

        self._observer = Observer()
        self._observer.schedule(self, str(notes), recursive=True)
        self._observer.daemon = True
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Remember a change and ring."""
        if event.is_directory or event.event_type in ("opened", "closed_no_write"):
            return
        for path in filter(None, (event.src_path, event.dest_path)):
            name = PurePath(os.path.relpath(str(path), self._notes))
            if not name.name.startswith(".") and name.suffix:
                self._changed.add(name.as_posix())
        if self._changed:
            self.ring()

    def ring(self) -> None:
        """Ask for another build."""
        os.utime(self.bell)

    def take(self) -> set[str]:
        """Give what has changed since this was last asked."""
        taken, self._changed = self._changed, set()
        return taken

    def sources_changed(self) -> bool:
        """Tell whether hand-written pages or settings have changed since last asked."""
        before, self._looked = self._looked, sources_look(self._sources)[0]
        return before != self._looked


@dataclass(slots=True, kw_only=True)
class Rebuild:
    """What a server calls when something has changed."""

    watch: Watch
    whole: Callable[[], None]
    """Renders everything, as the server would."""

    served: Callable[[], Served | None]
    make: Callable[[], Made]
    rest: bool = False
    """Whether a page was made alone, and the others have still to follow."""

    def __call__(self) -> None:
        """Make what is needed."""
        changed, served = self.watch.take(), self.served()
        if served is None or self.watch.sources_changed() or not (changed or self.rest):
            self.rest = False
            self.whole()
        elif len(changed) == 1 and served.put(*changed):
            self.rest = True
            self.watch.ring()
        else:
            self.rest = False
            served.refresh(self.make())
