"""Two people who share what stands behind them: a surname, an office, a stall.

Mr and Mrs Whelan        Jonny & Kim Rowse        Ken & Maureen Sprake (hall secretaries)
"""

from __future__ import annotations

import re

from minutebook.importing.recognising.language.names import (
    is_full_name,
    is_name_like,
    is_one_name,
)
from minutebook.importing.recognising.language.vocabulary import (
    is_organisation_like,
    is_role_like,
)

_TITLED = re.compile(
    r"\b(?P<one>Mr|Mrs|Ms|Dr|Rev|Revd|Sir)\.?\s+(?:and|&)\s+(?P<other>Mrs|Ms|Mr|Dr|Lady|Miss)"
    r"\.?\s+(?P<name>(?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,2})"
)
_WORD = r"[^\W\d_a-z][\w'’-]+"
_BY_FIRST_NAMES = re.compile(
    rf"(?<![^,;\s])(?P<one>{_WORD})\s+(?P<sign>&|\+|and)\s+(?P<other>{_WORD})\s+(?P<name>{_WORD})"
    r"(?P<aside>\s*\([^()]{1,60}\))?(?=\s*(?:[,;.]|$|and\b|&))"
)


def each_named(text: str) -> str:
    """Write a run of people with a name of its own for each of a couple."""
    text = _TITLED.sub(r"\g<one> \g<name>, \g<other> \g<name>", text)
    return _BY_FIRST_NAMES.sub(_both, text)


def _both(found: re.Match[str]) -> str:
    text = found.string
    before, after = text[: found.start()], text[found.end() :]
    begins = not before.strip() or re.search(r"(?:[,;]|\band|&)\s*$", before)
    if not begins or not _is_couple(found):
        return found.group()
    around = [part.split("(")[0].strip() for part in re.split("[,;]", before + after)]
    full = sum(map(is_full_name, around)) > 1 or (not before.strip() and len(around) > 1)
    alone = not any(map(is_name_like, around))
    plus = found["sign"] != "and" and (full or alone)
    if not plus and not (full and after.strip(" .")):
        return found.group()
    aside = found["aside"] or ""
    return (
        f"{found['one']} {found['name']}{aside}, {found['other']} {found['name']}{aside}"
    )


def _is_couple(found: re.Match[str]) -> bool:
    """Whether all three words are those of names."""
    words = (found["one"], found["other"], found["name"])
    plain = not any(is_role_like(word) or is_organisation_like(word) for word in words)
    whole = f"{found['other']} {found['name']}"
    return plain and is_one_name(found["one"]) and is_full_name(whole)
