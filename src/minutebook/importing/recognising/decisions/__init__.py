"""What was resolved."""
