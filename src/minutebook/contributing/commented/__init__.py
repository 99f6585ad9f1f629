"""New records with help in them, for a person who has never seen such a file.

Each field has a line above it that says what it means. Those that are not used stand
there with a sign before them, and an example that would be right in this book.
"""

from minutebook.contributing.commented.examples import examples
from minutebook.contributing.commented.write import commented, commented_entry, plain

__all__ = ["commented", "commented_entry", "examples", "plain"]
