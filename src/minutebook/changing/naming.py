"""Names for new records: ids out of words, titles out of sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence

_LONGEST_SLUG = 60
_LONGEST_TITLE = 90
_BREAK = re.compile(
    r";\s|\s[–—-]\s|\s\(|,?\s(?:which|so that|in order to|because|whether|as well as)\s"
)
_SMALL = frozenset("a an and at by for from in of on or the to with".split())


def slug_of(words: str, otherwise: str = "untitled") -> str:
    """Make an id of words: `Women's contract lot` gives `womens-contract-lot`."""
    plain = unicodedata.normalize("NFKD", words.replace("ß", "ss"))
    plain = plain.encode("ascii", "ignore").decode().casefold().replace("'", "")
    parts: list[str] = []
    length = 0
    for part in re.findall(r"[a-z0-9]+", plain.replace("&", " and ")):
        length += len(part) + 1
        if parts and length > _LONGEST_SLUG:
            break
        parts.append(part[:_LONGEST_SLUG])
    while len(parts) > 1 and parts[-1] in _SMALL:
        parts.pop()
    return "-".join(parts) or otherwise


def unused(wanted: str, is_used: Callable[[str], bool]) -> str:
    """Give an id that is not taken: the one wanted, or with the next number behind."""
    if not is_used(wanted):
        return wanted
    number = 2
    while is_used(f"{wanted}-{number}"):
        number += 1
    return f"{wanted}-{number}"


def numbered(wanted: str, taken: Collection[str]) -> str:
    """Give an action the next number of its meeting that nobody has: `...-a3`."""
    stem, _, number = wanted.rpartition("-a")
    count = int(number)
    while f"{stem}-a{count}" in taken:
        count += 1
    return f"{stem}-a{count}"


def all_unused(wanted: Sequence[str], taken: Collection[str] = ()) -> tuple[str, ...]:
    """Give each its id, with numbers where several want the same."""
    used = set(taken)
    found: list[str] = []
    for one in wanted:
        found.append(unused(one, used.__contains__))
        used.add(found[-1])
    return tuple(found)


def title_of(text: str, owners: Sequence[str] = ()) -> str:
    """Shorten a sentence to a title: its first clause, without who is to do it."""
    title = _without_owner(" ".join(text.split()), owners)
    title = re.split(r"(?<=[\w)’'”\"])[.?!](?:\s|$)", title, maxsplit=1)[0]
    if len(title) > _LONGEST_TITLE:
        title = _cut(title)
    title = title.strip(" ,;:–—-")
    return title[:1].upper() + title[1:] or "Untitled"


def _without_owner(text: str, owners: Sequence[str]) -> str:
    """Take `Clinks to` off the beginning of `Clinks to collate data`."""
    if not owners:
        return text
    matched = re.match(
        r"(?P<who>[^.;:]{1,120}?)\s+(?:(?:is|are|was|were)\s+(?:asked\s+)?to|agreed\s+to"
        r"|to|will|undertook\s+to|offered\s+to)\s+(?P<what>\S.*)",
        text,
    )
    if not matched:
        return text
    who = matched["who"].casefold()
    return matched["what"] if owners[0].casefold()[:4] in who else text


def _cut(title: str) -> str:
    """End a long title where another clause begins, or else at a space."""
    head = title[:_LONGEST_TITLE]
    breaks = [found.start() for found in _BREAK.finditer(head)]
    late = [at for at in breaks if at >= _LONGEST_TITLE // 3]
    if late:
        return head[: late[-1]]
    words = head.split()[:-1]
    while len(words) > 1 and words[-1].casefold() in _SMALL:
        words.pop()
    return f"{' '.join(words)} …"
