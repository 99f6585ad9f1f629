"""One reader for each format: bytes to a document of blocks."""
