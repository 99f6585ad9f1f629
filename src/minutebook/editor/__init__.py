"""The form's door: an editor for records in a browser, set up from their own classes.

The editor itself is the work of others (see `vendor/`). What stands here says to it what
a record looks like, whom the book knows, and where the records are kept.
"""
