"""A server for one person on their own computer: the page of the editor, and its desk.

It listens to this computer only. Whoever does not know the random part of the address,
or comes from a page of another site, gets nothing.
"""

from __future__ import annotations

import hmac
import json
import threading
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from minutebook.contributing.editing.actions import Desk
from minutebook.contributing.editing.refused import Refused

LOOPBACK = "127.0.0.1"

_MOST_BYTES = 30_000_000
"""Of what is sent: an attachment of the largest size, written in letters."""

_MOST_SECONDS = 30
"""That a request may keep us waiting."""

_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "txt": "text/plain; charset=utf-8",
}

Pages = Mapping[str, Callable[[], bytes]]
"""The files of the page, each made for the notes of the moment it is asked for."""


class Server(ThreadingHTTPServer):
    """Serves the editor until it is told to stop."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, token: str, desk: Desk) -> None:
        """Take a port; 0 lets the system choose one."""
        super().__init__((LOOPBACK, port), _Handler)
        self.token = token
        self.desk = desk
        self.pages: Pages = {}
        self.turn = threading.Lock()
        """One thing is done at a time."""

    @property
    def address(self) -> str:
        """Where the editor is."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.token}/edit/"

    @property
    def api(self) -> str:
        """Where the page asks, on this server."""
        return f"/{self.token}/api"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "minutebook"
    sys_version = ""
    timeout = _MOST_SECONDS
    server: Server

    def do_GET(self) -> None:
        """Hand out a file of the page."""
        address = self.path.partition("?")[0]
        folder, _, name = address.rpartition("/")
        if not self._is_for_us() or not self._is(folder, f"/{self.server.token}/edit"):
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        name = name or "index.html"
        with self.server.turn:
            file = self.server.pages.get(name)
            content = file() if file else None
        if content is None:
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        self._send(HTTPStatus.OK, content, _TYPES[name.rpartition(".")[2]])

    def do_POST(self) -> None:
        """Answer what the editor asks."""
        self.close_connection = True
        if not self._is_for_us() or not self._is(self.path, self.server.api):
            self._send(HTTPStatus.NOT_FOUND, b"", "text/plain")
            return
        if self.headers.get("Origin", "") not in self._origins():
            self._answer(HTTPStatus.FORBIDDEN, _told("This page may not ask here."))
            return
        try:
            asked = self._asked()
            with self.server.turn:
                answer = self.server.desk.answer(asked)
        except Refused as refused:
            self._answer(refused.status, _told(*refused.sentences))
        else:
            self._answer(HTTPStatus.OK, answer)

    def log_message(self, *_words: object) -> None:
        """Say nothing in the terminal: it is for the address."""

    def _is_for_us(self) -> bool:
        """Whether the browser meant this server: names can be made to lead here."""
        return f"http://{self.headers.get('Host', '')}" in self._origins()

    def _origins(self) -> tuple[str, ...]:
        port = self.server.server_port
        return f"http://{LOOPBACK}:{port}", f"http://localhost:{port}"

    @staticmethod
    def _is(given: str, expected: str) -> bool:
        """Compare without telling by the time it takes how much was right."""
        return hmac.compare_digest(given.encode(), expected.encode())

    def _asked(self) -> Any:  # noqa: ANN401 - JSON of any kind
        """Read what was sent. Raises Refused if it is too long or no JSON."""
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip()
        length = self.headers.get("Content-Length", "")
        if kind != "application/json" or not (length.isascii() and length.isdigit()):
            raise Refused("An editor sends JSON.", status=HTTPStatus.BAD_REQUEST)
        if int(length) > _MOST_BYTES:
            raise Refused(
                "This is larger than anything kept with the notes.",
                status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
            )
        try:
            return json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            raise Refused("This is no JSON.", status=HTTPStatus.BAD_REQUEST) from None

    def _answer(self, status: HTTPStatus, answer: object) -> None:
        self._send(status, json.dumps(answer).encode(), "application/json")

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in (
            ("Cache-Control", "no-store"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
        ):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(content)


def _told(*sentences: str) -> dict[str, object]:
    """Tell what is wrong: in one text for the editor, and one by one for our page."""
    return {"error": " ".join(sentences), "problems": sentences}
