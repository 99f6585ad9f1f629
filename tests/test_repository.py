"""Where changes to the notes go: the options that say so, and where a file is edited."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from minutebook.build import build
from minutebook.edition import Edition
from minutebook.order import Order
from minutebook.publish import CannotPublish, renderer_named
from site_folder import RENDERER, with_settings
from small_book import write_project

OURS = "repository: https://github.com/minutebook/minutebook"
TEMPLATE = (
    "edit_uri_template: https://github.com/minutebook/minutebook/edit/main/docs/{path}"
)


def edition_of(folder: Path, *changes: tuple[str, str]) -> Edition:
    return renderer_named(RENDERER).settings(with_settings(folder, *changes)).edition


@pytest.mark.parametrize(
    "wrong",
    [
        "http://github.com/minutebook/minutebook",
        "github.com/minutebook/minutebook",
        "https://github.com/",
        "https://somebody:word@github.com/minutebook/minutebook",
        "https://github.com/minutebook/minutebook?tab=readme",
        "https://github.com/mi nutebook/minutebook",
        '"https://github.com/a/b\\"onclick=x"',
        "javascript:alert(1)//a/b",
    ],
)
def test_what_is_not_the_address_of_a_repository_is_refused(
    tmp_path: Path, wrong: str
) -> None:
    with pytest.raises(CannotPublish, match="repository: write the whole web address"):
        edition_of(tmp_path, (OURS, f"repository: {wrong}"))


@pytest.mark.parametrize(
    "wrong", ["a board", "@example.org", "a@b", "a@example.org?cc=b"]
)
def test_what_is_not_an_e_mail_address_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(CannotPublish, match="contact: write an e-mail address"):
        edition_of(tmp_path, (OURS, f'contact: "{wrong}"'))


@pytest.mark.parametrize("wrong", ["../main", "a b", "/main", "main/"])
def test_what_is_no_branch_is_refused(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(CannotPublish, match="branch: write the name of a branch"):
        edition_of(tmp_path, (OURS, f'{OURS}\n      branch: "{wrong}"'))


def test_a_repository_and_an_e_mail_address_are_taken_as_they_are(tmp_path: Path) -> None:
    contact = "      contact: notes+board@example.org"
    edition = edition_of(tmp_path, (OURS, f"{OURS}/\n{contact}"))
    assert edition.repository == "https://github.com/minutebook/minutebook"
    assert edition.contact == "notes+board@example.org"


def test_without_either_no_reader_is_asked_for_changes(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, (OURS, 'contact: ""'))
    assert not edition.takes_changes


def test_where_the_notes_are_edited_follows_from_where_pages_are(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir()
    settings = (
        "site_name: Hall\ntheme: {name: material, font: false}\n"
        "edit_uri_template: https://git.example.org/hall/-/edit/trunk/docs/{path}\n"
        "plugins: [{minutebook: {repository: https://git.example.org/hall}}]\n"
    )
    config = write_project(folder, {}, settings)
    edition = renderer_named(RENDERER).settings(config).edition
    to = "https://git.example.org/hall/-/edit/trunk/notes/actions/a.md"
    assert edition.edit_address("actions/a.md") == to


def test_a_repository_alone_says_where_files_are_edited(tmp_path: Path) -> None:
    plugin = "{minutebook: {repository: https://github.com/hall/notes, branch: trunk}}"
    settings = (
        "site_name: Hall\n"
        "theme: {name: material, font: false, features: [content.action.edit]}\n"
        f"plugins: [{plugin}]\n"
    )
    config = write_project(tmp_path, {}, settings)
    today, site = dt.date(2026, 6, 1), tmp_path / "site"
    edition = renderer_named(RENDERER).settings(config).edition
    build(Order(config_file=config, site_dir=site, today=today, renderer=RENDERER))

    host = "https://github.com/hall/notes/edit/trunk"
    assert edition.edit_address("themes/hall.md") == f"{host}/notes/themes/hall.md"
    assert f"{host}/docs/index.md" in (site / "index.html").read_text("utf-8")
    theme = (site / "themes" / "hall" / "index.html").read_text("utf-8")
    assert f"{host}/notes/themes/hall.md" in theme


def test_an_address_that_wants_more_than_a_path_is_left_to_the_theme(
    tmp_path: Path,
) -> None:
    wiki = "edit_uri_template: https://example.org/wiki/{path_noext}/edit"
    edition = edition_of(tmp_path, (TEMPLATE, wiki))
    assert edition.edit_address("actions/a.md") == ""
