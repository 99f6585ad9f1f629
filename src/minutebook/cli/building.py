"""Commands that make things of the notes: check them, build the site, write schemas."""

from __future__ import annotations

import datetime as dt
import logging
import sys
import time
from pathlib import Path

import click

from minutebook import caches
from minutebook.cli.options import FOLDER, PROBLEMS, USAGE, progress, shown, today
from minutebook.order import RENDERERS, Order, Outcome
from minutebook.problems import is_fatal
from minutebook.stamp import nothing_to_do


class _Day(click.ParamType[dt.date]):
    """A day, written year-month-day."""

    name = "date"

    def convert(
        self,
        value: str | dt.date,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        from minutebook.records import date_from_text

        try:
            return date_from_text(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as in 2026-03-31", param, ctx)


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
    type=_Day(),
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
@click.option(
    "--notes",
    type=FOLDER,
    default="notes",
    help="The folder of notes.",
    show_default=True,
)
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "github"]),
    default="text",
    help="How problems are written: for people, or as annotations of a pull request.",
)
@_strict
def check_command(notes: Path, layout: str, *, strict: bool) -> None:
    """Say everything that is wrong with the notes, and what to do about it."""
    from minutebook.make import check_notes
    from minutebook.report import annotation, summary, tell
    from minutebook.words import count

    checked = check_notes(notes)
    problems = checked.problems
    if layout == "github":
        for problem in problems:
            click.echo(annotation(problem, notes))
    else:
        tell(problems)
    records = count(len(checked.book.entries), "record")
    if not problems:
        click.echo(f"{records} checked. Nothing to mend.")
        return
    click.echo(f"{summary(problems)} in {records}.")
    if is_fatal(problems, strict=strict):
        sys.exit(PROBLEMS)


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
