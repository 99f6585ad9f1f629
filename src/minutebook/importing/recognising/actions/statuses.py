"""How minutes say where an action stands: `Completed`, `carried forward to May`."""

from __future__ import annotations

import re

_FINISHED = (
    r"(?:(?:now|all|both|fully)\s+)?(?:completed?|done|closed|finished|actioned|discharged"
    r"|resolved|achieved|delivered|cancelled|withdrawn|superseded|dropped|removed"
    r"|no\s+longer\s+(?:required|needed|relevant))|not\s+pursued|wedi(?:['’]i|\s+ei)\s+(?:wneud"
    r"|gwblhau|chwblhau|orffen)|cwblhawyd|gwnaed|✓|✔|☑|✅|\[[xX✓✔]\]"
)
_UNFINISHED = (
    r"(?:(?:still|remains?|partially|partly|part|mostly|not\s+yet|not|nearly|almost|(?:to|will)\s+be)"
    r"\s+)*(?:on-?going|in\s+progress|in\s+hand|under\s?way|carr(?:y|ied)\s+(?:forward|over)"
    r"|c/f|c/fwd|cfwd|outstanding|pending|started|complete[d]?|done|overdue|deferred"
    r"|postponed|on\s+hold|delayed|awaiting|open|continuing|continues|rolled\s+over"
    r"|closed|brought\s+forward|on\s+(?:the\s+|today.s\s+)?agenda|agenda\s+item|see\s+item"
    r"|no\s+progress|paused|chased)|yn\s+parhau|parhau|ar\s+y\s+gweill|heb\s+ei\s+wneud|i['’]w\s+wneud|☐|☒|⬜|✗|✘|❌"
)
_OTHER = r"(?:[^\W\d_][\w'’ ]{2,30}\s/\s)"
"""The same in another language: `Wedi'i wneud / done`."""

STATUS_WORDS = rf"(?:{_UNFINISHED}|{_FINISHED})"
_WORDS = rf"(?:{_OTHER}?{STATUS_WORDS})"
_MORE = (
    r"(?!\w)(?:[.!]?|\s*[,;:.(–—-].{0,200}"
    r"|\s+(?:to|by|until|till|at|on|in|for|and|as|since|under|with|see|from|pending|next"
    r"|awaiting|this|\d+)\b.{0,200})"
)
"""What may stand behind the word for a status: `forward to May`, `, invoice paid`."""

_STATUS_MARK = r"(?:status|update|progress|outcome|result|position)\s*[:–—-]\s*"

_SHORT = 60

_WHOLE = re.compile(rf"(?:{_STATUS_MARK})?{_WORDS}{_MORE}", re.IGNORECASE | re.DOTALL)
_SAID = re.compile(rf"{_STATUS_MARK}(?P<status>\S.*)", re.IGNORECASE | re.DOTALL)
_BEFORE = re.compile(
    rf"(?:[\[(]\s*(?P<boxed>{_WORDS})\s*[\])]|(?P<sign>[✓✔☑✅✗✘❌☒])"
    rf"|(?P<word>{_WORDS})(?=\s*[:–—]|\s+-))\s*[:–—-]*\s*(?=\S)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    rf"""
    (?P<rest>.*?\S)
    (?: \s*[(\[]\s*(?P<boxed>(?:{_STATUS_MARK})?{_WORDS}(?!\w)[^()\[\]]*)[)\]]\.?
      | \s*(?:[–—:;|]|\s-|[.!?)](?=\s)|(?<=[.!?]))\s*
        (?:{_STATUS_MARK})?(?P<status>{_WORDS}{_MORE})
      | [.;,)]?\s+{_STATUS_MARK}(?P<said>\S.{{0,200}})
      | \s+(?P<loud>(?-i:[A-Z][A-Z/ -]{{2,30}}))[.!]?
      | \s*(?P<sign>[✓✔☑✅✗✘❌]))
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_STRUCK = re.compile(r"~~(?P<text>.+)~~\W*", re.DOTALL)


def is_status(text: str) -> bool:
    """Whether a text says nothing but where something stands."""
    return _WHOLE.fullmatch(text.strip()) is not None


def is_finished(status: str | None) -> bool:
    """Whether a status says that nothing more is to be done."""
    if not status:
        return False
    text = re.sub(rf"^{_STATUS_MARK}", "", status.strip(), flags=re.IGNORECASE)
    text = re.sub(rf"^{_OTHER}(?={STATUS_WORDS})", "", text, flags=re.IGNORECASE)
    unfinished = re.match(rf"(?:{_UNFINISHED})", text, re.IGNORECASE)
    finished = re.match(rf"(?:{_FINISHED})(?!\w)", text, re.IGNORECASE)
    partly = re.match(
        r"(?:part|partly|partially|mostly|not|nearly|almost|(?:to|will)\s+be)\b",
        text,
        re.IGNORECASE,
    )
    if partly:
        return False
    return finished is not None or (
        unfinished is None and text.casefold() == "struck through"
    )


def status_said(text: str) -> str | None:
    """Read a line that gives the status of what stands above: `Update: it is booked`."""
    found = _SAID.fullmatch(text.strip())
    if found:
        return found["status"].strip()
    return text.strip().rstrip(".") if len(text) <= _SHORT and is_status(text) else None


def split_status(text: str) -> tuple[str, str | None]:
    """Cut the status off a text, wherever it stands; the text, then the status."""
    struck = _STRUCK.fullmatch(text.strip())
    if struck:
        return struck["text"].strip(), "struck through"
    before = _BEFORE.match(text)
    if before:
        status = before["boxed"] or before["sign"] or before["word"]
        return text[before.end() :].strip(), status.strip()
    found = _TAIL.fullmatch(text.strip()[:4000])
    if not found:
        return text, None
    loud = found["loud"]
    if loud and not is_status(loud):
        return text, None
    status = found["boxed"] or found["status"] or found["said"] or loud or found["sign"]
    return _closed(found["rest"], text), status.strip().rstrip(".")


def _closed(rest: str, text: str) -> str:
    """Give back the bracket or the stop that stood between a text and its status."""
    after = text.strip()[len(rest) : len(rest) + 1]
    kept = after if after in ".!?)" else ""
    return (rest + kept).rstrip(" -–—:;|,")
