"""What we bring to every site: a stylesheet, a script, and what others have made.

The stylesheet is everything in `style/`, and the script everything in `scripts/`, in the
order of the names: what must come later has a higher number. A site without scripts has
no script. What stands in `apart/` is a file of its own, for the pages that ask for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
"""Where the folders of the parts stand."""

TEMPLATES = HERE / "theme"
"""Templates that come before those of the theme."""

_WAY_TO_SEARCH = HERE / "searching" / "templates"
"""The way to our own search page, in the place of the theme's search."""

VENDORED: tuple[str, ...] = ("sortable-table.mjs", "sortable-table.licence.txt")
"""Files of `vendor/`, made by others, that go to `assets/vendor/` as they are."""

_STYLE = "assets/minutebook.css"
_SCRIPT = "assets/minutebook.js"
_BETWEEN_SCRIPTS = b"\n;\n"
"""A script that does not end its last statement must not run on into the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assets:
    """Files for the site, and those of them that every page links to."""

    files: Mapping[str, bytes]
    """What each file holds, by its address."""

    stylesheets: tuple[str, ...]
    scripts: tuple[str, ...]


def templates_for(search: str) -> tuple[Path, ...]:
    """List the folders of templates that come before the theme's."""
    return (TEMPLATES, _WAY_TO_SEARCH) if search == "pagefind" else (TEMPLATES,)


def assets() -> Assets:
    """Gather what we bring. Raises OSError when a file cannot be read."""
    styles = _joined(_STYLE, HERE / "style", b"\n")
    scripts = _joined(_SCRIPT, HERE / "scripts", _BETWEEN_SCRIPTS)
    theirs = {
        f"assets/vendor/{name}": (HERE / "vendor" / name).read_bytes()
        for name in VENDORED
    }
    apart = {
        f"assets/{part.name}": _read(part)
        for part in sorted((HERE / "apart").glob("*js"))
    }
    return Assets(
        files=styles | scripts | apart | theirs,
        stylesheets=tuple(styles),
        scripts=tuple(scripts),
    )


def _joined(address: str, folder: Path, between: bytes) -> dict[str, bytes]:
    """Make one file of those in a folder that end as `address` does; none of none."""
    parts = sorted(folder.glob(f"*{Path(address).suffix}"))
    if not parts:
        return {}
    return {address: between.join(_read(part) for part in parts)}


def _read(part: Path) -> bytes:
    content = part.read_bytes()
    return content if part.suffix == ".css" else _squeezed(content.decode()).encode()


def _squeezed(script: str) -> str:
    """Take out comments and indents. No text in our scripts goes over several lines."""
    lines = map(str.strip, script.splitlines())
    return "".join(f"{line}\n" for line in lines if line and line[:2] not in ("//", "/*"))
