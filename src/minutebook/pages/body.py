"""A rendered body, put on a page: links lead to pages, actions show where they stand.

What comes in has passed the allow-list of `reading.prose`; what is added here is ours
and escaped. Nothing else touches a contributor's HTML.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from minutebook.book import Book, Leads, follow
from minutebook.book.links import FOLDERS
from minutebook.language import Language
from minutebook.pages.explain import Explainer
from minutebook.pages.paragraphs import NAMED, named_paragraphs
from minutebook.reading import Prose
from minutebook.records import Action

_PLAIN = (
    "p|ul|ol|li|blockquote|em|strong|del|sup|div|section|br|hr|table|thead|tbody|tr|th|td"
)
"""Tags that go onto a page as they are, unless they have an attribute that we mind."""

_RUN = (
    r"(?:[^<>&\"']+|&(?:amp|lt|gt);"
    rf"|</?(?:{_PLAIN})(?:{NAMED})?(?: align=\"[a-z]+\")?>){{1,500}}"
)
"""Text and plain tags in which nothing is to be changed but acronyms.

A run is not endless, because the engine remembers every part of it.
"""

_TAG = r"<(/?)([a-z][a-z0-9]*+)((?:[^>\"]++|\"[^\"]*+\")*+)>|([^<]++)"
"""One tag (slash, name, attributes) or one run of text, without ways back."""

_TOKEN = re.compile(rf"({_RUN})|{_TAG}")
_ATTRIBUTE = re.compile(r"([a-z-]+)(?:=\"([^\"]*)\")?")
"""One attribute of a tag: name, and value still escaped."""

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_QUIET = {"a", "code", "pre"} | _HEADINGS
"""Acronyms in links, code and headings are left alone."""

_ALERTS = {"caution": "danger", "important": "info"}
"""Alert kinds that the theme has another word for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a body is put."""

    book: Book
    file: str
    """The file it came from, relative to the notes folder."""

    root: str
    """The way from the page to the root of the site, e.g. `../../`."""

    explainer: Explainer
    language: Language
    live: Callable[[Action], Markup]
    """Shows where an action stands, beside a link to it."""


def body(
    prose: Prose,
    setting: Setting,
    *,
    level: int,
    prefix: str = "",
    citable: bool = False,
) -> Markup:
    """Put a body on a page, its highest heading as `h{level}`.

    `prefix` keeps the anchors of several bodies on one page apart. In a body that is
    `citable`, paragraphs have addresses; it is the only one on its page.
    """
    writer = _Writer(setting=setting, prefix=prefix, level=level)
    return writer.write(prose, named_paragraphs(prose.html) if citable else prose.html)


@dataclass(slots=True, kw_only=True)
class _Writer:
    """Walks over the tokens of one body once."""

    setting: Setting
    prefix: str
    level: int
    _out: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    """The tags that are open, as they were written; empty for one that was dropped."""

    _quiet: int = 0
    _seen: set[str] = field(default_factory=set)
    _levels: list[int] = field(default_factory=list)
    """The levels, as typed, of the headings above this place."""

    _after_link: Markup = field(default_factory=Markup)
    _anchors: Iterator[str] = field(default_factory=lambda: iter(()))

    def write(self, prose: Prose, safe: str) -> Markup:
        self._anchors = iter(heading.anchor for heading in prose.headings)
        for run, slash, tag, attributes, text in _TOKEN.findall(safe):
            if run:
                self._run(run)
            elif text:
                self._text(text)
            elif slash:
                self._end(tag)
            else:
                self._start(tag, dict(_ATTRIBUTE.findall(attributes)))
        return Markup("".join(self._out))  # noqa: S704 - safe: see the docstring above

    def _run(self, run: str) -> None:
        if not self._quiet:
            run = self.setting.explainer.explain(run, self._seen)
        self._out.append(run)

    def _text(self, text: str) -> None:
        if not self._quiet:
            safe = str(escape(html.unescape(text)))
            text = self.setting.explainer.explain(safe, self._seen)
        self._out.append(text)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        name: str = tag
        if tag in _HEADINGS:
            name = f"h{self._fit(int(tag[1]))}"
            attributes["id"] = str(escape(next(self._anchors)))
            self._seen.clear()
        if tag == "a":
            name = self._link(attributes)
        elif tag == "img":
            name = self._picture(attributes)
        elif tag == "input":
            done = "checked" in attributes
            say = self.setting.language.say
            attributes["aria-label"] = say("done") if done else say("not done")
        elif tag in ("div", "p"):
            _as_admonition(attributes)
        if "id" in attributes:
            attributes["id"] = self.prefix + attributes["id"]
        if tag in ("img", "br", "hr", "input"):
            self._out.append(_tag(name, attributes) if name else "")
            return
        if tag in _QUIET:
            self._quiet += 1
            self._open.append(name)
        self._out.append(_tag(name, attributes))

    def _end(self, tag: str) -> None:
        if tag in _QUIET:
            self._quiet -= 1
            tag = self._open.pop()
        self._out.append(f"</{tag}>")
        if tag == "a" and self._after_link:
            self._out.append(str(self._after_link))
            self._after_link = Markup()

    def _fit(self, typed: int) -> int:
        """Bring a heading below those of the page, leaving no level out."""
        while self._levels and self._levels[-1] >= typed:
            self._levels.pop()
        self._levels.append(typed)
        return min(self.level + len(self._levels) - 1, 6)

    def _link(self, attributes: dict[str, str]) -> str:
        """Point a link at a page; give the tag to write, or nothing to drop it."""
        typed = html.unescape(attributes.pop("href", ""))
        if not typed:
            return "span"
        setting = self.setting
        target = follow(setting.book, setting.file, typed)
        match target.leads:
            case Leads.ELSEWHERE:
                attributes["href"] = str(escape(typed))
                attributes["rel"] = "noopener noreferrer"
            case Leads.HERE:
                attributes["href"] = str(escape(f"#{self.prefix}{target.anchor}"))
            case Leads.ATTACHMENT:
                attributes["href"] = str(escape(setting.root + target.path))
            case Leads.REGISTER:
                page = {"glossary.yml": "glossary/"}.get(target.path, "organisations/")
                attributes["href"] = setting.root + page
            case Leads.RECORD if target.record:
                folder = FOLDERS[type(target.record)]
                anchor = f"#{target.anchor}" if target.anchor else ""
                page = f"{folder}/{target.record.id}/{anchor}"
                attributes["href"] = str(escape(setting.root + page))
                if isinstance(target.record, Action):
                    self._after_link = setting.live(target.record)
            case _:
                return "span"
        return "a"

    def _picture(self, attributes: dict[str, str]) -> str:
        typed = html.unescape(attributes.pop("src", ""))
        target = follow(self.setting.book, self.setting.file, typed)
        if target.leads is not Leads.ATTACHMENT:
            return ""
        attributes["src"] = str(escape(self.setting.root + target.path))
        attributes["loading"] = "lazy"
        attributes.setdefault("alt", "")
        return "img"


def _tag(name: str, attributes: dict[str, str]) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>"


def _as_admonition(attributes: dict[str, str]) -> None:
    """Dress the git host's alerts as the theme's admonitions."""
    given = attributes.pop("class", "")
    kind = given.rpartition("markdown-alert-")[2]
    if kind == "title":
        attributes["class"] = "admonition-title"
    elif "markdown-alert" in given:
        attributes["class"] = f"admonition {_ALERTS.get(kind, kind)}"
