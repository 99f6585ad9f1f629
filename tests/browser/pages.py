"""One page of every kind, and its address."""

from __future__ import annotations

MEETING = "2020-08-26-rr3-probation-sig"

PAGES = {
    "home": "",
    "meetings": "meetings/",
    "a meeting": f"meetings/{MEETING}/",
    "actions": "actions/",
    "an action": f"actions/{MEETING}-a1/",
    "concerns": "concerns/",
    "a concern": "concerns/funding-subsidisation/",
    "unanswered": "unanswered/",
    "themes": "themes/",
    "a theme": "themes/funding/",
    "organisations": "organisations/",
    "an organisation": "organisations/clinks/",
    "a group": "groups/rr3-probation-sig/",
    "decisions": "decisions/",
    "a decision": "decisions/finance-and-debt-out-of-day-one/",
    "glossary": "glossary/",
    "search": "search/",
    "suggest a change": "suggest/",
    "a form": "suggest/answer-concern/",
    "about": "about/",
    "how to contribute": "contribute/",
    "how to say that an action is done": "how-to/action-done/",
    "how to review a change": "how-to/review-a-change/",
    "how to write notes": "writing-notes/",
    "commands": "commands/",
    "how to set up contributions": "set-up-contributions/",
    "what the check says": "errors/",
    "the accessibility statement": "accessibility/",
    "page not found": "no-such-page/",
}
