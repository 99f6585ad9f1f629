"""Word documents: paragraphs, styles, numbers that Word counts itself."""
