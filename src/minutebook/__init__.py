"""Minutebook: a group's meeting notes as a public, searchable memory."""
