"""What stands in brackets behind the members of a committee: a post, no organisation.

Gary Thwaite (Chair), Sue Hallam (Secretary), Precious Ndlovu (Welfare)

`Welfare` alone could be where somebody comes from. Where others have offices in brackets
and nobody has an organisation there, it is what they see to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from minutebook.importing.recognising.language.vocabulary import is_organisation_like
from minutebook.importing.recognising.people.listed import Listed

_FEWEST_OFFICES = 2
_CARES = frozenset(
    """
    welfare equipment fixtures membership publicity finance fundraising events catering
    training safeguarding social kit grounds it web website communications comms media
    press education sport music youth archive newsletter programme tickets bar maintenance
    facilities hr operations policy research premises buildings transport logistics
    recruitment engagement marketing stage costumes lighting props wardrobe international
    postgraduate undergraduate undergraduates equality environment data research
    volunteering refreshments planning safety first-aid outreach technical admin legal
    """.split()
)


def with_posts(listed: Sequence[Listed]) -> list[Listed]:
    """Read as posts what stands in brackets in the lists of one body's own people."""
    offices = {one.entry.role.casefold() for one in listed if one.entry.role}
    if len(offices) < _FEWEST_OFFICES or any(map(_is_from_elsewhere, listed)):
        return list(listed)
    return [_with_post(one) for one in listed]


def _is_from_elsewhere(listed: Listed) -> bool:
    """Whether an organisation certainly stands in brackets."""
    organisation = listed.entry.organisation
    if not organisation or not listed.entry.is_bracketed:
        return False
    several = len(organisation.split()) > 1
    acronym = organisation.isupper() and organisation.casefold() not in _CARES
    return acronym or (several and is_organisation_like(organisation))


def _with_post(listed: Listed) -> Listed:
    entry = listed.entry
    post = entry.organisation
    if not post or not entry.is_bracketed or entry.role:
        return listed
    if not (post.casefold() in _CARES or post.islower()):
        return listed
    return replace(listed, entry=replace(entry, organisation=None, role=post))
