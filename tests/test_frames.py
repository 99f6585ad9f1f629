"""A filled page is the page MkDocs would have made, byte for byte, whatever the theme."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
import yaml

from minutebook.build import build
from minutebook.edition import Editing, Edition
from minutebook.make import make_site
from minutebook.order import Order
from minutebook.pages import LISTINGS, RECORDS, Site
from minutebook.publish import CannotPublish
from site_folder import RENDERER, ROOT
from whole_pages import build_whole

TODAY = dt.date(2026, 11, 22)
CONTACT = "notes@example.org"

AWKWARD = '"Quotes" & <b>tags</b>, \\1 and {{ braces }}: ü'
HEADINGS = f"""
### Deeper than what follows

## First {AWKWARD}

#### Two below

#### Again

### One below

## Last

### Below the last
#### And below that
"""


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo notes, and some whose words and headings are as bad as they may be."""
    folder = tmp_path_factory.mktemp("frames") / "notes"
    shutil.copytree(ROOT / "notes", folder)
    title = json.dumps(AWKWARD)
    head = f"title: {title}\ndate: 2026-05-01\nstatus: published\nagreed_on: 2026-05-02"
    for name, body in {
        "2026-05-01-nested": HEADINGS,
        "2026-05-02-none": "",
        "2026-05-03-one": "## Only\n\nWords.",
        "2026-05-04-long": "\n\n".join(f"## Heading {n}" for n in range(310)),
    }.items():
        (folder / "meetings" / f"{name}.md").write_text(
            f"---\n{head}\nsummary: {title}\n---\n{body}", "utf-8"
        )
    return folder


def site_of(notes: Path, config_file: Path) -> Site:
    """Make the site that the settings ask for."""
    settings = yaml.safe_load(config_file.read_text("utf-8"))
    edition = Edition(
        name=settings["site_name"],
        address=settings["site_url"] or "",
        people=True,
        contribute="contribute/",
        contact=CONTACT,
        edit=(settings["edit_uri_template"] or "").replace("/docs/", "/notes/"),
        editing=Editing(),
    )
    made = make_site(notes, TODAY, edition)
    assert made.site, "\n".join(map(str, made.problems))
    return made.site


def project(folder: Path, changes: dict[str, object], overrides: dict[str, str]) -> Path:
    """Lay out a project like ours with other settings and overrides of the theme."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8")) | changes
    settings["validation"] = {"links": {"not_found": "ignore"}}
    for name, text in overrides.items():
        path = folder / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name, plugins in {
        "filled": [
            "search",
            {"minutebook": {"notes": "notes", "people": True, "contact": CONTACT}},
        ],
        "whole": ["search"],
    }.items():
        file = folder / f"{name}.yml"
        file.write_text(yaml.safe_dump(settings | {"plugins": plugins}), "utf-8")
    return folder


PLAIN: dict[str, object] = {
    "theme": {"name": "material"},
    "edit_uri_template": None,
    "site_url": None,
    "nav": None,
}
TABS: dict[str, object] = {
    "theme": {
        "name": "material",
        "custom_dir": "overrides",
        "features": [
            "navigation.tabs",
            "navigation.tabs.sticky",
            "navigation.path",
            "navigation.indexes",
            "navigation.sections",
            "navigation.footer",
            "content.action.edit",
            "content.action.view",
            "announce.dismiss",
        ],
    },
    "extra": {"social": [{"icon": "fontawesome/brands/mastodon", "link": "https://a.b"}]},
}
OVERRIDES = {
    "main.html": """
{% extends "base.html" %}
{% block extrahead %}
{% if page %}
<meta property="og:title" content="{{ page.meta.title }}">
<meta property="og:description" content="{{ page.meta.description | striptags | e }}">
<meta property="og:url" content="{{ page.canonical_url }}">
<script type="application/ld+json">{{ {"name": page.title} | tojson }}</script>
{% endif %}
{% endblock %}
{% block content %}
{% with first = page.toc | first %}{% if first %}
<a href="{{ first.url }}">Start with {{ first.title | striptags | e }}</a>
{% endif %}{% endwith %}
{{ super() }}
<p>You have read {{ page.title }} ({{ page.url }}).</p>
{% endblock %}
{% block announce %}Come to the next meeting{% endblock %}
"""
}


@pytest.mark.parametrize(
    ("changes", "overrides"),
    [(PLAIN, {}), ({}, {}), (TABS, OVERRIDES)],
    ids=["Material's default", "our own settings", "tabs, breadcrumbs and an override"],
)
def test_a_filled_page_is_the_page_mkdocs_would_have_made(
    changes: dict[str, object],
    overrides: dict[str, str],
    notes: Path,
    tmp_path: Path,
) -> None:
    folder = project(tmp_path, changes, overrides)
    filled, whole = folder / "filled", folder / "whole"
    shutil.copytree(notes, folder / "notes")
    order = Order(
        config_file=folder / "filled.yml",
        site_dir=filled,
        today=TODAY,
        renderer=RENDERER,
    )
    build(order)
    site = site_of(notes, folder / "whole.yml")
    build_whole(site, folder / "whole.yml", folder / "notes", whole)

    different = [
        page.address
        for page in site.pages
        if (filled / page.address / "index.html").read_bytes()
        != (whole / page.address / "index.html").read_bytes()
    ]
    assert different == []
    assert {page.kind for page in site.pages} == {*RECORDS, *LISTINGS, "form"}
    assert not list(filled.rglob("*mbprobe*")), "no frame is left behind"
    for file in filled.rglob("*.*"):
        if file.suffix in {".html", ".xml", ".json"}:
            assert b"mbprobe" not in file.read_bytes(), file


def build_with_head(written: str, notes: Path, folder: Path) -> None:
    """Build a site with a theme that writes something more into each page's head."""
    head = f"{{% extends 'base.html' %}}{{% block extrahead %}}{written}{{% endblock %}}"
    order = Order(
        config_file=project(folder, TABS, {"main.html": head}) / "filled.yml",
        notes=notes,
        site_dir=folder / "site",
        today=TODAY,
        renderer=RENDERER,
    )
    build(order)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{{ page.title | length }}", "look for an override that changes the title"),
        ("{{ page.title | upper }}", "look for an override that changes the title"),
        ("{{ page.title | replace('&', '+') }}", r"mbprobe-title\+"),
    ],
    ids=["its length", "capitals", "other signs, and the place is shown"],
)
def test_a_theme_that_makes_of_a_title_what_no_frame_can_follow_is_refused(
    written: str, told: str, notes: Path, tmp_path: Path
) -> None:
    with pytest.raises(CannotPublish, match=told):
        build_with_head(written, notes, tmp_path)
    assert not (tmp_path / "site").exists()
