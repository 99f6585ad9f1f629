"""The words around the notes, and days and numbers, as a language has them."""

from minutebook.language.language import (
    ENGLISH,
    LANGUAGES,
    N_,
    NN_,
    Language,
    language_named,
)

__all__ = ["ENGLISH", "LANGUAGES", "NN_", "N_", "Language", "language_named"]
