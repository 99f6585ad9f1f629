"""How an earlier action goes on, said in words that no list of statuses has.

Noise monitor. It had been struck by a tractor. Replacement on order.
Floodlights: the grant came in March and the work is finished.
Defibrillator: still waiting for the cabinet.
"""

from __future__ import annotations

import re

from minutebook.importing.recognising.actions.statuses import STATUS_WORDS
from minutebook.importing.recognising.language.sentences import sentences_of

_LAST = re.compile(
    r"(?=.{3,60}$)(?!.*\b(?:is|was|were|are|has|had|have|said|will|would)\b).*\b(?:on\s+order|ordered|booked"
    r"|paid|sent|installed|received|waiting|awaited|awaiting|to\s+follow|in\s+hand|no\s+(?:news|reply"
    r"|answer|response|progress|change)|chased|arranged|fixed|mended|repaired|planned|expected|unresolved"
    r"|to\s+(?:be\s+)?chased?|under\s+(?:review|discussion))\b.*",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    rf".*\b(?:is|are|was|were|been)\s+(?:now\s+|all\s+)?(?P<status>{STATUS_WORDS})\.?",
    re.IGNORECASE | re.DOTALL,
)
_STILL = re.compile(
    r"(?:still|not\s+yet|await(?:ing|s)|waiting|no\s+(?:news|reply|answer|response|progress)|being)\b.{0,100}",
    re.IGNORECASE,
)
_DASHED = re.compile(
    r"(?P<rest>[^\s].{2,300}?\S)(?:\s+-+|\s*[–—]+)\s+(?P<said>(?:(?:half|partly|now|all|both|already|not|just"
    r"|mostly)\s+)*(?:still|no|nobody|awaiting|waiting|being|to\s+follow|[a-z]{2,}(?:ed|en)|sent|paid|bought|done"
    r"|built|put|set|held|made|found|left|told|lost|begun|met)\b[^.–—]{0,90})\.?"
)
"""How a matter stands, behind a dash: `Ladder on the pier - replaced in March.`"""

_BOXED = re.compile(
    r"(?P<rest>[^\s].{2,300}?\S)\s+[(\[](?P<said>(?:still|half|no\s+(?:news|reply|answer|progress)|awaiting"
    r"|waiting|not\s+yet)\b[^()\[\]]{0,90})[)\]]\.?"
)
"""The same in brackets: `Ann - paint the shed (waiting for dry weather)`."""

_NEEDED = re.compile(
    r"(?:needed|required|proposed|agreed|requested|asked|suggested|seconded|due)\b"
)
_LABELLED = re.compile(r"(?P<label>[^\W\d_a-z][^:.]{2,40}):\s+(?P<said>\S.*)", re.DOTALL)
_DASH_LABELLED = re.compile(r"(?P<label>[^\W\d_a-z][^:.–—]{2,40}?)\s+[-–—]\s+\S")
_TITLED = re.compile(r"(?P<label>[^\W\d_a-z][^:.]{2,60})\.\s+\S", re.DOTALL)
_FEW_WORDS, _LAST_WORDS = 4, 6
_LONGEST = 600


def progress_in(text: str) -> tuple[str, str | None]:
    """Cut free words for a status off a text, or find them in it; it stays whole then."""
    if len(text) > _LONGEST:
        return text, None
    *before, last = sentences_of(text) or ("",)
    bare = last.rstrip(".!")
    if before and len(last.split()) <= _LAST_WORDS and _LAST.fullmatch(bare):
        return " ".join(before), bare
    found = _LABELLED.fullmatch(text)
    said = found["said"].rstrip(".") if found and is_labelled(text) else ""
    if said and _STILL.fullmatch(said):
        return text, said
    dashed = _BOXED.fullmatch(text) or _DASHED.fullmatch(text)
    if dashed and not _NEEDED.match(dashed["said"]):
        return dashed["rest"], dashed["said"].strip()
    predicate = _PREDICATE.fullmatch(text)
    return text, predicate["status"] if predicate else None


def is_labelled(text: str) -> bool:
    """Whether a text tells of a matter that a word or two before it name."""
    found = _LABELLED.match(text[:_LONGEST]) or _DASH_LABELLED.match(text[:_LONGEST])
    found = found or _TITLED.match(text[:_LONGEST])
    return found is not None and len(found["label"].split()) <= _FEW_WORDS
