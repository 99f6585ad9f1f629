"""Findings to draft records, and a page on which a person reviews them."""
