"""Blocks to sections: headings, how they nest, and what each announces."""
