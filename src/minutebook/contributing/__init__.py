"""Changes that people ask for: at the command line, in a form, in an e-mail.

A wing of the house that only the command line enters. Every door ends in the same
requests, and a request in a change to the notes that is tried before it is made.
"""
