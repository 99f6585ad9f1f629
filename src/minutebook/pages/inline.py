"""What stands within a line of a body, as Markdown; the blocks around it stay tags.

A body of 40 KB has thousands of tags. Each step here is one pass over the whole body, in
which only links, pictures and code are looked at one by one. Signs that no note may hold
keep their places until the blocks are laid out.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

LINE_END = "\x04"
"""Ends a line within a paragraph."""

_LINK, _LINK_END, _KEPT = "\x01", "\x02", "\x03"

_ATTRIBUTES = r"(?:[^>\"]++|\"[^\"]*+\")*+"
_SILENT = {
    f"<{tag}": re.compile(rf"<{tag}\b{_ATTRIBUTES}>.*?</{tag}>", re.DOTALL)
    for tag in "button form script select style svg template textarea".split()
} | {
    "footnote-backref": re.compile(
        rf"<a\b(?=[^>]*\sclass=\"footnote-backref\"){_ATTRIBUTES}>[^<]*</a>"
    )
}
"""Elements that say nothing, or only what is said elsewhere. None holds its own kind."""

_HIDDEN = re.compile(
    rf"<([a-z][a-z0-9]*+)(?:\s[a-z-]+(?:=\"[^\"]*\")?)*?"
    rf"\s(?:hidden(?:=\"[^\"]*\")?|aria-hidden=\"true\")(?=[\s>]){_ATTRIBUTES}>.*?</\1>",
    re.DOTALL,
)
_CODE = re.compile(rf"<(pre|code)\b{_ATTRIBUTES}>(.*?)</\1>", re.DOTALL)
_A = re.compile(
    r"<a\b(?:\s(?!href=)[a-z-]+(?:=\"[^\"]*\")?)*+(?:\shref=\"([^\"]*)\")?"
    rf"{_ATTRIBUTES}>"
)
_IMG = re.compile(rf"<img\b({_ATTRIBUTES})>")
_ATTRIBUTE = re.compile(r'\s(src|alt)="([^"]*)"')
_START = re.compile(r'<ol\b[^>]*\sstart="(\d+)"[^>]*>')
_CHECKED = re.compile(r"<input\b[^>]*\schecked[^>]*>")
_SPAN = re.compile(rf"<span {_ATTRIBUTES}>")
_TRANSPARENT = re.compile(
    rf"</?(?:span|abbr|time|small|mark|u|kbd|wbr|label|thead|tbody|colgroup|col)"
    rf"(?:\s{_ATTRIBUTES})?>|<!--.*?-->",
    re.DOTALL,
)
_TAG = re.compile(rf"<(/?[a-z][a-z0-9]*+)\s{_ATTRIBUTES}>")
_SPECIAL = re.compile(r"[\\`*_\[\]|]|~~|&(?:lt|gt);|&amp;(?=#?\w+;)")
_HINTS = ("\\", "`", "*", "_", "[", "]", "|", "~~", "&lt;", "&gt;", "&amp;")
"""One of these is wherever there is something special, and quickly found."""

_LINKED = re.compile(f"{_LINK}([^{_LINK}{_LINK_END}]*){_LINK_END}")
_TICKS = re.compile("`+")
_UNSAFE = re.compile(r'[ ()<>\\"]')
_IN_ADDRESS = {ord(sign): f"%{ord(sign):02X}" for sign in ' ()<>\\"'}
_MARKS = {
    "strong": "**", "/strong": "**", "em": "*", "/em": "*", "del": "~~", "/del": "~~",
    "sup": "^", "/sup": "", "/a": _LINK_END, "br": LINE_END,
    "input": "[ ] ", "inputx": "[x] ",
}  # fmt: skip
_SIGNS = {"&amp;": "&", "&#34;": '"', "&quot;": '"', "&#39;": "'", "&nbsp;": " "}


@dataclass(slots=True, kw_only=True)
class Inline:
    """Turns what is within lines into Markdown, and back what keeps its place."""

    root: str
    """The way from the page to the root of the site, e.g. `../../`."""

    page: str
    """The address of the page within the site."""

    address: str
    """Of the site, ending in `/`, or nothing."""

    _targets: list[str] = field(default_factory=list)
    _kept: list[str] = field(default_factory=list)
    """Code, in the order of the text; beginning with a line end if it is a block."""

    def marked(self, body: str) -> str:
        """Give a body in which blocks are bare tags, and all else is Markdown.

        A paragraph without attributes, as notes have it, becomes a `q`.
        """
        for hint, silent in _SILENT.items():
            if hint in body:
                body = silent.sub("", body)
        if " hidden" in body or 'aria-hidden="true"' in body:
            body = _HIDDEN.sub("", body)
        if "<code" in body or "<pre" in body:
            body = _CODE.sub(self._keep, body)
        if "<img" in body:
            body = _IMG.sub(self._picture, body)
        if "<ol " in body:
            body = _START.sub(r"<ol\1>", body)
        if "<input" in body:
            body = _CHECKED.sub("<inputx>", body)
        body = _A.sub(self._link, body.replace("<p>", "<q>"))
        body = _TRANSPARENT.sub(
            "", _SPAN.sub(" ", body)
        )  # badges and the like stand apart
        body = _TAG.sub(r"<\1>", body)
        if any(hint in body for hint in _HINTS):
            body = _SPECIAL.sub(r"\\\g<0>", body)
        for tag, mark in _MARKS.items():
            body = body.replace(f"<{tag}>", mark)
        return body

    def restored(self, text: str) -> str:
        """Put back what kept its place, and undo the escaping for HTML."""
        text = text.replace("\\&lt;", "\\<").replace("\\&gt;", "\\>")
        if "&" in text:
            for written, sign in _SIGNS.items():
                text = text.replace(written, sign)
        targets = iter(self._targets)
        text = _LINKED.sub(lambda link: _linked(link[1], next(targets)), text)
        if self._kept:
            text = _in_their_places(text, self._kept)
        return text

    def _link(self, tag: re.Match[str]) -> str:
        self._targets.append(self._where(tag[1] or "#"))
        return _LINK

    def _keep(self, code: re.Match[str]) -> str:
        text = html.unescape(re.sub(r"<[^>]*>", "", code[2]))
        block = code[1] == "pre"
        self._kept.append(_fenced(text) if block else _ticked(text))
        return f"<q>{_KEPT}</q>" if block else _KEPT

    def _picture(self, tag: re.Match[str]) -> str:
        found = dict(_ATTRIBUTE.findall(tag[1]))
        words = _SPECIAL.sub(r"\\\g<0>", found.get("alt", ""))
        source = self._where(found["src"]) if "src" in found else ""
        self._kept.append(f"![{html.unescape(words)}]({source})" if source else "")
        return _KEPT

    def _where(self, href: str) -> str:
        """Give the whole address of a link, if that can be told."""
        to = html.unescape(href) if "&" in href else href
        if to.startswith("#"):
            return to
        if self.address and "://" not in to and not to.startswith(("mailto:", "tel:")):
            if to.startswith(self.root):
                to = self.address + to[len(self.root) :]
            else:
                to = self.address + self.page + to.removeprefix("./")
        return to.translate(_IN_ADDRESS) if _UNSAFE.search(to) else to


def _linked(words: str, target: str) -> str:
    """Write a link. One that leads to a place on the same page is text."""
    if target.startswith("#") or not words.strip():
        return words
    return f"[{words.strip()}]({target})"


def _ticked(text: str) -> str:
    code = " ".join(text.split())
    ticks = "`" * (max(map(len, _TICKS.findall(code)), default=0) + 1)
    space = " " if code.startswith("`") or code.endswith("`") else ""
    return f"{ticks}{space}{code}{space}{ticks}"


def _fenced(text: str) -> str:
    code = text.strip("\n")
    fence = "`" * max(max(map(len, _TICKS.findall(code)), default=0) + 1, 3)
    return f"{fence}\n{code}\n{fence}"


def _in_their_places(text: str, kept: list[str]) -> str:
    """Put code and pictures back, the lines of a block as far in as its first."""
    lines = []
    left = iter(kept)
    for line in text.split("\n"):
        before, *after = line.split(_KEPT)
        inside = re.match(r"(?:[ >]|- |\d+\. )*", before)
        indent = "".join(" >"[sign == ">"] for sign in inside[0]) if inside else ""
        for rest in after:
            before += next(left).replace("\n", f"\n{indent}") + rest
        lines.append(before)
    return "\n".join(lines)
