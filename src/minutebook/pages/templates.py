"""Views to HTML: the home of Jinja2. Every value is escaped unless it says it is safe."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup, escape

from minutebook import words
from minutebook.book import Book
from minutebook.edition import Edition
from minutebook.language import Language
from minutebook.pages.body import Setting, body
from minutebook.pages.event import event
from minutebook.pages.explain import Explainer
from minutebook.reading import Prose
from minutebook.records import Action
from minutebook.views.cards import Ref, action_card


class Renderer:
    """Fills the templates for one book on one day."""

    def __init__(
        self, book: Book, today: dt.date, edition: Edition, language: Language
    ) -> None:
        """Prepare what all pages share."""
        self._book = book
        self._today = today
        self._edition = edition
        self._language = language
        self._environment = _environment(language)
        self._explainer = Explainer(book)

    def render(self, template: str, address: str, facts: Mapping[str, Any]) -> str:
        """Fill a template with facts, for the page at `address`."""
        root = "../" * address.count("/")
        live = functools.partial(self._live, root)

        def prose(
            of: Prose,
            file: str,
            *,
            level: int = 2,
            prefix: str = "",
            citable: bool = False,
        ) -> Markup:
            setting = Setting(
                book=self._book,
                file=file,
                root=root,
                language=self._language,
                explainer=self._explainer,
                live=live,
            )
            return body(of, setting, level=level, prefix=prefix, citable=citable)

        def href(to: Ref | str) -> str:
            address = to if isinstance(to, str) else f"{to.folder}/{to.id}/"
            return root + address or "./"

        return self._environment.get_template(template).render(
            facts,
            href=href,
            prose=prose,
            paragraphs=self._explainer.paragraphs,
            event=functools.partial(event, edition=self._edition),
            can_follow=bool(self._edition.address),
            contribute=self._edition.contribute,
        )

    def _live(self, root: str, action: Action) -> Markup:
        """Show beside a link to an action who owes it, by when, and where it stands."""
        card = action_card(self._book, action, self._today)
        parts = self._environment.get_template("parts.html").module
        href = functools.partial(_href_from, root)
        return Markup(parts.live(card, href))  # type: ignore[attr-defined] # noqa: S704 - the macro escapes


def _href_from(root: str, to: Ref) -> str:
    return f"{root}{to.folder}/{to.id}/"


class _PlainCalls(Context):
    """Calls what a template calls, and looks for nothing else to hand over.

    Our macros and functions ask for none of what Jinja2 could pass them, and looking
    for it, on every call, takes longer than the calls.
    """

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,  # noqa: ANN401 - as Jinja2 has it
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,  # noqa: ANN401 - as Jinja2 has it
    ) -> Any:  # noqa: ANN401 - as Jinja2 has it
        """Call a macro or function."""
        return called(*args, **kwargs)


class _Plain(Environment):
    """Looks for what a template asks of a value in one place, as Python does."""

    getattr = staticmethod(getattr)  # type: ignore[assignment] # fewer kinds of value


def _written(value: object) -> str:
    """Escape a value for a page, unless it says it is safe.

    Does what Jinja2's own does, and leaves text as it is that has nothing to escape.
    """
    if type(value) is Markup:
        return value
    if type(value) is not str:
        return escape(value)
    text = value
    special = "&" in text or "<" in text or ">" in text or '"' in text or "'" in text
    return escape(text) if special else text


@functools.cache
def _environment(language: Language) -> Environment:
    """Prepare the templates, with the words and days of a language."""
    environment = _Plain(
        loader=PackageLoader("minutebook.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.context_class = _PlainCalls
    environment.filters |= {
        "day": language.day,
        "short_day": language.short_day,
        "clock": language.clock,
        "when": language.when,
        "step_day": language.step_day,
        "sentence": words.sentence,
        "span": language.span,
        "number": language.number,
    }
    environment.globals |= {
        "_": language.say,
        "ngettext": language.say_many,
        "series": language.series,
    }
    for name in environment.list_templates():
        code = environment.get_template(name).root_render_func.__globals__
        code["escape"] = _written
    return environment
