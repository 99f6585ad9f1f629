"""Two versions of a book compared: what changes for those who read it.

The versions come out of git, or out of folders. What is said is meant for somebody who
has never seen a difference of two files.
"""
