"""Drafts and bare lines to records of the book: what a person asks for, and nothing else.

Nothing is ever overwritten. A change is worked out whole, tried on a copy of the notes,
and made only if the check finds nothing that it did not find before.
"""
