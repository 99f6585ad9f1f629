"""Mistakes that can be put right in one way only, put right; all others are left."""
