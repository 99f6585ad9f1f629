"""What a YAML parser says, in words for people who have never heard of YAML."""

from __future__ import annotations

_NOT_YAML = (
    "these fields cannot be read from here on",
    (
        "look at this line and the one above: is a colon, a quote or a bracket missing,"
        " or the line `---` below the fields?"
    ),
)

_IN_PLAIN_WORDS = {
    "mapping values are not allowed in this context": (
        "there is a second `: ` in this line, or it is set in too far",
        "put quotes around text that contains `: `; begin fields at the left edge",
    ),
    "found character that cannot start any token": (
        "a value cannot begin with this sign",
        "put quotes around text that begins with @ or `; set in with spaces, not tabs",
    ),
    "could not find expected ':'": (
        "the colon after the name of a field is missing",
        (
            "write `name: value`; look at the line above, too,"
            " and whether the line `---` stands below the fields"
        ),
    ),
    "did not find expected key": (
        "this line does not fit the ones above",
        "begin fields at the left edge; look for a quote inside a quoted text",
    ),
    "did not find expected ',' or ']'": (
        "a list that began with `[` never ends",
        "put `]` after the last item; it may be missing in the line above",
    ),
    "did not find expected ',' or '}'": (
        "what began with `{` never ends",
        "put `}` at the end; it may be missing in the line above",
    ),
    "did not find expected '-' indicator": (
        "every entry of this list begins with `- `",
        "put `- ` before this entry, or set it in under the entry it belongs to",
    ),
    "found unexpected end of stream": (
        "a text that began with a quote never ends",
        "put the same quote at its end",
    ),
}
"""What the parser says, and what a writer can do about it."""


def in_plain_words(said: str | None) -> tuple[str, str]:
    """Tell what is wrong, and what to do about it."""
    return _IN_PLAIN_WORDS.get(said or "", _NOT_YAML)
