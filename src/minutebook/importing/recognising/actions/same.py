"""When two actions are one, said twice: in the text, and in a summary of it.

A summary shortens, moves the owner and puts one verb for another. Two actions that share
many words are two nevertheless, where each has a word of its own that counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from minutebook.importing.recognising.actions.candidates import Candidate
from minutebook.importing.recognising.language.names import are_one, match_initials

_STOP = frozenset(
    """
    a an the to of for and or in on at by with from as is are be been will shall
    should would must that this these those it its their his her our your they he she
    we up out into about re regarding concerning any all so if also then please
    further again with before after until one ones agreed asked was were has have had
    which who can could on-line what whether
    """.split()
)
_ENDINGS = (("ies", "y"), ("ing", ""), ("ied", "y"), ("ed", ""), ("es", "e"), ("s", ""))
_SHORT = 4

_CONTAINED, _FEW, _IN_ORDER = 0.8, 2, 0.4
"""Of the shorter, how much stands in the longer, of how many words, in its order."""

_REFERRED = 2
"""Words that two actions must share, where the number of an item joins them."""

_ALMOST_SAME = 0.9
_SAME = 0.6
"""Of the words of both, how many are shared where each has words of its own."""


def words_of(candidate: Candidate) -> tuple[str, ...]:
    """Give the words that tell what is to be done, in one form each."""
    promise = candidate.promise
    text = promise.text.casefold()
    if promise.due and promise.due.text:
        text = text.replace(promise.due.text.casefold(), " ")
    named = {word for owner in promise.owners for word in _tokens(owner.casefold())}
    initials = {
        "".join(word[0] for word in owner.casefold().split()) for owner in promise.owners
    }
    kept = [
        _stem(word)
        for word in _tokens(text)
        if word not in _STOP and word not in named and word not in initials
    ]
    return tuple(_ALIKE.get(word, word) for word in kept)


def bare_words(text: str) -> tuple[str, ...]:
    """Give the words of a text that count, in one form each."""
    return tuple(_stem(word) for word in _tokens(text.casefold()) if word not in _STOP)


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text)


def _stem(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORT - 1:
            stem = word[: len(word) - len(ending)] + instead
            return stem.removesuffix("e") if len(stem) > _SHORT else stem
    return word.removesuffix("e") if len(word) > _SHORT else word


_ALIKE = {
    _stem(word): group[0]
    for group in (
        "send circulate distribute share email forward issue mail provide pass".split(),
        "ask contact speak talk liaise approach phone ring call consult write"
        " letter".split(),
        "arrange organise organize book set schedule convene fix reserve".split(),
        "prepare draft produce compile create develop".split(),
        "explore investigate look research find examine check see".split(),
        "chase follow pursue".split(),
        "buy purchase order get obtain acquire source".split(),
        "update revise amend refresh".split(),
        "discus raise".split(),
        "member committee".split(),
        "meet meeting".split(),
        "quote quotation".split(),
        "website site web".split(),
    )
    for word in group
}
"""Verbs and nouns that stand for one another, by their stems."""


def likeness(a: Candidate, b: Candidate) -> float:
    """Tell how surely two actions are one; 0 if they are two."""
    if not owners_agree(a, b):
        return 0.0
    ours, theirs = words_of(a), words_of(b)
    found = _likeness(ours, theirs, owned=_share_owner(a, b))
    if not found and refers(a, b) and len({*ours} & {*theirs}) >= _REFERRED:
        return _overlap(ours, theirs)
    return found


def refers(a: Candidate, b: Candidate) -> bool:
    """Whether a row of a summary refers to the item in which its owner got a task."""
    below = bool(a.listing) != bool(b.listing)
    return below and bool(a.item) and a.item == b.item and _share_owner(a, b)


def _likeness(a: Sequence[str], b: Sequence[str], *, owned: bool) -> float:
    if not a or not b:
        return 0.0
    ours, theirs = set(a), set(b)
    shared = ours & theirs
    fewer = min(len(ours), len(theirs))
    both = _overlap(a, b)
    if len(shared) == fewer:
        enough = len(shared) > 1 or len(ours) == len(theirs) or owned
        return 0.8 + both / 5 if enough else 0.0
    if any(word.isdigit() for word in ours ^ theirs) and both < _ALMOST_SAME:
        return 0.0
    if _differ_in_one(a, b):
        return 0.0
    needed = _SAME if owned else _SAME + 0.2
    contained = len(shared) / fewer
    ordered = SequenceMatcher(None, a, b, autojunk=False).ratio()
    if both >= needed or (
        contained >= _CONTAINED and len(shared) > _FEW and ordered >= _IN_ORDER
    ):
        return (both + ordered) / 2
    return 0.0


def _overlap(a: Sequence[str], b: Sequence[str]) -> float:
    ours, theirs = set(a), set(b)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _differ_in_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether one word stands for another, and is not the verb: parking, lighting."""
    if len(a) != len(b):
        return False
    places = [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return len(places) == 1 and places[0] > 0


def _share_owner(a: Candidate, b: Candidate) -> bool:
    return any(one_person(x, y) for x in a.promise.owners for y in b.promise.owners)


def owners_agree(a: Candidate, b: Candidate) -> bool:
    """Whether two actions can have the same owners: one has none, or some are shared."""
    if not a.promise.owners or not b.promise.owners:
        return True
    return _share_owner(a, b)


def one_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: `Ann`, `A. Shaw`, `AS` and `Ann Shaw`."""
    if are_one(a, b):
        return True
    return any(
        x.isupper() and " " in y and match_initials(x, y) for x, y in ((a, b), (b, a))
    )
