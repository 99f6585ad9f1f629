"""Other programs than MkDocs render the same site: ProperDocs and, so far, Zensical."""

from __future__ import annotations

import datetime as dt
import html
import json
import logging
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import mkdocs
import pytest
import yaml

from minutebook.build import build
from minutebook.edition import Editing, Edition
from minutebook.make import make_site
from minutebook.order import RENDERERS, Order, Outcome
from minutebook.pages import Site
from minutebook.publish import CannotPublish, renderer_named, renderers
from minutebook.publish.frame import Frames
from site_folder import MATERIAL, ROOT, copy_project, with_settings
from small_book import write_notes

TODAY = "2026-11-22"
SERVED = 60
"""Seconds until a server must have answered."""


def command(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *words], check=False, capture_output=True, text=True
    )


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def without_generator(data: bytes) -> bytes:
    lines = data.splitlines()
    return b"\n".join(line for line in lines if b'<meta name="generator"' not in line)


@pytest.fixture(scope="module")
def by_mkdocs(demo: Path) -> Path:
    return demo


def project(folder: Path, **changes: object) -> Path:
    """Lay out a project like ours in a folder, with other settings; give its settings."""
    copy_project(folder).rename(folder / "base.yml")
    settings = {"INHERIT": "base.yml", **changes}
    (folder / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    return folder / "mkdocs.yml"


# Choosing


def test_a_renderer_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(CannotPublish, match="mkdocs, properdocs, zensical"):
        renderer_named("sphinx")


@pytest.mark.parametrize("name", RENDERERS)
def test_a_renderer_that_is_not_installed_is_refused_with_the_way_to_install_it(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderers, "find_spec", lambda _: None)
    way = f"`python3 build_site.py --renderer {name}` installs it"

    with pytest.raises(CannotPublish, match=way):
        renderer_named(name)


def test_mkdocs_and_properdocs_never_meet_in_one_process(tmp_path: Path) -> None:
    assert mkdocs.__name__ == "mkdocs"
    order = Order(
        config_file=ROOT / "mkdocs.yml",
        site_dir=tmp_path / "site",
        today=dt.date.fromisoformat(TODAY),
        renderer="properdocs",
    )
    with pytest.raises(CannotPublish, match="start a new process"):
        build(order)
    assert not (tmp_path / "site").exists()


def test_the_command_names_the_renderers_it_knows() -> None:
    refused = command("minutebook", "build", "--renderer", "sphinx")

    assert refused.returncode == 2
    assert all(name in refused.stderr for name in RENDERERS)


# ProperDocs


def test_properdocs_makes_the_same_site_but_for_its_own_name(
    by_mkdocs: Path, tmp_path: Path
) -> None:
    words = ["--site-dir", str(tmp_path / "site"), "--today", TODAY, "--no-cache"]
    config = ["--config", str(ROOT / "mkdocs.yml")]
    done = command("minutebook", "build", "--renderer", "properdocs", *config, *words)
    assert done.returncode == 0, done.stderr

    expected, made = files_of(by_mkdocs), files_of(tmp_path / "site")
    assert sorted(made) == sorted(expected)
    for name, data in made.items():
        assert without_generator(data) == without_generator(expected[name]), name
    assert b"ProperDocs" in made["meetings/index.html"]


def test_properdocs_serves_the_site_through_the_same_plugin(tmp_path: Path) -> None:
    config = project(tmp_path)
    with serving("properdocs", "serve", "-f", str(config)) as base:
        shown = urlopen(f"{base}/minutebook/actions/").read().decode()  # noqa: S310 - our own

    assert "Action tracker" in shown
    assert "ProperDocs" in shown


@contextmanager
def serving(*words: str) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [sys.executable, "-m", *words, "-a", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + SERVED
        while not answers(f"{base}/minutebook/"):
            assert server.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait()


def answers(address: str) -> bool:
    try:
        with urlopen(address):  # noqa: S310 - our own server
            return True
    except (URLError, OSError):
        return False


# Zensical: what follows is not run where it cannot be had


needs_zensical = pytest.mark.skipif(
    find_spec("zensical") is None, reason="Zensical is not installed here"
)
AWKWARD = '"Quotes" & <b>tags</b>, \\1 and {{ braces }}/{% slashes %}: ü'


def with_zensical(config_file: Path, site_dir: Path, **more: object) -> Outcome:
    settled = {"today": dt.date.fromisoformat(TODAY), "renderer": "zensical", **more}
    return build(Order(config_file=config_file, site_dir=site_dir, **settled))  # type: ignore[arg-type] # given by name


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo notes, and some with awkward words and headings."""
    folder = tmp_path_factory.mktemp("zensical") / "notes"
    shutil.copytree(ROOT / "notes", folder)
    title = json.dumps(AWKWARD)
    head = f"title: {title}\ndate: 2026-05-01\nstatus: published\nagreed_on: 2026-05-02"
    many = f"### Deeper\n\n## {AWKWARD}\n\n#### Two below\n\n### One\n\n## Last\n\nEnd."
    for name, body in {"many": many, "few": "## Only\n\nWords.", "none": ""}.items():
        (folder / "meetings" / f"2026-05-01-{name}.md").write_text(
            f"---\n{head}\nsummary: {title}\n---\n{body}", "utf-8"
        )
    return folder


@pytest.fixture(scope="module")
def book(notes: Path) -> Site:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    edition = Edition(
        name=config["site_name"],
        address=config["site_url"],
        contribute="contribute/",
        repository="https://github.com/minutebook/minutebook",
        edit=config["edit_uri_template"].replace("/docs/", "/notes/"),
        editing=Editing(),
    )
    made = make_site(notes, dt.date.fromisoformat(TODAY), edition)
    assert made.site, "\n".join(map(str, made.problems))
    return made.site


@pytest.fixture(scope="module")
def by_zensical(notes: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("zensical") / "site"
    with_zensical(ROOT / "mkdocs.yml", site, notes=notes)
    return site


@pytest.fixture(scope="module")
def demo_by_zensical(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = tmp_path_factory.mktemp("zensical") / "site"
    with_zensical(ROOT / "mkdocs.yml", site)
    return site


@needs_zensical
def test_zensical_frames_every_page_with_its_words_and_its_body(
    by_zensical: Path, book: Site
) -> None:
    for page in book.pages:
        shown = (by_zensical / page.address / "index.html").read_text("utf-8")
        printed = page.printed()
        assert printed.html in shown
        assert f"<title>{html.escape(page.title)} - Probation notes</title>" in shown
        assert f'content="{html.escape(page.description)}"' in shown
        listed = shown.partition('class="mb-toc"')[2].partition("</nav>")[0]
        if len(printed.headings) >= Frames.WORTH_A_LIST:
            assert f'href="#{printed.headings[0].anchor}"' in listed
        else:
            assert not listed
        if page.source:
            edit = shown.partition('rel="edit"')[0].rpartition("<a href=")[2]
            assert edit.partition('"')[2].partition('"')[0].endswith(f"/{page.source}")


@needs_zensical
def test_zensical_makes_the_same_addresses_as_mkdocs(
    by_mkdocs: Path, demo_by_zensical: Path
) -> None:
    made, expected = files_of(demo_by_zensical), files_of(by_mkdocs)
    theirs = {"search/search_index.json", "sitemap.xml.gz", "search.json"}
    apart = ("assets/", "pagefind/")
    same = {name for name in expected if not name.startswith(apart)} - theirs

    assert {name for name in made if not name.startswith(apart)} - theirs == same
    for name in same:
        if name.startswith("data/"):
            assert made[name] == expected[name]


@needs_zensical
def test_zensical_puts_breadcrumbs_and_a_link_for_editing_on_a_record(
    demo_by_zensical: Path,
) -> None:
    shown = (demo_by_zensical / "themes/funding/index.html").read_text("utf-8")
    trail = shown.partition('aria-label="Breadcrumbs"')[2].partition("</nav>")[0]
    edit = "https://github.com/minutebook/minutebook/edit/main/"

    assert [word.strip() for word in trail.split() if word in {"Home", "Themes"}] == [
        "Home",
        "Themes",
    ]
    assert f'href="{edit}notes/themes/funding.md"' in shown
    about = (demo_by_zensical / "about/index.html").read_text("utf-8")
    assert f'href="{edit}docs/about.md"' in about


@needs_zensical
def test_zensical_leaves_no_trace_of_the_frames(by_zensical: Path) -> None:
    assert not list(by_zensical.rglob("*mbprobe*"))
    for name, data in files_of(by_zensical).items():
        assert b"mbprobe" not in data, name
        assert b"minutebook-headings" not in data, name


@needs_zensical
def test_zensical_searches_for_words_as_its_own_search_writes_them(
    notes: Path, tmp_path: Path
) -> None:
    with_zensical(with_settings(tmp_path, MATERIAL), tmp_path / "site", notes=notes)
    search = json.loads((tmp_path / "site" / "search.json").read_text("utf-8"))
    items = {item["location"]: item for item in search["items"]}
    place = "meetings/2026-05-01-many/"
    shown = html.escape(AWKWARD, quote=False)

    assert items[place]["title"] == shown
    assert items["about/"]["title"] == "About this site"
    assert {
        tuple(item["path"]) for at, item in items.items() if at.startswith(place)
    } == {(shown,)}
    below = [item["level"] for at, item in items.items() if at.startswith(f"{place}#")]
    assert {2, 3, 4} <= set(below)
    assert all(item.keys() == items["about/"].keys() for item in items.values())


@needs_zensical
def test_zensical_keeps_for_the_next_build_what_it_has_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes = write_notes(tmp_path / "notes", {})
    kept, site = tmp_path / "kept", tmp_path / "site"
    with_zensical(ROOT / "mkdocs.yml", site, notes=notes, kept=kept)
    before = files_of(site)
    shell = files_of(kept / "shell")
    monkeypatch.setattr(renderer_named("zensical"), "render", never)
    write_notes(notes, {"themes/roof.md": "title: The roof"})
    with_zensical(ROOT / "mkdocs.yml", site, notes=notes, kept=kept)

    new = files_of(site).keys() - before.keys()
    assert {name for name in new if not name.startswith("pagefind/")} == {
        f"themes/roof/{name}" for name in ("index.html", "index.md", "feed.xml")
    }
    assert files_of(kept / "shell") == shell


def never(*_: object) -> None:
    pytest.fail("the shell was rendered again")


@needs_zensical
@pytest.mark.parametrize("strict", [True, False])
def test_zensical_reports_a_broken_link_and_stops_a_strict_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, *, strict: bool
) -> None:
    config = project(tmp_path)
    with (tmp_path / "docs" / "about.md").open("a") as about:
        about.write("\n[Gone](gone.md)\n")
    if strict:
        with pytest.raises(CannotPublish, match=r"about\.md"):
            with_zensical(config, tmp_path / "site", strict=True)
        assert not (tmp_path / "site").exists()
        return
    with caplog.at_level(logging.WARNING):
        with_zensical(config, tmp_path / "site")
    assert "about.md" in caplog.text


@needs_zensical
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"use_directory_urls": False}, "use_directory_urls: true"),
        ({"markdown_extensions": [{"toc": {"toc_depth": 3}}]}, "`toc_depth` must be 4"),
    ],
    ids=["addresses", "contents"],
)
def test_zensical_refuses_settings_it_cannot_follow(
    settings: dict[str, object], told: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotPublish, match=told):
        with_zensical(project(tmp_path, **settings), tmp_path / "site")


@needs_zensical
def test_zensical_takes_the_project_s_own_templates_and_styles_last(
    tmp_path: Path,
) -> None:
    config = project(
        tmp_path,
        theme={"name": "material", "custom_dir": "own"},
        extra_css=["own.css"],
        extra_javascript=["own.js"],
    )
    (tmp_path / "own" / "partials").mkdir(parents=True)
    (tmp_path / "own" / "partials" / "path.html").write_text("<nav>Own trail</nav>")
    (tmp_path / "docs" / "own.css").write_text("body { color: black }")
    (tmp_path / "docs" / "own.js").write_text("'ours'")
    with_zensical(config, tmp_path / "site")
    shown = (tmp_path / "site" / "themes" / "funding" / "index.html").read_text("utf-8")

    assert "<nav>Own trail</nav>" in shown
    assert shown.index("assets/minutebook.css") < shown.rindex("own.css")
    assert shown.count("own.js") == 1, "a script must not run twice"
