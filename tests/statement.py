"""The last part of docs/accessibility.md: what is tested, told by the tests themselves.

The parts before it are those of the model statement for public bodies in the United
Kingdom, and are each book's own: nothing here depends on their words.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable
from pathlib import Path

from browser.matrix import AXE_VERSION, MODES
from browser.pages import PAGES
from browser.states import OTHERS

WIDEST = 100
_BEGINS = "### What is tested by a program"
TASKS = Path(__file__).parent / "browser" / "test_tasks_by_keyboard.py"

_TESTED = """\
### What is tested by a program

axe-core {axe} looks for faults against WCAG 2.0, 2.1 and 2.2, levels A and AA, and
against good practice. It must find none. It looks at each of these pages:

{pages}

and at each of them:

{modes}

Further tests make sure of what axe cannot tell:

- that headings are in order, and landmarks have names of their own;
- that no page is wider than a screen of 320 pixels;
- that text can be spaced out, and be twice as large;
- that whatever is pressed is at least 24 pixels wide and high;
- that nothing moves for those who asked for less motion;
- that badges and bars are seen in forced colours;
- that every page can be read without JavaScript.

### What is done by keyboard

With the keyboard alone, from the address bar on:

{tasks}
"""


def statement(page: str) -> str:
    """Give a statement with its last part written anew from what the tests go by."""
    return page.partition(_BEGINS)[0] + what_is_tested()


def what_is_tested() -> str:
    """Say what is tested."""
    return _TESTED.format(
        axe=AXE_VERSION,
        pages=textwrap.fill(
            ", ".join((*PAGES, *OTHERS, "search results")), WIDEST, break_on_hyphens=False
        ),
        modes=_list(mode.says for mode in MODES),
        tasks=_list(tasks()),
    )


def tasks() -> list[str]:
    """Name what is tried by keyboard, as the tests do."""
    tree = ast.parse(TASKS.read_text("utf-8"))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    tests = [name for name in names if name.startswith("test_")]
    return [name.removeprefix("test_").replace("_", " ") for name in tests]


def _list(items: Iterable[str]) -> str:
    found = list(items)
    ends = [";"] * (len(found) - 1) + ["."]
    return "\n".join(f"- {item}{end}" for item, end in zip(found, ends, strict=True))
