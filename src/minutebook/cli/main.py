"""All commands, by their names."""

from __future__ import annotations

import click

from minutebook.cli.bringing_in import accept_command, import_command, track_command
from minutebook.cli.building import build_command, check_command, schema_command
from minutebook.cli.contributing import CHANGES, new_command
from minutebook.cli.editing import edit_command
from minutebook.cli.forms import apply_form_command, forms_command
from minutebook.cli.layout import fix_command, fmt_command
from minutebook.cli.review import diff_command, hook_command, reseal_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="minutebook")
def main() -> None:
    """Turn a group's meeting notes into a public, searchable site."""


for _command in (
    build_command,
    check_command,
    schema_command,
    import_command,
    accept_command,
    track_command,
    new_command,
    *CHANGES,
    apply_form_command,
    forms_command,
    diff_command,
    reseal_command,
    hook_command,
    fmt_command,
    fix_command,
    edit_command,
):
    main.add_command(_command)
