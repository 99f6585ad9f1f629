"""The rules of the book: one function each, its docstring the rule."""

from collections.abc import Callable, Iterator, Mapping

from minutebook.book.book import Book
from minutebook.book.rules import dates, notes, people, references
from minutebook.problems import Problem

Rule = Callable[[Book], Iterator[Problem]]

RULES: Mapping[str, Rule] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        references.unknown_meeting,
        references.unknown_theme,
        references.unknown_concern,
        references.unknown_action,
        references.unknown_group,
        references.unknown_owner,
        references.unknown_name,
        references.unknown_organisation,
        people.duplicate_id,
        people.name_collision,
        people.present_and_apologies,
        dates.due_before_meeting,
        dates.update_before_raised,
        dates.updates_out_of_order,
        dates.done_without_date,
        dates.status_conflict,
        dates.ends_before_start,
        dates.unknown_time_zone,
        dates.agreed_without_date,
        dates.steps_out_of_order,
        dates.answer_before_raised,
        notes.action_without_record,
        notes.action_not_in_note,
        notes.bad_source,
        notes.broken_link,
        notes.refused_link,
        notes.broken_anchor,
        notes.unexplained_acronym,
        notes.html_in_note,
    )
}
"""Each rule by the code of the problem it reports."""


def check(book: Book) -> tuple[Problem, ...]:
    """Hold the book against every rule."""
    return tuple(problem for rule in RULES.values() for problem in rule(book))
