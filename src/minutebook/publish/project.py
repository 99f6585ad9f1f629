"""What MkDocs' settings say of a project, for whoever renders it."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from minutebook.publish.assets import templates_for

NEEDS_DIRECTORY_URLS = "minutebook needs `use_directory_urls: true`"
"""What is said when pages are to have other addresses than ours."""


def inputs(config: MkDocsConfig) -> tuple[Path, ...]:
    """List the folders of hand-written pages and of overrides, if there are any."""
    custom = config.theme.custom_dir
    return (Path(config.docs_dir), *([Path(custom)] if custom else []))


def contribute(docs: Path) -> str:
    """Give the address of the hand-written page on how to contribute, if there is one."""
    names = ("contribute.md", "contribute/index.md", "contribute/README.md")
    return "contribute/" if any((docs / name).is_file() for name in names) else ""


def put_templates(config: MkDocsConfig, search: str) -> None:
    """Let our templates come before the theme's, and after a project's own.

    They go by the kind of search there is.
    """
    config.extra["minutebook_search"] = search
    first = 1 if config.theme.custom_dir else 0
    for folder in map(str, templates_for(search)):
        if folder not in config.theme.dirs:
            config.theme.dirs.insert(first, folder)
