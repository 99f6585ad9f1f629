"""The words around a page, for the theme's templates, in the language of the site.

Templates of the theme are filled by a renderer that knows nothing of our catalogue, so
they find the words among the settings, as `config.extra.minutebook_words`.
"""

from __future__ import annotations

from collections.abc import Mapping

from minutebook.language import N_, Language

KEY = "minutebook_words"
"""Where templates find the words, below `extra` in the settings."""

_WORDS: Mapping[str, str] = {
    "breadcrumbs": N_("Breadcrumbs"),
    "colours": N_("Change the colours"),
    "contents": N_("On this page"),
    "look": N_("Look by"),
    "main": N_("Main navigation"),
    "menu": N_("Menu"),
    "missing": N_("There is no page at this address."),
    "missing_search": N_("Search with the box at the top of this page."),
    "missing_title": N_("Page not found"),
    "missing_why": N_(
        "If you typed the address, check that it is right. If you followed a link, the"
        " record may have been renamed or withdrawn."
    ),
}


def shell_words(language: Language) -> dict[str, str]:
    """Give the words by the names that templates know them by."""
    words = {name: language.say(message) for name, message in _WORDS.items()}
    return words | {"locale": language.locale}
