"""`mkdocs serve`: a saved note stands on its page, and then everywhere else."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_folder import copy_project

NOTE = "2018-09-19-probation-roundtable"
PATIENCE = 90


@dataclass(frozen=True)
class Server:
    project: Path
    url: str

    def page(self, address: str) -> str:
        with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as page:  # noqa: S310 - ours
            return str(page.read().decode())

    def shows(self, address: str, words: str) -> bool:
        """Wait until a page shows some words."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if words in self.page(address):
                return True
            time.sleep(0.2)
        return False

    def retitle(self, title: str) -> None:
        note = self.project / "notes" / "meetings" / f"{NOTE}.md"
        text = note.read_text("utf-8")
        note.write_text(
            re.sub("^title: .*", f"title: {title}", text, flags=re.MULTILINE), "utf-8"
        )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    project = tmp_path_factory.mktemp("serving")
    copy_project(project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        at = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", at]
    with subprocess.Popen(command, cwd=project, stderr=subprocess.PIPE) as process:
        found = Server(project, f"http://{at}/minutebook/")
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and process.poll() is None:
            try:
                found.page("")
                break
            except OSError:
                time.sleep(0.2)
        yield found
        process.terminate()


def test_a_saved_note_shows_on_its_page_on_listings_and_in_the_search_index(
    server: Server,
) -> None:
    server.retitle("Aardvarks saved")

    assert server.shows(f"meetings/{NOTE}/", "<h1>Aardvarks saved</h1>")
    assert server.shows("meetings/", "Aardvarks saved")
    assert server.shows("pagefind/words-0.txt", "aardvarks ")


def test_a_note_with_problems_changes_nothing_until_it_is_mended(server: Server) -> None:
    server.retitle("Before the fault")
    assert server.shows("meetings/", "Before the fault")
    note = server.project / "notes" / "meetings" / f"{NOTE}.md"
    good = note.read_text("utf-8")
    note.write_text(good.replace("title: ", "titel: ", 1), "utf-8")
    time.sleep(2)
    assert "Before the fault" in server.page(f"meetings/{NOTE}/")

    note.write_text(good, "utf-8")
    server.retitle("After the fault")
    assert server.shows("meetings/", "After the fault")


def test_a_new_record_and_a_hand_written_page_show_too(server: Server) -> None:
    theme = server.project / "notes" / "themes" / "parking.md"
    theme.write_text("---\ntitle: Parking\n---\nWhere to put the bicycles.\n", "utf-8")
    assert server.shows("themes/", "Parking")
    assert "bicycles" in server.page("themes/parking/")

    about = server.project / "docs" / "about.md"
    about.write_text(about.read_text("utf-8") + "\nNewly written by hand.\n", "utf-8")
    assert server.shows("about/", "Newly written by hand.")
    assert "bicycles" in server.page("themes/parking/")
