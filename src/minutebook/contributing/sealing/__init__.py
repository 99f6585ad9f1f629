"""The seal of a note: once it is agreed, its words change openly or not at all.

A draft is anybody's to rewrite. Afterwards a note may be clarified by a dated addendum;
or corrected, with a dated reason that readers see on its page.
"""
