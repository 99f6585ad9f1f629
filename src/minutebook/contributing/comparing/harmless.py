"""A stranger's words in a comment of a pull request: read, and nothing else.

On a git host, `@name` calls somebody, `#12` writes into another thread, an address
becomes a link, and a sign of Markdown or HTML sets the rest of a page in bold. None of
that is for a note to do.
"""

from __future__ import annotations

import re

_NOTHING = "&#8203;"
"""A space without width: readers do not see it, and no program reads across it."""

_PLAIN = " ,;?'/()\""
"""Signs that mean nothing anywhere in a line; letters, figures and `é` aside."""

_PLAIN_BEHIND_A_WORD = ".:-"
"""Signs that mean something at the beginning of a line or a word only."""

_CALLS = re.compile(
    r"@|\#|\bGH-|:(?=\S)|\bwww(?=\.)|\b[0-9a-f]{4}(?=[0-9a-f]{3,36}\b)", re.IGNORECASE
)
"""What a host looks for: names, threads, faces such as `:tada:`, addresses, commits."""


def harmless(text: str) -> str:
    """Write a text so that a git host shows it word for word, on one line."""
    line = " ".join(text.split())
    line = "".join(sign if sign.isprintable() else "\ufffd" for sign in line)
    apart = _CALLS.sub(lambda call: f"{call[0]}\n", line)
    return "".join(map(_escaped, f" {apart}", apart))


def _escaped(before: str, sign: str) -> str:
    """Write a sign that could be a mark by its number, which never is one."""
    if sign == "\n":
        return _NOTHING
    is_plain = sign.isalnum() or sign in _PLAIN or not sign.isascii()
    if is_plain or (sign in _PLAIN_BEHIND_A_WORD and before.isalnum()):
        return f"&#{ord(sign)};" if sign == "." and before.isdigit() else sign
    return f"&#{ord(sign)};"
