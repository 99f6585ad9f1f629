"""The command that opens an editor in the browser, over the notes as they stand here."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from minutebook.cli.options import NOTES, USAGE, today


@click.command("edit")
@NOTES
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Where the editor listens on this computer.  [default: any that is free]",
)
@click.option("--no-browser", is_flag=True, help="Only tell the address.")
@click.option(
    "--workflow",
    is_flag=True,
    help="Let what is saved wait for a review, on a branch of its own.",
)
def edit_command(notes: Path, port: int, *, no_browser: bool, workflow: bool) -> None:
    """Change records in a form, in the browser, with no account.

    The editor is served on this computer, for this computer only, until Ctrl+C is
    pressed. What is saved goes into the files in the folder of notes: only what was
    changed is written anew, and nothing that would bring a new error is saved.

    With --workflow, each record that is saved waits on a branch cms/... until somebody
    has looked at it, and is put into the files when it is published.
    """
    import webbrowser

    from minutebook.contributing.editing import drafts_of, server_for

    drafts = drafts_of(notes) if workflow else None
    if workflow and drafts is None:
        click.echo("--workflow needs notes that are in a git repository.", err=True)
        sys.exit(USAGE)
    try:
        server = server_for(notes, today, port=port, drafts=drafts)
    except OSError as error:
        click.echo(f"The editor was not started: {error.strerror}.", err=True)
        sys.exit(USAGE)
    click.echo(f"The editor is at {server.address}")
    click.echo("Press Ctrl+C to stop it.")
    if not no_browser:
        webbrowser.open(server.address)
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("The editor was stopped.")
