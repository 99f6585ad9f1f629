"""How often the search of the demo site gives the right page first, or in the first 3.

    .venv/bin/python tests/search_score.py [SITE]

asks every question of `search/questions.yml` in a real browser, of the demo site or of
one that stands in a folder, and prints those that were answered wrongly.
"""

from __future__ import annotations

import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Page, sync_playwright

from browsers import a_browser

QUESTIONS = Path(__file__).parent / "search" / "questions.yml"
SHOWN = 3

_ASKED = """async question => {
  const search = window.minutebookSearch;
  search.box.value = question;
  await search.ask();
  const links = [...document.querySelectorAll(".mb-result__title a")];
  return links.slice(0, 3).map(link => link.href);
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, the pages that answer it, and those that were found."""

    question: str
    right: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def first(self) -> bool:
        """Whether the first page found is right."""
        return self.found[:1] != () and self.found[0] in self.right

    @property
    def shown(self) -> bool:
        """Whether one of the first three is."""
        return any(page in self.right for page in self.found[:SHOWN])


def questions() -> dict[str, list[Mapping[str, object]]]:
    """Read the questions by the part of the list they stand in."""
    read: dict[str, list[Mapping[str, object]]] = yaml.safe_load(
        QUESTIONS.read_text("utf-8")
    )
    return read


def ask(page: Page, site: str, list_of: Sequence[Mapping[str, object]]) -> list[Asked]:
    """Ask questions on the search page of a site that stands at the address `site`."""
    page.goto(f"{site}search/")
    page.wait_for_function("window.minutebookSearch")
    root = urlsplit(site).path
    asked = []
    for entry in list_of:
        found = page.evaluate(_ASKED, entry["question"])
        paths = (urlsplit(address).path.removeprefix(root) for address in found)
        asked.append(
            Asked(
                question=str(entry["question"]),
                right=tuple(map(str, entry["right"])),  # type: ignore[call-overload] # a list of strings
                found=tuple(paths),
            )
        )
    return asked


def report(name: str, asked: Sequence[Asked]) -> Iterator[str]:
    """Tell which questions were answered wrongly, and how many rightly."""
    for one in asked:
        if not one.first:
            sign = "2nd or 3rd" if one.shown else "NOT FOUND "
            yield f"  {sign} {one.question}\n      found {', '.join(one.found)}"
    first, shown = (
        sum(getattr(one, part) for one in asked) for part in ("first", "shown")
    )
    yield (
        f"{name}: {len(asked)} questions, right first {first / len(asked):.1%}, "
        f"in the first three {shown / len(asked):.1%}"
    )


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        return


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def main() -> None:
    """Score the site in a folder, or the demo site."""
    from site_folder import build_demo  # noqa: PLC0415 - it takes a while

    with tempfile.TemporaryDirectory() as passing, sync_playwright() as playwright:
        given = Path(sys.argv[1]) if sys.argv[1:] else build_demo(Path(passing, "site"))
        program = a_browser()
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox"]
        )
        with _served(given) as address:
            page = browser.new_page()
            for name, list_of in questions().items():
                for line in report(name, ask(page, address, list_of)):
                    print(line)  # noqa: T201 - this is a command
        browser.close()


if __name__ == "__main__":
    main()
