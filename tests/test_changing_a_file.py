"""A file that is changed in one place: what people type, before and after."""

from __future__ import annotations

from textwrap import dedent

import pytest

from minutebook.reading.record_text import (
    Unusual,
    keeping,
    with_body,
    with_field,
    with_item,
    without_field,
)
from minutebook.records import ActionStatus, Update

ACTION = "actions/2026-03-12-board-a1.md"
STEP = {"status": "done"}


def typed(text: str) -> str:
    """Give fields as they stand in a file of their own."""
    return dedent(text).lstrip("\n")


APPENDED = {
    "a list of dashes": (
        "updates:\n- status: open # so far\n# about x\nthemes: [a]\n",
        "updates:\n- status: open # so far\n- status: done\n# about x\nthemes: [a]\n",
    ),
    "dashes that are set in": (
        "updates:\n  -   status: open\n    # why\n\nthemes: [a]\n",
        "updates:\n  -   status: open\n    # why\n  - status: done\n\nthemes: [a]\n",
    ),
    "a text below a sign": (
        "updates:\n- note: |+\n    so\n\nthemes: [a]\n",
        "updates:\n- note: |+\n    so\n\n- status: done\nthemes: [a]\n",
    ),
    "a text that does not keep its blank lines": (
        "updates:\n- note: >-\n    so\n\nthemes: [a]\n",
        "updates:\n- note: >-\n    so\n- status: done\n\nthemes: [a]\n",
    ),
    "a text that the file ends in": (
        "updates:\n- note: |\n    so",
        "updates:\n- note: |-\n    so\n- status: done\n",
    ),
    "an empty field": (
        "updates: # none yet\nthemes: [a]\n",
        "updates: # none yet\n- status: done\nthemes: [a]\n",
    ),
    "an empty list": (
        "updates: [] # none yet\nthemes: [a]\n",
        "updates: # none yet\n- status: done\nthemes: [a]\n",
    ),
    "one item without a dash": (
        "updates:\n  status: open\n  # why\nthemes: [a]\n",
        "updates:\n- status: open\n  # why\n- status: done\nthemes: [a]\n",
    ),
    "no field": (
        "title: x\n# about x\nthemes: [a]\n# the end\n",
        "title: x\n# about x\nthemes: [a]\nupdates:\n- status: done\n# the end\n",
    ),
    "brackets with comments": (
        "updates: [{status: open}, # 1\n  {status: x} # 2\n  ] # y\n",
        "updates: [{status: open}, # 1\n  {status: x}, # 2\n  {status: done}\n  ] # y\n",
    ),
    "no end of the last line": (
        "title: x\nupdates:\n- status: open",
        "title: x\nupdates:\n- status: open\n- status: done\n",
    ),
    "nothing at all": ("", "updates:\n- status: done\n"),
    "a document that says where it starts": (
        "# head\n---\ntitle: x\n...\n",
        "# head\n---\ntitle: x\nupdates:\n- status: done\n...\n",
    ),
}


@pytest.mark.parametrize("case", APPENDED)
def test_an_update_is_put_below_the_others(case: str) -> None:
    before, after = APPENDED[case]
    path = ACTION.replace(".md", ".yml")

    assert with_item(before, path, "updates", STEP) == after
    if before:
        windows = before.replace("\n", "\r\n")
        assert with_item(windows, path, "updates", STEP) == after.replace("\n", "\r\n")


def test_an_owner_is_put_between_the_brackets_as_long_as_they_fit_on_a_line() -> None:
    text = "owners: [Clinks, 'Nacro' ] # both\n"
    path = "actions/a1.yml"

    assert with_item(text, path, "owners", "a, b") == (
        "owners: [Clinks, 'Nacro', 'a, b' ] # both\n"
    )
    long = "The Association of " + "very " * 14 + "long names"
    assert with_item(text, path, "owners", long) == (
        f"owners: # both\n- Clinks\n- Nacro\n- {long}\n"
    )


def test_items_of_a_list_that_stay_keep_their_lines() -> None:
    dashes = "owners: # who\n  # first\n  -  'A' # a\n  - B # b\n  - C\ntitle: x\n"
    brackets = "owners: ['A',  B, C] # who\n"
    path = "actions/a1.yml"

    assert with_field(dashes, path, "owners", ["B", "D", "A"]) == (
        "owners: # who\n  - B # b\n  - D\n  # first\n  -  'A' # a\ntitle: x\n"
    )
    assert with_field(brackets, path, "owners", ["C", "a, b", "A"]) == (
        "owners: [C, 'a, b', 'A'] # who\n"
    )


def test_one_owner_becomes_the_first_of_two() -> None:
    text = "owners:   'Clinks' # who\ntitle: x\n"

    assert with_item(text, "actions/a1.yml", "owners", "Nacro") == (
        "owners: # who\n- 'Clinks'\n- Nacro\ntitle: x\n"
    )


def test_parts_of_records_can_be_put_in_as_they_are() -> None:
    step = Update(status=ActionStatus.DONE, note="Sent.")

    assert with_item("---\ntitle: x\n---\n", ACTION, "updates", step) == (
        "---\ntitle: x\nupdates:\n- status: done\n  note: Sent.\n---\n"
    )


def test_a_new_field_stands_where_it_belongs() -> None:
    text = (
        "---\n# yaml-language-server: $schema=x\n# who\nowners: [a]\nraised_in: m\n---\n"
    )

    assert with_field(text, ACTION, "title", "Do") == text.replace(
        "# who", "title: Do\n# who"
    )
    assert with_field(text, ACTION, "due", "soon") == text.replace(
        "raised_in: m\n", "raised_in: m\ndue: soon\n"
    )
    assert with_field(text, ACTION, "x", "y") == text.replace(": m\n", ": m\nx: y\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("due:   soon  # really\n", "due:   2026-05-01  # really\n"),
        ("due: >- # folded\n  soon\n\n# next\n", "due: 2026-05-01 # folded\n\n# next\n"),
        ("due: # below\n  soon # beside\n", "# below\ndue: 2026-05-01 # beside\n"),
        ("due:\n\ntitle: x\n", "due: 2026-05-01\n\ntitle: x\n"),
        ('"due" : "so\n  on"\n', '"due" : 2026-05-01\n'),
        ("due: soon", "due: 2026-05-01"),
    ],
)
def test_a_value_is_replaced_and_the_comments_around_it_stay(
    before: str, after: str
) -> None:
    assert with_field(before, "actions/a.yml", "due", "2026-05-01") == after


def test_a_field_is_taken_out_with_its_value_and_nothing_else() -> None:
    text = "---\n# above\ndue: >-\n  soon\n\n# next\ntitle: x\n---\nBody\n"
    after = "---\n# above\n\n# next\ntitle: x\n---\nBody\n"

    assert without_field(text, ACTION, "due") == after
    assert without_field(after, ACTION, "due") == after


def test_another_body_takes_the_place_of_the_first() -> None:
    text = "---\r\ntitle: x\r\n--- \r\n\r\n\r\nOld\r\n\r\n"

    assert with_body(text, ACTION, "New\n\nlines\n") == (
        "---\r\ntitle: x\r\n--- \r\n\r\n\r\nNew\r\n\r\nlines\r\n\r\n"
    )
    assert with_body(text, ACTION, "") == "---\r\ntitle: x\r\n--- \r\n"
    assert with_body("---\na: b\n---", ACTION, "New") == "---\na: b\n---\n\nNew\n"
    assert with_body("title: x\n", "actions/a.yml", "One\n\ntwo") == (
        "title: x\ntext: |-\n  One\n\n  two\n"
    )


def test_a_mark_at_the_beginning_and_line_ends_of_several_kinds_stay() -> None:
    text = "\ufeff---\ntitle: x\r\nowners: a\rraised_in: m\r\n---\r\nBody\n"

    assert with_field(text, ACTION, "title", "y") == text.replace("title: x", "title: y")


def test_fields_between_braces_are_written_anew() -> None:
    text = "# head\n{title: x, owners: [a]}\n"

    assert with_field(text, "actions/a.yml", "raised_in", "m") == (
        "# head\ntitle: x\nowners:\n- a\nraised_in: m\n"
    )


@pytest.mark.parametrize(
    "text", ["no fields", "---\ntitle: x\n", "---\n- a\n---\n", "---\na: b: c\n---\n"]
)
def test_a_file_that_cannot_be_read_is_not_changed(text: str) -> None:
    with pytest.raises(Unusual):
        with_item(text, ACTION, "updates", STEP)
    assert keeping(text, "---\ntitle: x\n---\n", ACTION) == "---\ntitle: x\n---\n"
    assert keeping("---\ntitle: x\n---\n", text, ACTION) == text


def test_what_an_editor_wrote_anew_differs_only_in_what_was_changed() -> None:
    before = typed(
        """
        ---
        # yaml-language-server: $schema=../../schema/action.json
        title: "Collate the data"
        owners: Clinks
        raised_in: 2020-08-26-board   # in item 3
        themes: [a, b]
        updates:
          # newest last
          - status: in-progress   # told on the phone
            note: Begun.
          - status: done
        ---

        The body.
        """
    )
    after = typed(
        """
        ---
        updates:
          - {note: Begun., status: in-progress}
          - {status: done, note: Sent.}
        owners: [Clinks, Nacro]
        title: Collate the data
        raised_in: '2020-08-26-board'
        themes:
          - a
          - b
        status:
        visibility: public
        due: soon
        ---
        The body, mended.
        """
    )

    assert keeping(before, after, ACTION) == before.replace(
        "owners: Clinks\n", "owners:\n- Clinks\n- Nacro\n"
    ).replace("# in item 3\n", "# in item 3\ndue: soon\n").replace(
        "  - status: done\n", "  - status: done\n    note: Sent.\n"
    ).replace("body.", "body, mended.")


def test_a_register_is_kept_entry_by_entry() -> None:
    before = (
        "# who\nclinks: Clinks # short\nnacro:\n  # old name\n  name: Nacro\n  kind: a\n"
    )
    after = (
        "nacro: {kind: a, name: Nacro, aliases: [N]}\nclinks: {name: Clinks}\nnew: New\n"
    )

    assert keeping(before, after, "organisations.yml") == before.replace(
        "  kind: a\n", "  aliases:\n  - N\n  kind: a\nnew: New\n"
    )
