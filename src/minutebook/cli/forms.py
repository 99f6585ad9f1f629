"""Commands about the forms that people without git fill in."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("forms", hidden=True)
@click.argument(
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".github/ISSUE_TEMPLATE",
)
def forms_command(folder: Path) -> None:
    """Write the issue forms of a git host."""
    from minutebook.contributing.forms.templates import template_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, text in template_files().items():
        (folder / name).write_text(text, "utf-8")
