"""The marks that minutes put before a decision: `RESOLVED:`, `Decision 3:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutebook.importing.recognising.actions.marks import mark_of
from minutebook.importing.recognising.decisions.agreed import WHO

_NUMBER = r"(?:\s*(?:no\.?\s*|\#\s*)?[A-Z]{0,3}\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?)"
_BOTH = r"(?:[^\W\d_]{3,15}(?:\s[^\W\d_]{3,15})?\s*/\s*)?"
"""The same word in another language: `PENDERFYNWYD / RESOLVED`."""
_MARK = re.compile(
    rf"""
    [\[(]?\s*{_BOTH}(?:it\s+was\s+)?
    (?:(?:key\s+)?decisions?(?:\s+(?:made|taken|reached|agreed))?|resolutions?|resolved|agreed
      |approved|DECIDED|ordinary\s+resolution|special\s+resolution|carried|penderfynwyd|cytunwyd
      |penderfyniad|unanimously\s+(?:agreed|resolved))
    {_NUMBER}?\s*(?:unanimously|nem\.?\s*con\.?)?(?:\s*\([^()]{{1,120}}\))?
    \s*(?P<stop>\]:?|[:)]|[–—]|\s-|-(?=\s))\s*(?P<rest>\S.*)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LOUD = re.compile(
    rf"{_BOTH}(?:It\s+was\s+(?:then\s+|therefore\s+|unanimously\s+)?|{WHO}\s+)?"
    rf"(?P<word>RESOLVED|AGREED|DECIDED|APPROVED){_NUMBER}?(?:\s+\([^()]{{1,80}}\))?,?\s+(?P<rest>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:unanimously\s+|nem\.?\s*con\.?\s+)?(?:that|to|not\s+to)\b", re.IGNORECASE
)
_INSIDE = re.compile(
    rf"(?:(?<=[.!?;)\]\"”’])\s+|\s+(?:[–—-]|→|->|=>)\s+)(?={_BOTH}(?:RESOLVED|AGREED|DECISION|DECIDED"
    r"|Resolved|Agreed|Decision|Resolution|Carried)\b[^.:]{0,60}(?::|\s[–-]\s)"
    rf"|{_BOTH}(?:RESOLVED|AGREED|DECIDED)\s|(?:Resolved|Agreed|Decided)\s+(?:that|to)\s)"
)
_NEW_ACTION = re.compile(
    r"(?<=[.!?;)\]])\s+(?=[\[(]?(?:ACTIONS?|Actions?|AP|AI)\b[^.]{0,30}[:–\]-])"
)


def pieces_of_decisions(text: str) -> Iterator[str]:
    """Cut a paragraph before marks, and leave the actions behind them to others."""
    starts = [0, *(found.end() for found in _INSIDE.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        piece = text[start:end].strip(" –—-")
        if not mark_of(piece):
            yield _NEW_ACTION.split(piece)[0]


def decision_marked(text: str) -> str | None:
    """Read what stands behind a mark; None without one."""
    found = _MARK.fullmatch(text)
    if found and _closes(found, text):
        return found["rest"].strip()
    loud = _LOUD.fullmatch(text)
    if not loud:
        return None
    shouted = loud["word"].isupper()
    first = loud.start("word") == 0
    that = _THAT.match(loud["rest"]) is not None
    if shouted or (first and that):
        return loud["rest"].strip()
    return None


def _closes(found: re.Match[str], text: str) -> bool:
    stop = found["stop"].strip()
    if stop[:1] in {"]", ")"}:
        return text[:1] == {"]": "[", ")": "("}[stop[0]]
    return text[:1] not in {"[", "("} or text.rstrip().endswith(("]", ")"))


def without_mark(text: str) -> str:
    """Leave out the mark before a decision, if there is one."""
    return decision_marked(text) or text
