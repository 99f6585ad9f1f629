"""Changes to the notes: worked out whole, tried on a copy, and made or not made.

Whatever changes the book goes through here: drafts that are accepted, commands, forms.
"""
