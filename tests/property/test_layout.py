"""The third law: a file that is laid out says the same, and keeps every comment."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given, settings

from minutebook.contributing.layout.tidy import tidy
from minutebook.reading.write import write_record
from property.layouts import OddLayout, odd_layouts
from property.reading_back import record_read

COMMENT = re.compile(
    r"# (?:about what follows|one|two|set in|beside [a-z ]+|in brackets|last one"
    r"|behind|newest last|between|inside|below a comment|yaml-language-server)\b"
)
"""The comments that `layouts` makes up."""


@settings(max_examples=200, deadline=None)
@given(odd_layouts())
def test_a_file_that_is_laid_out_says_the_same(layout: OddLayout) -> None:
    after = tidy(layout.text, layout.path)
    below = layout.fences[1] + layout.body + layout.ending

    assert record_read(after, layout.path) == record_read(layout.text, layout.path)
    assert Counter(COMMENT.findall(after)) == Counter(COMMENT.findall(layout.text))
    assert tidy(after, layout.path) == after
    if layout.path.endswith(".md"):
        assert after.endswith(below.replace("\n", layout.newline))


@settings(max_examples=100, deadline=None)
@given(odd_layouts())
def test_a_file_as_we_write_it_is_in_order(layout: OddLayout) -> None:
    text = write_record(record_read(layout.text, layout.path))

    assert tidy(text, layout.path.replace(".yml", ".md")) == text
