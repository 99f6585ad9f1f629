"""The programs that can render a site: one is chosen by name, no other is imported."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from typing import cast

from minutebook.order import RENDERERS
from minutebook.publish.settings import CannotPublish, Renderer


def renderer_named(name: str) -> Renderer:
    """Give a renderer. Raises CannotPublish when it cannot be had."""
    if name not in RENDERERS:
        known = ", ".join(RENDERERS)
        message = f"there is no renderer {name!r}; choose one of these: {known}"
        raise CannotPublish(message)
    if find_spec(name) is None:
        message = (
            f"the package `{name}` is not installed;"
            f" `python3 build_site.py --renderer {name}` installs it"
        )
        raise CannotPublish(message)
    _refuse_two_at_once(name)
    return cast("Renderer", import_module(f"minutebook.publish.with_{name}"))


def _refuse_two_at_once(name: str) -> None:
    """See that MkDocs and ProperDocs, which takes its name, never meet in a process."""
    running = sys.modules.get("mkdocs")
    if running and name in {"mkdocs", "properdocs"} and running.__name__ != name:
        message = (
            f"{running.__name__} was started in this process already, and {name} cannot"
            " take its place; start a new process for it"
        )
        raise CannotPublish(message)
