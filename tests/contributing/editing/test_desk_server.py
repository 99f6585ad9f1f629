"""The editor's server answers one person on this computer, and no other page."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from minutebook.contributing.editing import server_for
from minutebook.contributing.editing.serving import Server
from small_book import TODAY, write_notes

ASKED = json.dumps({"action": "info"}).encode()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with server_for(write_notes(tmp_path / "notes", {}), lambda: TODAY) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def answer(
    server: Server,
    path: str,
    body: bytes | None = None,
    **headers: str | None,
) -> tuple[int, bytes, dict[str, str]]:
    """Ask as the editor's page does, but for the headers given; None leaves one out."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=20)
    origin = f"http://127.0.0.1:{server.server_port}"
    sent: dict[str, str | None] = {"Host": origin.removeprefix("http://")}
    if body is not None:
        length = str(len(body))
        sent |= {"Origin": origin, "Content-Type": "application/json; charset=utf-8"}
        sent |= {"Content-Length": length}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}
    connection.putrequest("GET" if body is None else "POST", path, skip_host=True)
    for name, value in sent.items():
        if value is not None:
            connection.putheader(name, value)
    connection.endheaders(body)
    got = connection.getresponse()
    result = got.status, got.read(), dict(got.getheaders())
    connection.close()
    return result


def test_the_page_and_all_its_files_are_handed_out(server: Server) -> None:
    page = f"/{server.token}/edit/"
    for name, kind in (
        ("", "text/html"),
        ("index.html", "text/html"),
        ("edit.js", "text/javascript"),
        ("edit.css", "text/css"),
        ("settings.json", "application/json"),
        ("decap-cms-3.16.3.js", "text/javascript"),
        ("decap-cms-3.16.3.licence.txt", "text/plain"),
    ):
        status, content, headers = answer(server, page + name)
        assert status == 200, name
        assert content
        assert headers["Content-Type"].startswith(kind)
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Frame-Options"] == "DENY"


def test_the_desk_answers_the_page(server: Server) -> None:
    status, told, _ = answer(server, server.api, ASKED)
    assert (status, json.loads(told)["type"]) == (200, "local_fs")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/edit/",
        "/wrong/edit/",
        "/{token}/",
        "/{token}/edit/../api",
        "/{token}/edit/../../pyproject.toml",
        "/{token}/edit/%2e%2e/%2e%2e/pyproject.toml",
        "/{token}/edit/notes/organisations.yml",
        "/{token}/api",
    ],
)
def test_nothing_else_is_handed_out(path: str, server: Server) -> None:
    status, content, _ = answer(server, path.format(token=server.token))
    assert (status, content) == (404, b"")


def test_who_does_not_know_the_address_gets_nothing(server: Server) -> None:
    for path in ("/api", "/wrong/api", f"/{server.token}x/api", f"/{server.token}/api/"):
        assert answer(server, path, ASKED)[:2] == (404, b"")


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1", None, ""]
)
def test_a_page_of_another_site_gets_no_answer(
    origin: str | None, server: Server
) -> None:
    status, told, headers = answer(server, server.api, ASKED, Origin=origin)
    assert status == 403
    assert b"local_fs" not in told
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}", "127.0.0.1", ""])
def test_a_name_that_was_made_to_lead_here_gets_nothing(
    host: str, server: Server
) -> None:
    named = host.format(port=server.server_port)
    assert answer(server, f"/{server.token}/edit/", Host=named)[0] == 404
    assert answer(server, server.api, ASKED, Host=named)[0] == 404


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (ASKED, {"Content_Type": "text/plain"}, 400),
        (ASKED, {"Content_Type": "application/x-www-form-urlencoded"}, 400),
        (b"{", {}, 400),
        (b"[" * 100_000, {}, 400),
        (b"\xff", {}, 400),
        (b"", {"Content_Length": "99999999999"}, 413),
        (b"", {"Content_Length": "-1"}, 400),
        (b"", {"Content_Length": None}, 400),
        (b'{"action": "persistEntry", "params": {}}', {}, 422),
    ],
)
def test_what_is_sent_wrongly_is_refused_with_a_sentence(
    body: bytes, headers: dict[str, str | None], status: int, server: Server
) -> None:
    got, told, _ = answer(server, server.api, body, **headers)
    assert got == status
    assert json.loads(told)["error"].endswith(".")


def test_each_server_has_an_address_nobody_can_guess(tmp_path: Path) -> None:
    notes = write_notes(tmp_path / "notes", {})
    tokens = set()
    for _ in range(3):
        with server_for(notes, lambda: TODAY) as server:
            tokens.add(server.token)
            assert server.server_address[0] == "127.0.0.1"
    assert len(tokens) == 3
    assert all(len(token) >= 32 for token in tokens)


def test_the_editor_keeps_to_the_page_that_asked(server: Server) -> None:
    settings = json.loads(answer(server, f"/{server.token}/edit/settings.json")[1])
    backend = settings["config"]["backend"]
    assert (backend["name"], backend["proxy_url"]) == ("proxy", server.api)
    assert settings["config"]["publish_mode"] == "simple"
