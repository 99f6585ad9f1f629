"""The marks that minutes put before an action: `ACTION 3:`, `AP3`, `TODO`, `05-01`.

A mark may also name whose action it is: `ACTION - Ann:`, `Action (JS):`, `Action for JS`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"[A-Z]{0,3}\d{1,3}(?:[.\-/]\d{1,4}){0,3}[a-z]?"

WORD = r"(?:ACTIONS?|Actions?)(?:\s+[Pp]oints?|\s+[Ii]tems?)?|AP|AI|TO\s?-?DO|To\s?do"
"""The word of a mark within a paragraph; a pattern."""

_LABEL = re.compile(
    rf"""
    (?:\[\s*|\(\s*)?(?:(?P<bullet>[→➔➢⇒»]|>>|-->|->|=>)\s*)?
    (?:[^\W\d_]{{3,15}}(?:\s[^\W\d_]{{3,15}})?\s*/\s*)?
    (?:(?:new|agreed|further|follow[- ]up|key)\s+)?
    (?P<word>action(?:s|ed)?(?:\s+(?:points?|items?|required|agreed|arising|needed|log))?
      |gweithredu|cam(?:au)?\s+gweithredu|AP|AI|A/P|to[\s-]?dos?|tasks?|follow[\s-]ups?)
    \s*(?:(?:no\.?|number|\#)\s*)?(?P<number>{_NUMBER}(?![\w]))?
    \s*(?:\((?P<who>[^()]{{1,80}})\)|(?P<by>(?:for|by|on|to)\s+[^:\[\]–—]{{2,60}}?(?=\s*:))
      |(?P<named>(?-i:[A-Z]{{2,3}}(?:\s*[/,&+]\s*[A-Z]{{2,3}}){{0,5}}|@[\w.-]+)(?=\s*:)))?
    \s*(?P<stop>:[-–—]?|\]:?|\)|[–—]\s?:?|-\s:?|(?<=\s)-(?=\S)|\.(?=\s)|>+|→|=(?=\s))
    \s*(?P<rest>.*)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SHOUTED = re.compile(
    rf"(?P<word>ACTIONS?|TO-?DO)(?:\s+{_NUMBER})?\s+(?P<rest>\S.*)", re.DOTALL
)
_ARROW = re.compile(r"(?:[→➔➢⇒»]|>>|-->|->|=>)\s*(?P<rest>\S.*)", re.DOTALL)
_OTHERS = frozenset({"action log", "action required by"})

_DECORATION = re.compile(r"^(?:[^\w\s\[\](){}<>\"'“”‘’→➔➢⇒»☐☑☒✅⬜✓✔✗~@#£$€.,:;=-]+\s+)")

_ID = re.compile(
    r"""
    (?:\[(?P<boxed>[A-Z]{0,4}[-./]?\d[\w./-]{0,10})\]
      |(?P<plain>(?:[A-Z]{1,4}[-./ ]?\d{1,4}(?:[-./]\d{1,4}){0,3}
        |\#?\d{1,4}(?:[-./]\d{1,4}){1,3}|\#\d{1,4})))
    (?:\s*[:.)–—-]+\s+|\s+)(?=\S)
    """,
    re.VERBOSE,
)
_ID_ALONE = re.compile(r"#?[A-Z]{0,4}[-./ ]?\d{1,4}(?:[-./]\d{1,4}){0,3}[a-z]?[.):]?")
_DATE_LIKE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{2,4}\b|\d{1,2}[.]\d{2}\s*[ap]\.?m")
_BOX = re.compile(r"\[(?P<tick>[ xX✓✔]?)\]\s+|(?P<sign>[☐☑☒✅⬜])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark that was found, and what stands behind it."""

    rest: str
    who: str = ""
    """Whom the mark itself names, as it stands."""

    number: str = ""
    is_plural: bool = False
    is_sure: bool = True
    """Whether the mark alone says that this is an action; an arrow does not."""

    is_arrow: bool = False
    is_bulleted: bool = False
    """Whether it is `AI:` or `AP:`, which other texts begin with as well."""


def mark_of(text: str) -> Mark | None:
    """Read the mark of an action at the beginning of a text."""
    text = bare(text)
    found = _LABEL.match(text)
    if found and found["rest"] is not None and _is_mark(found, text):
        who = found["who"] or found["named"] or (found["by"] or "").partition(" ")[2]
        word = found["word"].casefold()
        return Mark(
            rest=found["rest"].strip(),
            who=who.strip(),
            number=found["number"] or "",
            is_plural=word.endswith("s"),
            is_sure=word not in {"ai", "task", "tasks"},
            is_bulleted=word == "ai",
        )
    shouted = _SHOUTED.match(text)
    if shouted:
        return Mark(rest=shouted["rest"].strip(), is_sure=False)
    arrow = _ARROW.match(text)
    if not arrow:
        return None
    return Mark(rest=arrow["rest"].strip(), is_sure=False, is_arrow=True)


def _is_mark(found: re.Match[str], text: str) -> bool:
    """Whether brackets close that open, and the word is used as a mark."""
    word, stop = found["word"], found["stop"]
    if word.casefold() in _OTHERS or (word.casefold() in {"ap", "ai"} and word.islower()):
        return False
    if stop.startswith("]") or stop == ")":
        return text[:1] == {"]": "[", ")": "("}[stop[0]]
    if text[:1] in "[(":
        return False
    return stop != "." or bool(found["number"])


def bare(text: str) -> str:
    """Leave out what only decorates a line: `👉`, the quotes that embolden in wikis."""
    return _DECORATION.sub("", text.replace("'''", ""), count=1)


def without_id(text: str) -> tuple[str, str]:
    """Cut the id of an action off its text: `05-01 Book the hall`; dates are none."""
    found = _ID.match(text)
    if not found or _DATE_LIKE.match(text):
        return "", text
    return (found["boxed"] or found["plain"]).strip(), text[found.end() :]


def is_id(text: str) -> bool:
    """Whether a text is nothing but the id of an action: `05-01`, `AP3`, `2.1`."""
    return _ID_ALONE.fullmatch(text.strip()) is not None


def without_box(text: str) -> tuple[str, str]:
    """Cut a box to tick off a text; the box as it stands, then the rest."""
    found = _BOX.match(text)
    if not found:
        return "", text
    return found.group().strip(), text[found.end() :]
