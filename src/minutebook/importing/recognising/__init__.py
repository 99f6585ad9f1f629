"""What a document says of a meeting: blocks to findings."""
