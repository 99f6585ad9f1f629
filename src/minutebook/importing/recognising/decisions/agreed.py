"""Sentences that tell of a decision: `It was agreed that the gate be locked`."""

from __future__ import annotations

import re

from minutebook.importing.document import Block, Kind

_GROUP = (
    r"(?:the\s+)?(?:(?:steering|working|advisory|management|executive|full|whole|users?|reference|task"
    r"|project|parish|town|community|joint)\s+){0,2}(?:committee|board|council|meeting|group|trustees"
    r"|governors|directors|pcc|forum|panel|assembly|society|cabinet|executive|partnership|network"
    r"|branch|conference|working\s+party)"
)
WHO = (
    rf"(?:{_GROUP}|(?:the\s+)?members(?:\s+present)?|we|everyone|all(?:\s+present)?"
    r"|those\s+present)"
)
_BEFORE = (
    r"(?:(?:after|following|with|in\s+view\s+of)\s+[^,:]{1,80}?,?\s+|(?:in\s+the\s+end|in\s+conclusion"
    r"|finally|eventually|therefore|accordingly|so|on\s+balance)\s*,?\s*"
    r"|(?:on|by)\s+(?:a\s+)?(?:show\s+of\s+hands|(?:simple\s+|large\s+)?majority(?:\s+vote)?|ballot|poll"
    r"|(?:unanimous\s+)?vote(?:\s+of\s+\d+\s+(?:votes\s+)?to\s+\d+)?|\d+\s+votes\s+to\s+\d+)\s*,?\s*"
    r"|(?:(?:proposed|moved|seconded)\s+by|on|by)\s+(?:a\s+)?[^,:]{1,60},\s*)"
)
"""What may stand before those who decide: `After discussion the committee agreed`."""
_SAID = re.compile(
    rf"{_BEFORE}{{0,3}}it\s+was\s+(?:then\s+|therefore\s+|also\s+|further\s+|generally\s+"
    r"|subsequently\s+)?(?:unanimously\s+|formally\s+)?(?:resolved|agreed|decided)"
    r"(?:\s+(?:unanimously|by\s+[^.]{1,40}?|nem\.?\s*con\.?))?(?:,\s+[^,]{1,60})?[,:]?\s+"
    r"(?P<rest>(?:that|to|not\s+to)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_THEY = re.compile(
    rf"(?:{_BEFORE}?{WHO}\s+(?:(?:then|unanimously|therefore|also|all|has|have|formally)\s+)*"
    r"(?:agreed|resolved|resolves|decided|voted(?:\s+(?:by\s+)?\d+\s*(?:[-–]|to)\s*\d+)?)(?:\s+unanimously)?(?:,\s+[^,]{1,60},)?"
    r"|agreed(?:\s+unanimously|\s+by\s+all(?:\s+present)?)?)\s+"
    r"(?P<rest>(?:that|to|not\s+to)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_THEY_AGREED = re.compile(
    rf"{_BEFORE}?{_GROUP}\s+(?:(?:then|unanimously|also|has|have|formally)\s+)*(?:agreed|approved|adopted|ratified|authorised)"
    r"(?:\s+on|\s+unanimously)?\s+(?P<rest>(?:an?|the|this|these)\s+(?!(?:draft\s+)?(?:minutes|notes|agenda"
    r"|need|importance|point|report|last|previous|record|principle)\b).*)",
    re.IGNORECASE | re.DOTALL,
)
_NO_DEED = re.compile(
    r"(?:not\s+)?to\s+(?:note|thank|disagree|look\s+(?:at|into|again|forward|out)|consider|revisit|discuss|think|come|return|meet"
    r"|continue|keep\s+(?:an\s+eye|under)|differ|agree)\b",
    re.IGNORECASE,
)
_WISH = re.compile(r"\b(?:should|would|shall|will|must|be|to)\b", re.IGNORECASE)
_ITEM_AGREED = re.compile(
    r"agreed,?\s+(?!with\b|by\b|as\b|and\b|in\s+principle\b|outcomes?\b|actions?\b|minutes\b)(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOT_DECIDED = re.compile(
    r"(?:that\s+(?:this|it|there|the\s+(?:issue|matter|point|discussion))\s+(?:is|was|are|were|had|has)"
    r"\b.*|to\s+disagree\b.*)",
    re.IGNORECASE | re.DOTALL,
)


_PUT = re.compile(
    r"(?!(?:the|this|an?)\s+(?:original\s+|substantive\s+|amended\s+)?(?:motion|amendment|proposal|resolution"
    r"|question|matter|vote)\s+(?:was|were)\b)(?:the|this|an?|his|her|their)\s(?:[^.;:]|\.(?=\d)){3,200}?"
    r"\s(?:was|were)\s+(?:then\s+|duly\s+)?(?:put|moved)(?:\s+to\s+(?:the\s+|a\s+)?(?:vote|meeting))?"
    r",?\s+(?:seconded\s+)?and\s+(?:(?:was|were)\s+)?(?:duly\s+|unanimously\s+)?"
    r"(?:carried|passed|agreed|approved|adopted)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What was decided without a motion in words: `The increase was put and carried.`"""

_SUBJECT = re.compile(
    r"[^\W\d_][\w'’&, ]{1,60}?(?:\s+[-–—]+|:)\s+(?=agreed\s+(?:that|to|not)\b)"
)
"""The matter before a decision told in brief: `Christmas - agreed to do the Britten`."""


def decided(sentence: str, block: Block) -> str | None:
    """Read a sentence that tells of a decision; None if it tells of something else."""
    if _PUT.fullmatch(sentence):
        return sentence
    sentence = _SUBJECT.sub("", sentence, count=1)
    said = _SAID.fullmatch(sentence)
    if said:
        return None if _NOT_DECIDED.match(said["rest"]) else said["rest"]
    they = _THEY.fullmatch(sentence)
    if they:
        rest = they["rest"]
        opinion = rest.casefold().startswith("that") and not _WISH.search(rest)
        return (
            None if opinion or _NO_DEED.match(rest) or _NOT_DECIDED.match(rest) else rest
        )
    thing = _THEY_AGREED.fullmatch(sentence)
    if thing:
        return thing["rest"]
    item = _ITEM_AGREED.fullmatch(sentence) if block.kind is Kind.ITEM else None
    return item["rest"] if item else None
