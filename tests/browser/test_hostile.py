"""Nothing a contributor writes is code in a reader's browser."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from browser.hostile_notes import Vector, refused, vectors, write_addenda, write_book
from minutebook.build import build
from minutebook.edition import Edition
from minutebook.make import make_site
from minutebook.order import Order
from minutebook.problems import Problem

TODAY = dt.date(2026, 11, 22)
ROOT = Path(__file__).parents[2]
PARTS = 4

KINDS = ("meetings", "actions", "concerns", "decisions", "themes", "groups")

WATCH = """
const ran = "MINUTEBOOK-RAN";
for (const name of ["alert", "confirm", "prompt", "msgbox", "print"])
  window[name] = (...words) => console.error(ran, name, ...words);
"""
"""Runs in every frame before anything else does."""

COUNT = """() => Object.fromEntries([
  "script", "iframe", "frame", "object", "embed", "form", "style", "base", "meta", "svg",
  "math", "template", "audio", "video", "textarea", "select", "marquee",
  "details:not(.mb-fold)", "dialog", "title",
].map(tag => [tag, [...document.querySelectorAll(tag)]
  .filter(element => !element.parentNode.matches(".mb-toc")).length]))"""
"""A contents list comes with the headings of a text, folded by a script of ours. Code
blocks get a button of the theme's, so buttons are not counted; nor is the rest of a long
list, which we fold away: no text of a note can bear a class."""

FAULTS = """() => {
  const faults = [];
  const schemes = ["http:", "https:", "mailto:", "tel:"];
  const leads = ["href", "src", "xlink:href", "action", "data", "poster"];
  for (const element of document.querySelectorAll("*")) {
    const fault = what => faults.push(`${what} in ${element.outerHTML.slice(0, 200)}`);
    for (const {name, value} of element.attributes) {
      if (/^on|^srcdoc$|^formaction$|^ping$/i.test(name)) fault(name);
      const bare = value.replace(/[\\u0000-\\u0020\\u007f-\\u00a0]/g, "");
      if (leads.includes(name) && /^(javascript|vbscript|data):/i.test(bare)) fault(name);
    }
    if (element.tagName === "A" && element.href && !schemes.includes(element.protocol))
      fault(element.protocol);
    if (element.src && new URL(element.src, location).origin !== location.origin)
      fault("an outside source");
    if (element.closest("article") && !element.matches("svg, svg *")) {
      if (/^__(?!code_)/.test(element.id)) fault("an id of the theme's");
      if (element.style.cssText && !element.matches(".mb-bars__bar")) fault("style");
    }
  }
  return faults;
}"""

TOUCH = """() => {
  document.addEventListener("click", event => event.preventDefault(), true);
  document.addEventListener("submit", event => event.preventDefault(), true);
  const events = ["pointerover", "mouseover", "mouseenter", "animationstart", "toggle"];
  for (const element of [...document.querySelectorAll("article *")].slice(0, 1000)) {
    for (const name of events) element.dispatchEvent(new Event(name));
    element.dispatchEvent(new Event("focus"));
    element.dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
  }
  document.querySelector("article :is(a, input, [tabindex])")?.focus();
}"""

VISIT = f"() => {{ const all = [({FAULTS})(), ({COUNT})()]; ({TOUCH})(); return all; }}"


@dataclass(frozen=True, slots=True)
class Hostile:
    """The site of all vectors that the check lets pass."""

    folder: Path
    url: str
    published: tuple[Vector, ...]
    refused: dict[str, list[Problem]]


@pytest.fixture(scope="session")
def hostile(
    tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]
) -> Hostile:
    notes, folder = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("sites")
    harmless = tuple(
        Vector(
            id=f"harmless_{kind}", kind=kind, fields={}, body="Some *words*.", key=None
        )
        for kind in KINDS
    )
    left = (*vectors(), *harmless)
    out: dict[str, list[Problem]] = {}
    while found := _rewrite(notes, left):
        out |= found
        left = tuple(vector for vector in left if vector.id not in found)
    write_addenda(notes, left)
    config = ROOT / "mkdocs.yml"
    outcome = build(
        Order(config_file=config, notes=notes, site_dir=folder / "site", today=TODAY)
    )
    assert outcome.pages, "\n".join(map(str, outcome.problems))
    return Hostile(folder / "site", serve(folder / "site"), left, out)


def _rewrite(notes: Path, given: tuple[Vector, ...]) -> dict[str, list[Problem]]:
    shutil.rmtree(notes)
    notes.mkdir()
    found: dict[str, list[Problem]] = refused(notes, write_book(notes, given))
    return found


class Watched:
    """A page that writes down what no page should do."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.faults: list[str] = []
        self.page: Page = context.new_page()
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda told: self._told(told.text))
        self.page.on("request", lambda request: self._asked(request.url, site))
        self.page.on("popup", lambda popup: self.faults.append(f"opened {popup.url}"))
        self.page.on("download", lambda load: self._loaded(load.url, site))

    def _loaded(self, url: str, site: str) -> None:
        if not url.startswith("blob:" + site):  # what a list shows, as CSV
            self.faults.append(f"loaded {url}")

    def _dialog(self, dialog: object) -> None:
        self.faults.append(f"a dialog opened: {dialog}")
        dismiss = getattr(dialog, "dismiss", None)
        if dismiss:
            dismiss()

    def _told(self, text: str) -> None:
        if "MINUTEBOOK-RAN" in text:
            self.faults.append(f"code ran: {text}")

    def _asked(self, url: str, site: str) -> None:
        if not url.startswith((site, "blob:" + site)):
            self.faults.append(f"a request left the site: {url[:200]}")


@pytest.fixture
def watched(chromium: Browser, hostile: Hostile) -> Iterator[Watched]:
    context = chromium.new_context()
    context.add_init_script(WATCH)
    context.set_default_timeout(60_000)
    yield Watched(context, hostile.url)
    context.close()


def addresses(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in sorted(folder.rglob("*.html")))
    return [path.as_posix().removesuffix("index.html") for path in found]


def visited(hostile: Hostile) -> list[str]:
    """List the pages to open.

    Bodies stand together, as addenda of a few notes. One that could swallow what comes
    after it is also opened on a page of its own, and so is every hostile field.
    """
    alone = re.compile(r"<[!?]|</(?:article|body|form|p|style|title|xmp)|plaintext|`{3}")
    together = {
        f"{vector.kind}/{vector.stem}/"
        for vector in hostile.published
        if vector.is_body and not alone.search(vector.body)
    }
    return [at for at in addresses(hostile.folder) if at not in together]


def test_each_vector_is_published_or_refused_with_a_reason(hostile: Hostile) -> None:
    published = {vector.id for vector in hostile.published}
    for vector in vectors():
        assert (vector.id in published) != bool(hostile.refused.get(vector.id))
    for problems in hostile.refused.values():
        assert all(problem.hint and problem.summary for problem in problems)
    assert len(published) > len(hostile.refused), "too much is refused to prove anything"


def test_a_refused_vector_stops_the_whole_site(tmp_path: Path) -> None:
    write_book(tmp_path, vectors())
    assert make_site(tmp_path, TODAY, Edition()).site is None


@pytest.mark.parametrize("part", range(PARTS))
def test_no_page_runs_anything(hostile: Hostile, watched: Watched, part: int) -> None:
    page, found = watched.page, {}
    counts = {}
    for kind in KINDS:
        page.goto(f"{hostile.url}{kind}/harmless-{kind}/")
        counts[kind] = page.evaluate(COUNT)
    for address in visited(hostile)[part::PARTS]:
        watched.faults.clear()
        page.goto(hostile.url + quote(address))
        faults, here = page.evaluate(VISIT)
        usual = counts.get(address.partition("/")[0], {})
        if address.count("/") > 1:
            faults += [
                f"{here[tag]} <{tag}> where a harmless page has {number}"
                for tag, number in usual.items()
                if here[tag] != number
            ]
        if faults or watched.faults:
            found[address] = list(dict.fromkeys(watched.faults + faults))
    assert not found, "\n".join(f"{at}: {faults[:4]}" for at, faults in found.items())


@pytest.mark.parametrize(
    "words", ["alert", "onerror", "javascript", "onmouseover", "vector"]
)
def test_search_results_run_nothing(
    hostile: Hostile, watched: Watched, words: str
) -> None:
    page = watched.page
    page.goto(f"{hostile.url}search/?q={words}")
    page.wait_for_selector(".mb-result__title a")
    for _ in range(4):
        more = page.locator(".mb-search__more")
        if more.is_visible():
            more.click()
    watched.faults += page.evaluate(FAULTS)
    found = page.evaluate(
        """() => [...document.querySelectorAll(
          ".mb-search__list :is(script, img, iframe, style, svg svg, form, meta)"
        )].map(element => element.outerHTML.slice(0, 200))"""
    )
    assert not found
    assert not watched.faults


def test_no_page_is_written_outside_its_own_folder(hostile: Hostile) -> None:
    assert [path.name for path in hostile.folder.parent.iterdir()] == ["site"]
    for address in addresses(hostile.folder):
        for part in filter(None, address.split("/")):
            name = part.removesuffix(".html").replace("-", "")
            assert name.isascii(), address
            assert name.isalnum(), address
            assert name == name.lower(), address
