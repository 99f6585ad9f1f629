"""Commands whose flags are questions: of whoever left one out, it is asked."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutebook.cli.concluding import conclude
from minutebook.cli.options import FOLDER, at_terminal, today

if TYPE_CHECKING:
    from minutebook.contributing.asking.question import Asking, Question

_ASKING = "minutebook.contributing.asking"


class AskingCommand(click.Command):
    """A command whose flags are questions; they are loaded when it is wanted."""

    def __init__(self, name: str, where: str, says: str) -> None:
        """Take the name, the module that asks, and what the command does."""
        super().__init__(name, help=says, callback=self._carry_out)
        self._where = where
        self._flags: list[click.Parameter] = []

    @property
    def asking(self) -> Asking:
        """What it asks."""
        asking: Asking = getattr(
            import_module(f"{_ASKING}.{self._where}"), (self.name or "").upper()
        )
        return asking

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Make a flag of each question."""
        if not self._flags:
            flags = [_flag(question) for question in self.asking.questions]
            self._flags = [*flags, _notes(), _dry_run()]
        help_option = self.get_help_option(ctx)
        return [*self._flags, help_option] if help_option else self._flags

    def _carry_out(self, notes: Path, *, dry_run: bool, **given: Any) -> None:  # noqa: ANN401 - as click reads them
        from minutebook.cli.asking import answer
        from minutebook.contributing.asking.question import Asked
        from minutebook.contributing.proposing import propose
        from minutebook.make import check_notes

        checked = check_notes(notes)
        asked = Asked(book=checked.book, today=today())
        answer(self.asking, _told(given), asked, terminal=at_terminal())
        request = self.asking.request(asked)
        worked = propose(request, notes, asked.today, checked)
        conclude(worked, notes, dry_run=dry_run)


def _flag(question: Question) -> click.Parameter:
    if question.is_subject:
        return click.Argument(
            [question.name], required=False, metavar=f"[{question.flag}]"
        )
    if question.is_switch:
        return click.Option(
            [question.flag, question.name], is_flag=True, help=f"{question.asks}."
        )
    return click.Option(
        [question.flag, question.name],
        multiple=question.is_list,
        metavar=question.takes,
        help=f"{question.asks}.",
    )


def _notes() -> click.Parameter:
    """Make the flag `NOTES`, which hangs itself on functions only."""
    return click.Option(
        ["--notes"],
        type=FOLDER,
        default="notes",
        help="The folder of notes.",
        show_default=True,
    )


def _dry_run() -> click.Parameter:
    return click.Option(
        ["--dry-run"], is_flag=True, help="Show what would change, and change nothing."
    )


def _told(given: dict[str, Any]) -> dict[str, str | None]:
    """Bring what was told with flags to one form; None where nothing was."""
    told: dict[str, str | None] = {}
    for name, value in given.items():
        if isinstance(value, tuple):
            told[name] = "; ".join(value) if value else None
        elif isinstance(value, bool):
            told[name] = "yes" if value else None
        else:
            told[name] = value
    return told
