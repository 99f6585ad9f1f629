"""Forms that were filled in: made for a git host, and read when they are sent."""
