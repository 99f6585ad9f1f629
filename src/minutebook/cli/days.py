"""Days as they are typed at the command line."""

from __future__ import annotations

import datetime as dt

import click


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


DAY = _Day()
"""A day as an option takes it."""
