"""Marks within a line of text: emphasis, links and code, as Markdown writes them.

People use these marks in text of every kind, so text is read as Markdown is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from minutebook.changing.escaping import escape, not_a_mark, without_marks

_SAFE = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)

_MARK = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | !?\[(?P<label>[^\[\]\n]{1,400})\]
        \((?P<target>(?:[^()\s]|\([^()\s]*\)){0,600})(?:\s+"[^"\n]*")?\)
    | <(?P<auto>(?:https?://|mailto:)[^\s<>]{1,600})>
    | (?P<tag></?(?:p|br|b|i|em|strong|u|span|div|font|li|ul|ol|h[1-6]|center|small|sup
        |sub|tt|blockquote|hr|td|tr|table|a)\b[^<>\n]{0,400}>)
    | `(?P<code>[^`\n]{1,400})`
    | (?P<strong>\*\*|__)(?=\S)
    | (?P<em>(?<![\w*])\*(?=[^\s*])|(?<![\w_])_(?=[^\s_]))
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text of one look."""

    text: str
    strong: bool = False
    emphasis: bool = False
    target: str | None = None
    """Where it leads, if it leads to a page or an address for letters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A text without its marks, and what they meant: see `Block`."""

    text: str
    strong: int = 0
    markdown: str = ""


def read_inline(marked: str) -> Inline:
    """Read the marks of a text."""
    return inline_of(_runs(marked))


def dropped_targets(marked: str) -> tuple[str, ...]:
    """List where the links of a text lead that lose their target."""
    targets = (found["target"] for found in _MARK.finditer(marked) if found["label"])
    return tuple(one for one in targets if one and not is_safe_target(one))


def inline_of(runs: Iterable[Run]) -> Inline:
    """Put runs together: the words, how many are emphasised, and Markdown of both."""
    tidy = _tidy(runs)
    text = "".join(run.text for run in tidy)
    strong = 0
    for run in tidy:
        if not run.strong and run.text.strip():
            break
        strong += len(run.text)
    strong = min(len(text), strong) if any(run.strong for run in tidy) else 0
    if strong and strong < len(text):
        strong = len(text[:strong].rstrip())
    if not any(run.strong or run.emphasis or run.target for run in tidy):
        escaped = escape(text)
        return Inline(text=text, markdown="" if escaped == text else escaped)
    markdown = "".join(_rendered(run) for run in tidy)
    return Inline(text=text, strong=strong, markdown=not_a_mark(markdown))


def is_safe_target(target: str) -> bool:
    """Whether a link may keep its target: http, https or mailto."""
    return _SAFE.match(target.strip()) is not None


def _tidy(runs: Iterable[Run]) -> list[Run]:
    """Make white space single, across runs as well, and join runs of one look."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"\s+", " ", run.text)
        if not found or found[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if not text:
            continue
        last = found[-1] if found else None
        if last and replace(last, text="") == replace(run, text=""):
            found[-1] = replace(last, text=last.text + text)
        else:
            found.append(replace(run, text=text))
    if found:
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return [run for run in found if run.text]


def _rendered(run: Run) -> str:
    words = without_marks(run.text)
    inner = words.strip()
    if not inner:
        return words
    before = words[: len(words) - len(words.lstrip())]
    after = words[len(words.rstrip()) :]
    if run.target:
        inner = f"[{inner}](<{run.target}>)"
    if run.emphasis:
        inner = f"*{inner}*"
    if run.strong:
        inner = f"**{inner}**"
    return f"{before}{inner}{after}"


def _runs(marked: str, look: Run | None = None, depth: int = 0) -> list[Run]:
    """Cut a text where marks begin and end."""
    look = look or Run(text="")
    found: list[Run] = []
    at = 0
    for mark in _marks(marked):
        if mark.start() < at:
            continue
        inner, end = _inside(marked, mark, look, depth)
        if end < 0:
            continue
        found += [replace(look, text=marked[at : mark.start()]), *inner]
        at = end
    return [*found, replace(look, text=marked[at:])]


def _marks(marked: str) -> Iterable[re.Match[str]]:
    return _MARK.finditer(marked)


def _inside(
    marked: str, mark: re.Match[str], look: Run, depth: int
) -> tuple[list[Run], int]:
    """Give what a mark stands around and where it ends; -1 where it is none."""
    as_it_is = mark["escaped"] or mark["code"]
    if as_it_is:
        return [replace(look, text=as_it_is)], mark.end()
    if mark["tag"]:
        return [replace(look, text=" " if _breaks(mark["tag"]) else "")], mark.end()
    if mark["auto"]:
        return [replace(look, text=mark["auto"], target=mark["auto"])], mark.end()
    if mark["label"]:
        target = mark["target"]
        to = target if is_safe_target(target) else None
        return _deeper(mark["label"], replace(look, target=to), depth), mark.end()
    sign = mark["strong"] or mark["em"]
    end = _end_of(marked, mark.end(), sign)
    if end < 0:
        return [], -1
    changed = (
        replace(look, strong=True) if mark["strong"] else replace(look, emphasis=True)
    )
    return _deeper(marked[mark.end() : end], changed, depth), end + len(sign)


_DEEPEST = 4


def _deeper(marked: str, look: Run, depth: int) -> list[Run]:
    if depth >= _DEEPEST:
        return [replace(look, text=marked)]
    return _runs(marked, look, depth + 1)


_FURTHEST = 2000
"""How far the end of an emphasis is looked for."""


def _end_of(marked: str, start: int, sign: str) -> int:
    """Find where an emphasis ends: its sign again, with no space before it."""
    at = start
    while (at := marked.find(sign, at + 1, start + _FURTHEST)) > 0:
        alone = sign != sign[0] or not (
            marked[at - 1 : at] == sign or marked[at + 1 : at + 2] == sign
        )
        after = marked[at + len(sign) : at + len(sign) + 1]
        if (
            alone
            and not marked[at - 1].isspace()
            and not (sign[0] == "_" and after.isalnum())
        ):
            return at
    return -1


def _breaks(tag: str) -> bool:
    name = re.sub(r"[^a-z0-9]", "", tag.split(" ", 1)[0].casefold())
    return name in {"br", "p", "div", "li", "td", "tr", "hr"}
