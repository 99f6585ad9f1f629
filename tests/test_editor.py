"""The editor of a site: what it is told of records, and of where they are kept."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from minutebook.book import bind
from minutebook.build import build
from minutebook.edition import Editing, Edition
from minutebook.editor.bundles import BUNDLES
from minutebook.editor.collections import BODY, NEW
from minutebook.editor.config import config_of
from minutebook.editor.files import page_files
from minutebook.editor.page import Around
from minutebook.make import make_site
from minutebook.order import Order
from minutebook.publish import CannotPublish, renderer_named
from minutebook.reading.shapes import FOLDERS, REGISTERS
from minutebook.records import Visibility
from site_folder import RENDERER, with_settings
from small_book import TODAY, book_of, write_notes, write_project

OURS = "repository: https://github.com/minutebook/minutebook"
HIDDEN = {
    "meetings/2026-05-14-board.md": """
        title: Secret talks
        date: 2026-05-14
        status: draft
        attendees: [Quentin Quiet, Quiet Ltd]
    """,
    "actions/2026-05-14-board-a1.md": """
        title: Buy the field
        owners: [Quiet Ltd]
        raised_in: 2026-05-14-board
    """,
    "organisations.yml": "hall-trust: Hall Trust\nquiet-ltd: Quiet Ltd\n",
    "people.yml": "quentin-quiet: {name: Quentin Quiet, organisation: Quiet Ltd}\n",
}


def config(folder: Path, editing: Editing = Editing()) -> dict[str, Any]:  # noqa: B008 - a value
    return config_of(book_of(folder, {}), editing)


def collection(config: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in config["collections"] if one["name"] == name)


def field(fields: list[dict[str, Any]], *way: str) -> dict[str, Any]:
    found = next(one for one in fields if one["name"] == way[0])
    return field(found["fields"], *way[1:]) if way[1:] else found


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_field_of_a_record_can_be_edited_and_is_explained(
    folder: str, tmp_path: Path
) -> None:
    fields = collection(config(tmp_path), folder)["fields"]
    kind, explained = FOLDERS[folder].kind, FOLDERS[folder].explained()
    named = [BODY if f.name == "text" else f.name for f in dataclasses.fields(kind)]
    needed = {
        f.name for f in dataclasses.fields(kind) if f.default is dataclasses.MISSING
    }

    assert [f["name"] for f in fields] == [name for name in named if name != "id"]
    assert {f["name"] for f in fields if f["required"]} == needed - {"id"}
    for one in fields:
        assert one["label"]
        assert one["name"] not in explained[kind.__name__] or one["hint"]
        assert "`" not in one.get("hint", "")


def test_a_field_is_edited_as_its_type_asks(tmp_path: Path) -> None:
    made = config(tmp_path)
    action, concern, meeting = (
        collection(made, name)["fields"] for name in ("actions", "concerns", "meetings")
    )
    status = field(action, "updates", "status")

    assert status["widget"] == "select"
    assert {"label": "In progress", "value": "in-progress"} in status["options"]
    assert field(meeting, "date")["format"] == "YYYY-MM-DD"
    assert field(meeting, "date")["time_format"] is False
    assert re.match(field(meeting, "start")["pattern"][0], "13:30")
    assert field(concern, "responses", "holding")["widget"] == "boolean"
    assert field(concern, "raised", "by")["widget"] == "minutebook-lines"
    assert field(concern, "raised", "meeting")["suggests"] == "meetings"
    assert field(action, "due")["widget"] == "minutebook-line"
    assert field(meeting, "attendees")["widget"] == "minutebook-lines"
    assert field(meeting, BODY)["widget"] == "text"


def test_what_is_in_a_part_that_may_be_left_out_is_not_asked_for(tmp_path: Path) -> None:
    concern = collection(config(tmp_path), "concerns")["fields"]
    assert field(concern, "resolved", "note")["required"] is False
    assert field(concern, "raised", "meeting")["required"] is True


@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_has_its_entries_and_a_place_for_new_ones(
    name: str, tmp_path: Path
) -> None:
    files = {"glossary.yml": "SIG: Special Interest Group\n"}
    made = config_of(book_of(tmp_path, files), Editing())
    register = next(
        file for file in collection(made, "registers")["files"] if file["name"] == name
    )
    entries = {
        "organisations": ["hall-trust", "village-shop"],
        "people": ["amina-khan"],
        "glossary": ["SIG"],
    }
    assert [f["name"] for f in register["fields"]] == [NEW, *entries[name]]
    assert register["file"] == f"notes/{name}.yml"


def test_an_editor_that_has_no_widgets_of_ours_gets_none(tmp_path: Path) -> None:
    made = config(tmp_path, Editing(cms="sveltia"))
    assert "minutebook-" not in json.dumps(made)
    assert "suggests" not in json.dumps(made)
    assert field(collection(made, "actions")["fields"], "owners")["widget"] == "list"
    assert made["output"] == {"yaml": {"indent_sequences": False}}


@pytest.mark.parametrize("audience", [Visibility.PUBLIC, Visibility.MEMBERS])
def test_only_what_the_audience_may_see_is_named(
    audience: Visibility, tmp_path: Path
) -> None:
    notes = write_notes(tmp_path, HIDDEN)
    edition = Edition(audience=audience, editing=Editing())
    made = make_site(notes, TODAY, edition)
    assert made.site
    told = next(f.text for f in made.site.files if f.address == "edit/settings.json")
    hidden = ("2026-05-14-board", "Secret", "Quentin", "Quiet Ltd", "quiet-ltd", "field-")
    shown = audience is Visibility.MEMBERS

    assert [word for word in hidden if word in told] == (
        list(hidden[:-1]) if shown else []
    )
    assert "2026-04-09-board" in told


def edition_of(folder: Path, *changes: tuple[str, str]) -> Edition:
    return renderer_named(RENDERER).settings(with_settings(folder, *changes)).edition


def test_where_records_are_kept_follows_from_the_repository(tmp_path: Path) -> None:
    editing = edition_of(tmp_path).editing
    assert editing
    assert dict(editing.backend) == {
        "name": "github",
        "repo": "minutebook/minutebook",
        "branch": "main",
    }
    assert (editing.cms, editing.notes, editing.workflow) == ("decap", "notes", True)


def test_settings_say_more_of_the_host(tmp_path: Path) -> None:
    settings = (
        f"{OURS}\n      editor: sveltia\n      editor_backend:\n"
        "        base_url: https://auth.example.org\n        open_authoring: true\n"
        "        folder: book/notes\n        review: false"
    )
    editing = edition_of(tmp_path, (OURS, settings)).editing
    assert editing
    backend = dict(editing.backend)
    assert backend["base_url"] == "https://auth.example.org"
    assert backend["open_authoring"] is True
    assert not {"folder", "review"} & backend.keys()
    assert (editing.cms, editing.notes, editing.workflow) == (
        "sveltia",
        "book/notes",
        False,
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("base_url: http://auth.example.org", "base_url: write a whole address"),
        ('api_root: "https://x.org; script-src *"', "api_root: write a whole address"),
        ("repo: just-a-name", "repo: write the owner and the name"),
        ("folder: ../elsewhere", "folder: write where the notes stand"),
    ],
)
def test_a_setting_that_means_nothing_is_refused(
    wrong: str, said: str, tmp_path: Path
) -> None:
    settings = f"{OURS}\n      editor_backend:\n        {wrong}"
    with pytest.raises(CannotPublish, match=re.escape(said)):
        edition_of(tmp_path, (OURS, settings))


def built(folder: Path, options: str = "") -> Path:
    settings = (
        "site_name: Hall & Son\ntheme: {name: material, font: false}\n"
        f"plugins: [search, {{minutebook: {{search: material{options}}}}}]\n"
    )
    order = Order(
        config_file=write_project(folder, {}, settings),
        notes=None,
        site_dir=folder / "site",
        today=dt.date(2026, 6, 1),
        renderer=RENDERER,
    )
    assert build(order).pages
    return folder / "site" / "edit"


@pytest.mark.parametrize(
    "options", ["", ", repository: 'https://github.com/a/b', editor: none"]
)
def test_a_site_without_an_editor_has_no_file_of_one(
    options: str, tmp_path: Path
) -> None:
    assert not built(tmp_path, options).exists()


@pytest.mark.parametrize("name", BUNDLES)
def test_a_site_has_the_one_editor_it_asks_for_with_its_licence(
    name: str, tmp_path: Path
) -> None:
    folder = built(tmp_path, f", editor: {name}")
    ours = {"index.html", "edit.css", "edit.js", "settings.json"}
    assert {file.name for file in folder.iterdir()} == ours | set(BUNDLES[name].files)


def test_a_page_of_docs_in_the_way_of_the_editor_is_named(tmp_path: Path) -> None:
    config = with_settings(tmp_path)
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "edit.md").write_text("# Mine\n", "utf-8")
    text = re.sub("docs_dir: .*", f"docs_dir: {docs}", config.read_text("utf-8"))
    config.write_text(text, "utf-8")
    with pytest.raises(CannotPublish, match=r"edit\.md stands where the editor goes"):
        renderer_named(RENDERER).settings(config)


def start_page(editing: Editing, name: str = "", forms: str = "") -> str:
    no_book = bind((), frozenset(), frozenset())
    files = page_files(lambda: no_book, editing, Around(name=name, forms=forms))
    return files["index.html"]().decode("utf-8")


def test_the_page_has_a_title_and_a_language_and_stays_out_of_search_engines() -> None:
    page = start_page(Editing(), name="Hall & <Son>")
    assert '<html lang="en">' in page
    assert "<title>Edit the notes: Hall &amp; &lt;Son&gt;</title>" in page
    assert '<meta name="robots" content="noindex">' in page


def test_where_nobody_can_sign_in_the_page_says_what_to_do_instead() -> None:
    page = start_page(Editing(), forms="../suggest/")
    assert "Signing in has not been set up" in page
    assert '<a href="../suggest/">fill in a short form</a>' in page
    assert "minutebook edit" in page
    assert "?door=host" not in page


def test_what_is_missing_for_signing_in_is_named() -> None:
    backend = (("name", "github"), ("repo", "a/b"))
    assert "base_url: the address of the service" in start_page(Editing(backend=backend))
    with_token = Editing(cms="sveltia", backend=backend)
    assert "Sign in with GitHub" in start_page(with_token)


def test_the_page_may_talk_to_the_host_of_the_notes_and_to_nobody_else() -> None:
    backend = (
        ("name", "github"),
        ("repo", "a/b"),
        ("base_url", "https://auth.example.org/x"),
    )
    page = start_page(Editing(backend=backend))
    policy = re.search(r'Security-Policy" content="([^"]*)"', page)
    assert policy
    assert "Sign in with GitHub" in page
    assert re.findall(r"https?://[^ ;]+", policy[1]) == [
        "https://api.github.com",
        "https://auth.example.org",
    ]
