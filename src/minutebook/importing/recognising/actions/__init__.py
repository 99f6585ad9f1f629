"""What was agreed to be done, what had been, and what became of it."""
