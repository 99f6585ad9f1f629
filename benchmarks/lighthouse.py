"""What Lighthouse says of a site on a phone, served packed as a static host serves it."""

from __future__ import annotations

import gzip
import http.server
import json
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.measure import Failed

CATEGORIES = ("performance", "accessibility", "best-practices")
_PACKED = {".css", ".html", ".js", ".json", ".mjs", ".svg", ".xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What one page was given."""

    page: str
    scores: Mapping[str, int]
    """Of 100, by category."""

    weight: int
    """Bytes over the wire at a first view."""


def scores_of(program: str, site: Path, pages: Mapping[str, str]) -> Iterator[Scores]:
    """Let Lighthouse look at pages of a site, by their names. Raises Failed."""
    with _served(site) as base:
        for name, address in pages.items():
            command = [
                *(program, base + address, "--quiet", "--output=json"),
                f"--only-categories={','.join(CATEGORIES)}",
                "--chrome-flags=--headless=new --no-sandbox",
            ]
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - named by whoever measures
            if done.returncode:
                raise Failed(f"Lighthouse failed: {done.stderr[-500:]}")
            told = json.loads(done.stdout)
            yield Scores(
                page=name,
                scores={
                    category: round(100 * told["categories"][category]["score"])
                    for category in CATEGORIES
                },
                weight=int(told["audits"]["total-byte-weight"]["numericValue"]),
            )


class _Host(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        packed = file.suffix in _PACKED
        body = gzip.compress(file.read_bytes()) if packed else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        return


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(_Host, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
