"""The page docs/commands.md: every command and its options, as the commands tell it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

import click

from minutebook.cli import main

WIDEST = 100
NAME = "minutebook"

_HEAD = """\
# Commands

Everything that Minutebook does on your own computer is one command, `minutebook`, with a
word behind it that says what to do. You type it into a terminal: the window in which a
computer is told things by typing. Stand in the folder of the book, the one that holds
`mkdocs.yml`, and write `.venv/bin/minutebook` in place of `minutebook` (on Windows,
`.venv\\Scripts\\minutebook`), unless you have made its environment the active one.

You need none of this to [contribute](contribute.md): there is a form on every page of the
site.

This page is made from what the commands say themselves: `minutebook COMMAND --help`.

| Command | What it does |
| --- | --- |
{listed}
"""


def commands_page() -> str:
    """Write the page."""
    told = list(_commands(main, NAME, click.Context(main, info_name=NAME)))
    listed = "\n".join(
        f"| [`{path.removeprefix(f'{NAME} ')}`](#{_anchor(path)}) | {_first(command)} |"
        for path, command, _ in told
        if not isinstance(command, click.Group)
    )
    parts = (_part(*one) for one in told)
    return "\n".join((_HEAD.format(listed=listed), *parts))


def _commands(
    group: click.Group, path: str, context: click.Context
) -> Iterator[tuple[str, click.Command, click.Context]]:
    """Give each command that is offered, what calls it, and what it stands in."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        own = click.Context(command, info_name=name, parent=context)
        yield f"{path} {name}", command, own
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}", own)


def _part(path: str, command: click.Command, context: click.Context) -> str:
    """Tell of one command: what it does, its usage and its options."""
    level = "##" if path.count(" ") == 1 else "###"
    parts = [f"{level} `{path}`", *_paragraphs(command)]
    if not isinstance(command, click.Group):
        usage = " ".join(command.collect_usage_pieces(context))
        parts += [f"```sh\n{path} {usage}\n```", *_options(command, context)]
    return "\n\n".join(parts) + "\n"


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    """Lay out the options as a table; what stands without a word is told of above it."""
    rows = [
        record
        for option in command.get_params(context)
        if isinstance(option, click.Option)
        and "--help" not in option.opts
        and (record := option.get_help_record(context))
    ]
    if rows:
        told = "\n".join(f"| `{_cell(a)}` | {_cell(_typed(b))} |" for a, b in rows)
        yield f"| Option | What it does |\n| --- | --- |\n{told}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _typed(text: str) -> str:
    """Show what is to be typed as such, and say what holds unless told otherwise."""
    shown = re.sub(r"(?<![\w`])(--[a-z][a-z-]*)", r"`\1`", text)
    shown = shown.replace("  [required]", " Needed.")
    return re.sub(r"  \[default: ([^]]*)\]", r" If left out: \1.", shown)


def _paragraphs(command: click.Command) -> Iterator[str]:
    for paragraph in (command.help or "").split("\n\n"):
        words = " ".join(paragraph.split())
        yield textwrap.fill(
            _typed(words), WIDEST, break_long_words=False, break_on_hyphens=False
        )


def _first(command: click.Command) -> str:
    """Give the first sentence of what a command says of itself."""
    words = " ".join((command.help or "").split("\n\n")[0].split())
    return _cell(_typed(words))


def _anchor(path: str) -> str:
    return path.replace(" ", "-")
