"""Plain text and Markdown, as secretaries type them."""
