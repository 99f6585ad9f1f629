"""Requests to proposals: what a request changes in the notes, or why it cannot be done.

One module for each kind of request. A request names records as people do; it is worked
out on the book as it stands, tried on a copy, and refused in plain English.
"""

from minutebook.contributing.proposing.propose import (
    Completing,
    apply,
    propose,
)

__all__ = ["Completing", "apply", "propose"]
