"""A shell made by ProperDocs, which carries MkDocs 1 on.

Themes and plugins, ours among them, import MkDocs. From here on ProperDocs answers, so
this must be imported before anything that imports MkDocs; see `renderers`.
"""

from __future__ import annotations

import properdocs.replacement  # noqa: F401 - importing it does the work

from minutebook.publish.with_mkdocs import render, settings

__all__ = ["render", "settings"]
