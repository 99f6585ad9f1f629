"""Commands that make things of the notes: check them, build the site, write schemas."""

from __future__ import annotations

import datetime as dt
import logging
import sys
import time
from pathlib import Path

import click

from minutebook import caches
from minutebook.cli.options import (
    FOLDER,
    NOTES,
    PROBLEMS,
    USAGE,
    Day,
    progress,
    shown,
    today,
)
from minutebook.order import RENDERERS, Order, Outcome
from minutebook.problems import Problem, is_fatal
from minutebook.stamp import nothing_to_do

_strict = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


@click.command("build")
@click.option(
    "--notes", type=FOLDER, help="The folder of notes.  [default: from mkdocs.yml]"
)
@click.option(
    "--site-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the site goes.  [default: from mkdocs.yml]",
)
@click.option(
    "--today",
    type=Day(),
    default=today,
    help="The day the site tells of.  [default: today]",
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default="mkdocs.yml",
    help="The settings of the site.",
)
@click.option(
    "--no-cache",
    is_flag=True,
    help="Make everything anew, and keep nothing for the next build.",
)
@click.option(
    "--renderer",
    type=click.Choice(RENDERERS),
    default="mkdocs",
    help="What makes the pages around the records.",
    show_default=True,
)
@_strict
def build_command(
    notes: Path | None,
    site_dir: Path | None,
    today: dt.date,
    config: Path,
    *,
    no_cache: bool,
    renderer: str,
    strict: bool,
) -> None:
    """Check the notes and build the site from them.

    Exits with 0 when the site was built, with 1 when problems in the notes stopped it
    (the old site stays as it was), and with 2 when the command itself is wrong.
    """
    config = config.absolute()
    order = Order(
        config_file=config,
        notes=notes,
        site_dir=site_dir,
        today=today,
        strict=strict,
        renderer=renderer,
        kept=None if no_cache else caches.folder_for(config, site_dir, renderer),
    )
    began = time.monotonic()
    outcome = nothing_to_do(order) or _build(order)
    _conclude(outcome, time.monotonic() - began)


def _build(order: Order) -> Outcome:
    from minutebook.build import build
    from minutebook.publish import Busy, CannotPublish, NotOurs

    for chatty in ("mkdocs", "properdocs"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    try:
        with progress("Building the site", "pages") as told:
            outcome = build(order, told)
    except (CannotPublish, NotOurs, Busy, OSError) as error:
        click.echo(f"The site was not built: {error}", err=True)
        sys.exit(USAGE)
    caches.forget_unused(time.time())
    return outcome


def _conclude(outcome: Outcome, seconds: float) -> None:
    """Tell what a build came to."""
    from minutebook.report import summary, tell
    from minutebook.words import count

    tell(outcome.problems)
    records = count(outcome.records, "record")
    if not outcome.pages:
        click.echo(
            f"{summary(outcome.problems)} in {records}."
            " Nothing was published; the site is as it was."
        )
        sys.exit(PROBLEMS)
    pages = count(outcome.pages, "page")
    warned = f" {summary(outcome.problems)}." if outcome.problems else ""
    site = shown(outcome.site_dir)
    if outcome.changed:
        click.echo(f"Built {pages} from {records} in {seconds:.1f} s: {site}{warned}")
    else:
        click.echo(
            f"Nothing has changed: {pages} from {records} stand in {site}.{warned}"
        )


@click.command("check")
@NOTES
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help="How problems are written: for people, as annotations of a pull request, or for"
    " programs.",
)
@click.option(
    "--staged",
    is_flag=True,
    help="Check what is staged for the next commit, and that no seal is broken.",
)
@_strict
def check_command(notes: Path, layout: str, *, staged: bool, strict: bool) -> None:
    """Say everything that is wrong with the notes, and what to do about it.

    Exits with 0 when nothing has to be mended, with 1 when something has, and with 2 when
    the command itself is wrong.
    """
    from minutebook.report import as_json

    problems, records = _staged(notes) if staged else _checked(notes)
    if layout == "json":
        click.echo(as_json(problems, records))
    else:
        _tell(problems, records, notes, layout)
    if is_fatal(problems, strict=strict):
        sys.exit(PROBLEMS)


def _checked(notes: Path) -> tuple[tuple[Problem, ...], int]:
    """Check the notes in a folder; give the problems, and how many records there are."""
    from minutebook.make import check_notes

    checked = check_notes(notes)
    return checked.problems, len(checked.book.entries)


def _staged(notes: Path) -> tuple[tuple[Problem, ...], int]:
    """Check the notes as they are staged."""
    from minutebook.contributing.comparing.git import CannotCompare
    from minutebook.contributing.comparing.staged import check_staged

    try:
        return check_staged(notes)
    except CannotCompare as error:
        click.echo(f"Nothing was checked: {error}.", err=True)
        sys.exit(USAGE)


def _tell(problems: tuple[Problem, ...], records: int, notes: Path, layout: str) -> None:
    from minutebook.report import annotation, summary, tell
    from minutebook.words import count

    if layout == "github":
        for problem in problems:
            click.echo(annotation(problem, notes))
    else:
        tell(problems)
    read = count(records, "record")
    if problems:
        click.echo(f"{summary(problems)} in {read}.")
    else:
        click.echo(f"{read} checked. Nothing to mend.")


@click.command("schema")
@click.argument(
    "folder", type=click.Path(file_okay=False, path_type=Path), default="schema"
)
def schema_command(folder: Path) -> None:
    """Write the JSON Schemas that let an editor complete and explain fields."""
    from minutebook.reading import schema_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schema_files().items():
        (folder / f"{name}.json").write_text(schema, "utf-8")
