"""A page as Markdown, for people's tools: what the page says, and nothing else.

It is made from the finished body, so what is hidden from an audience, or left out of a
note, cannot be in it. Links are whole addresses, if it is known where the site stands.
Bodies are ours and well formed. A tool that reads the Markdown again finds the words, the
headings, lists, tables and links; not every line of a list item stays one.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from minutebook.pages.inline import LINE_END, Inline

PLAIN = "index.md"
"""The name of the Markdown, beside the page."""

_TAG = re.compile(r"<(/?[a-z]+)([0-9]*)>([^<]*)")
"""A tag, its number, and the text behind it."""

_BEGINNING = re.compile(r"([#+=-])|(\d{1,9})(?=[.)](?:\s|$))")
"""What would be a mark at the beginning of a line: a dash, or a number with its dot."""

_BEGINNINGS = frozenset("#+=-0123456789")
_BEFORE_A_SIGN = re.compile(r" (?=[,.;](?:\s|$))")


def plain(body: str, facts: Mapping[str, str], *, page: str, address: str) -> str:
    """Write a body as Markdown, below `facts` as front matter.

    `page` is the address of the page within the site, and `address` that of the site, or
    nothing.
    """
    inline = Inline(root="../" * page.count("/"), page=page, address=address)
    blocks = _Blocks().write(inline.marked(body))
    return f"{_front(facts)}\n{inline.restored(blocks)}"


def _front(facts: Mapping[str, str]) -> str:
    """Write facts as front matter. Text in JSON is text in YAML, too."""
    lines = (
        f"{name}: {json.dumps(unescaped(value), ensure_ascii=False)}\n"
        for name, value in facts.items()
        if value
    )
    return f"---\n{''.join(lines)}---\n"


def unescaped(text: str) -> str:
    """Give what was made for a page as plain text."""
    return html.unescape(text) if isinstance(text, Markup) else text


@dataclass(slots=True)
class _Blocks:
    """Lays out blocks, walking over their tags once."""

    _done: list[str] = field(default_factory=list)
    _here: str = ""
    """The line that is being written."""

    _prefix: str = ""
    """What stands before every line at this place, such as `> `."""

    _lead: str = ""
    """What stands before the next line instead, such as `- `, if there is something."""

    _outside: list[tuple[str, str]] = field(default_factory=list)
    """What is open that has a prefix of its own: its tag, and the prefix outside it."""

    _lists: list[int] = field(default_factory=list)
    """The next number of each open list; 0 for one without numbers."""

    _apart: bool = True
    """Whether a line is left empty before the next one."""

    _last: str = ""
    """The prefix of the last line."""

    _cells: int = 0
    """How many cells the open row of a table has; 0 if none is open."""

    _rows: int = 0

    def write(self, body: str) -> str:
        act = self._acts()
        close = self._close
        for tag, number, text in _TAG.findall(f"<div>{body}</div>"):
            act.get(tag, close)(number)
            if text and not text.isspace():
                self._here += text
        return "".join(self._done)

    def _acts(self) -> Mapping[str, Callable[[str], None]]:
        """Tell what is done about each tag; about others, the line is ended."""
        return {
            "q": self._paragraph, "h": self._heading, "hr": self._rule,
            "ul": self._list, "/ul": self._end_list,
            "ol": self._numbered, "/ol": self._end_list,
            "dl": self._list, "/dl": self._end_list,
            "li": self._item, "/li": self._end_item,
            "dt": self._term, "/dt": self._end_term, "dd": self._meaning,
            "/dd": self._nothing,
            "blockquote": self._quote, "/blockquote": self._end_quote,
            "table": self._table, "tr": self._close, "/tr": self._end_row,
            "td": self._cell, "th": self._cell,
            "/td": self._nothing, "/th": self._nothing,
        }  # fmt: skip

    def _nothing(self, _: str) -> None:
        pass

    def _paragraph(self, _: str) -> None:
        self._close("")
        self._apart = self._apart or not self._lead

    def _heading(self, level: str) -> None:
        self._close("")
        self._lead = (self._lead or self._prefix) + "#" * int(level or 1) + " "

    def _rule(self, _: str) -> None:
        self._close("")
        self._line("---")

    def _list(self, _: str) -> None:
        self._close("")
        self._apart = self._apart or not self._lists
        self._lists.append(0)

    def _numbered(self, first: str) -> None:
        self._list("")
        self._lists[-1] = int(first or 1)

    def _end_list(self, _: str) -> None:
        self._close("")
        self._leave("dt")
        if self._lists:
            self._lists.pop()

    def _item(self, _: str) -> None:
        self._close("")
        number = self._lists[-1] if self._lists else 0
        if number:
            self._lists[-1] += 1
        self._indent("li", f"{number}. " if number else "- ")

    def _end_item(self, _: str) -> None:
        self._close("")
        self._leave("li")

    def _term(self, _: str) -> None:
        self._close("")
        self._leave("dt")
        self._indent("dt", "- ")
        self._here = "**"

    def _end_term(self, _: str) -> None:
        self._here = f"{self._here.rstrip()}:** "

    def _meaning(self, _: str) -> None:
        if self._here and not self._here.endswith(":** "):
            self._here += "; "

    def _quote(self, _: str) -> None:
        self._close("")
        self._indent("blockquote", "> ")

    def _end_quote(self, _: str) -> None:
        self._close("")
        self._leave("blockquote")
        self._apart = True

    def _table(self, _: str) -> None:
        self._close("")
        self._apart, self._rows = True, 0

    def _cell(self, _: str) -> None:
        self._here += " | " if self._cells else ""
        self._cells += 1

    def _end_row(self, _: str) -> None:
        cells, self._cells = self._cells, 0
        row = f"| {' '.join(self._here.replace(LINE_END, ' ').split())} |"
        self._here = ""
        if self._rows:
            self._done.append(f"{self._prefix}{row}\n")
        else:
            self._line(f"{row}\n{self._prefix}|{' --- |' * cells}")
        self._rows += 1

    def _indent(self, tag: str, mark: str) -> None:
        if not self._cells:
            self._outside.append((tag, self._prefix))
            self._lead = (self._lead or self._prefix) + mark
            self._prefix += mark if mark == "> " else " " * len(mark)

    def _leave(self, tag: str) -> None:
        """Leave what has a prefix of its own, if it is open here."""
        if self._outside and self._outside[-1][0] == tag and not self._cells:
            self._close("")
            self._prefix = self._outside.pop()[1]
            self._lead, self._apart = "", False

    def _close(self, _: str) -> None:
        """End the line that is being written, if there is anything in it."""
        if not self._here:
            return
        if self._cells:
            self._here += " "
            return
        text, self._here = " ".join(self._here.split()), ""
        if " ," in text or " ." in text or " ;" in text:
            text = _BEFORE_A_SIGN.sub("", text)
        if text[0] in _BEGINNINGS:
            text = _BEGINNING.sub(_as_text, text, count=1)
        if LINE_END in text:
            text = f"\\\n{self._prefix}".join(map(str.strip, text.split(LINE_END)))
        self._line(text)

    def _line(self, text: str) -> None:
        prefix = self._prefix
        if (self._apart or not self._lists) and self._done:
            self._done.append(min(self._last, prefix, key=len).rstrip() + "\n")
        self._done.append(f"{self._lead or prefix}{text}\n")
        self._lead, self._apart, self._last = "", False, prefix


def _as_text(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\"
