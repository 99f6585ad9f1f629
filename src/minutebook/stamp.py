"""When nothing has changed since the last build: told by looking, without reading.

A stamp remembers how all files that go into a site looked before it was built, and how
the files of the site looked after. If both look the same, there is nothing to do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from minutebook.cache import digest, version
from minutebook.fingerprint import looks_of, sources_look
from minutebook.order import Order, Outcome
from minutebook.problems import Place, Problem, Severity
from minutebook.sealed import read_sealed, write_sealed

_FILE = "stamp.json"
_TICK = 50_000_000
"""Two changes so close together, in nanoseconds, may bear the same time."""


@dataclass(frozen=True, slots=True)
class Look:
    """How everything that goes into a site looks."""

    kept: Path
    sources: tuple[Path, ...]
    seen: str


def look(order: Order, sources: Sequence[Path]) -> Look | None:
    """Look at the folders a site is made from, before reading them.

    None if one was changed this very moment: another change might look the same.
    """
    if order.kept is None:
        return None
    clock = order.kept / "clock"
    try:
        order.kept.mkdir(parents=True, exist_ok=True)
        clock.touch()
        now = clock.stat().st_mtime_ns
        seen, latest = sources_look(sources)
    except OSError:
        return None
    if latest > now - _TICK:
        return None
    return Look(order.kept, tuple(sources), _seal(order, seen))


def stamp(look: Look, outcome: Outcome) -> None:
    """Remember that a site was built from what was looked at."""
    text = json.dumps(
        {
            "sources": [str(path) for path in look.sources],
            "seen": look.seen,
            "site": looks_of(outcome.site_dir).hex(),
            "site_dir": str(outcome.site_dir),
            "records": outcome.records,
            "pages": outcome.pages,
            "problems": [asdict(problem) for problem in outcome.problems],
        }
    )
    write_sealed(look.kept / _FILE, text.encode())


def nothing_to_do(order: Order) -> Outcome | None:
    """Give the outcome of the last build, if another would make the same site."""
    try:
        return _unchanged(order)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _unchanged(order: Order) -> Outcome | None:
    if order.kept is None:
        return None
    text = read_sealed(order.kept / _FILE)
    if text is None:
        return None
    known = json.loads(text)
    sources = [Path(path) for path in known["sources"]]
    if known["seen"] != _seal(order, sources_look(sources)[0]):
        return None
    site = Path(known["site_dir"])
    if known["site"] != looks_of(site).hex():
        return None
    return Outcome(
        problems=tuple(map(_problem, known["problems"])),
        records=known["records"],
        pages=known["pages"],
        site_dir=site,
        changed=False,
    )


def _problem(known: dict[str, object]) -> Problem:
    place, severity = known.pop("place"), known.pop("severity")
    return Problem(**known, place=Place(**place), severity=Severity(severity))  # type: ignore[arg-type]


def _seal(order: Order, seen: bytes) -> str:
    return digest(version(), repr((Path.cwd(), order)).encode(), seen).hex()
