"""A body to the sections of a search index, split as the theme splits it.

The theme's own parser makes an object for each tag and asks questions of all of them. Our
bodies are known to be well formed, and most of a body is paragraphs of plain text, which
are taken in runs. `tests/test_search_index.py` compares with the theme.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_WORDS = r"[^<&\s][^<&]*+"
_NAMED = r" id=\"p-[0-9a-f-]+\""
_PLAIN = rf"(?:<p(?:{_NAMED})?>{_WORDS}</p>|<li(?:{_NAMED})?>{_WORDS}</li>)"
_TOKEN = re.compile(
    rf"(?:({_PLAIN}(?:\n{_PLAIN})*+)"
    r"|<(/?)([a-z][a-z0-9]*+)((?:[^>\"]++|\"[^\"]*+\")*+)>|\A)([^<]*+)"
)
"""Paragraphs of plain text, or a tag: slash, name, attributes; and the text behind."""

_NAMES = re.compile(rf"(<(?:p|li)){_NAMED}")

_ID = re.compile(r"\sid=\"([^\"]*)\"")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT = frozenset("p code pre li ol ul sub sup".split())
"""Tags that the theme shows in what it found."""

_TOLD = _HEADINGS | _KEPT
"""Of all other tags, only how deep they go matters."""

_SCRIPT = re.compile(r"<script[^>]*>[^<]*</script>")
"""What search engines are told. There is no `<` in it."""

_REPEATED = re.compile(
    r"<(ul|ol|table|nav|footer) class=\"[^\"]*\" data-search-exclude[^>]*>"
)
"""Begins a list of what is found elsewhere. None of these holds another like it."""


@dataclass(slots=True)
class Section:
    """A heading and the text below it."""

    tag: str = ""
    depth: float = 0
    anchor: str | None = None
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)
    """Tags whose first element was taken in a run, and is not empty."""


def split(body: str) -> list[Section]:
    """Split a body, without the lists of what is found elsewhere, into its sections."""
    return _Splitter().split(without_repeated(body))


def without_repeated(body: str) -> str:
    """Leave out what its records say for themselves, and what is for programs."""
    if "<script" in body:
        body = _SCRIPT.sub("", body)
    kept: list[str] = []
    at = 0
    while match := _REPEATED.search(body, at):
        end = f"</{match[1]}>"
        kept.append(body[at : match.start()])
        at = body.index(end, match.end()) + len(end)  # ours, and always closed
    kept.append(body[at:])
    return "".join(kept)


class _Splitter:
    """Walks over the tags of a body once."""

    def __init__(self) -> None:
        self._section = Section()
        self._sections: list[Section] = []
        self._here = self._section.text
        """What is written next goes here: the title of the section, or its text."""

        self._pre = 0
        """How many `pre` are open. Only in these, line ends and spaces matter."""

    def split(self, body: str) -> list[Section]:
        depth = 0
        for run, slash, tag, attributes, text in _TOKEN.findall(body):
            if slash:
                if self._section.depth > depth:
                    self._leave(depth)
                depth -= 1
                if tag in _TOLD:
                    self._end(tag)
            elif run:
                self._run(run)
            elif tag and tag not in _VOID:
                depth += 1
                if tag in _TOLD:
                    self._start(tag, attributes, depth)
                elif not self._sections:
                    self._begin()
            if text:
                self._text(text)
        return self._sections

    def _begin(self) -> None:
        """Put what comes before the first heading into a section of its own."""
        if not self._sections:
            self._sections.append(self._section)

    def _run(self, run: str) -> None:
        """Take paragraphs of plain text."""
        self._begin()
        run = _NAMES.sub(r"\1", run)
        self._here.append(run if self._pre else run.replace("\n", " "))
        self._section.filled.update(tag for tag in ("p", "li") if f"<{tag}>" in run)

    def _start(self, tag: str, attributes: str, depth: int) -> None:
        """Begin a section, or an element that the theme shows."""
        if tag in _HEADINGS:
            if match := _ID.search(attributes):
                if tag != "h1" and not self._sections:
                    self._sections.append(Section(depth=depth))
                anchor = html.unescape(match[1]) if self._sections else None
                self._section = Section(tag=tag, depth=depth, anchor=anchor)
                self._sections.append(self._section)
            same = tag == self._section.tag
            self._here = self._section.title if same else self._section.text
            self._begin()
            return
        self._begin()
        self._pre += tag == "pre"
        self._here.append(f"<{tag}>")

    def _end(self, tag: str) -> None:
        if tag in _HEADINGS:
            self._here = self._section.text
            return
        self._pre -= tag == "pre"
        filled = tag in self._section.filled
        if filled or not _drop_if_empty(self._here, f"<{tag}>"):
            self._here.append(f"</{tag}>")

    def _leave(self, depth: int) -> None:
        """Go back to the section around, when what held a heading has ended."""
        for section in reversed(self._sections):
            if section.depth <= depth:
                self._section.depth = float("inf")
                self._section, self._here = section, section.text
                return

    def _text(self, text: str) -> None:
        if not self._sections:
            self._begin()
        if "&" in text:
            text = html.escape(html.unescape(text), quote=False)
        here = self._here
        if self._pre:
            here.append(text)
        elif not text.isspace():
            here.append(text.replace("\n", " "))
        elif here is self._section.title or not here or not here[-1].isspace():
            here.append(" ")


def _drop_if_empty(written: list[str], tag: str) -> bool:
    """Take back an element with nothing in it."""
    first = written.index(tag)
    if all(map(str.isspace, written[first + 1 :])):
        del written[first:]
        return True
    return False
