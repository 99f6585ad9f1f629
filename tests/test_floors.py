"""The floors of the house: a module imports its own floor and those below it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "minutebook"
MODULES = sorted(PACKAGE.rglob("*.py"))

FLOORS = (
    "problems", "cache", "sealed", "fingerprint", "order", "stamp", "caches", "records",
    "edition", "language", "words", "forms", "reading", "book", "views", "pages",
    "editor", "make", "publish", "build", "report", "changing", "contributing",
    "importing", "cli",
    "__main__",
)  # fmt: skip

HOMES: dict[str, str | tuple[str, ...]] = {
    "babel": "language/language.py",
    "yaml": "reading/yaml",
    "frontmatter": "reading/front_matter.py",
    "pydantic": "reading/shapes.py",
    "comrak": "reading/markdown.py",
    "nh3": "reading/markdown.py",
    "lxml": "importing/formats/xml.py",
    "icalendar": "pages/calendars.py",
    "jinja2": "pages/templates.py",
    "markupsafe": ("language/language.py", "pages/", "publish/frame.py"),
    "mkdocs": "publish/",
    "pdfminer": "importing/formats/pdf/",
    "platformdirs": "caches.py",
    "properdocs": "publish/",
    "zensical": "publish/",
    "rich": "cli/",
    "watchdog": "publish/serving.py",
    "click": ("cli/", "report.py"),
}

CLOCK_READERS = {"cli/options.py", "publish/options.py"}


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    if name_of(path) == "__init__.py":
        return
    own = FLOORS.index(name_of(path).removesuffix(".py").split("/")[0])
    for module in imports_of(path):
        if module.startswith("minutebook."):
            assert FLOORS.index(module.split(".")[1]) <= own, f"{module} is above"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_library_has_one_home(path: Path) -> None:
    for module in imports_of(path):
        library = module.split(".")[0]
        if library in sys.stdlib_module_names or library == "minutebook":
            continue
        assert library in HOMES, f"{library} has no home yet"
        assert name_of(path).startswith(HOMES[library]), f"{library} lives elsewhere"


@pytest.mark.parametrize("wing", ["importing", "contributing"])
def test_only_the_command_line_enters_a_wing(wing: str) -> None:
    for path in MODULES:
        floor = name_of(path).split("/")[0]
        if floor not in {wing, "cli"}:
            entered = [m for m in imports_of(path) if m.startswith(f"minutebook.{wing}")]
            assert not entered, f"{name_of(path)}: {entered}"


def test_records_import_the_standard_library_and_nothing_else() -> None:
    for path in (PACKAGE / "records").glob("*.py"):
        for module in imports_of(path):
            top = module.split(".")[0]
            own = module.startswith("minutebook.records")
            assert own or top in sys.stdlib_module_names, f"{path.name}: {module}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_front_doors_read_the_clock(path: Path) -> None:
    reads = {"today", "now", "utcnow"}
    found = {
        node.func.attr
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    if name_of(path) not in CLOCK_READERS:
        assert not reads & found


def test_every_module_and_public_name_says_what_it_means() -> None:
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        assert ast.get_docstring(tree), path.name
