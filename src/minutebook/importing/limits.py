"""How much of a document is read. Documents come from strangers: everything has an end.

Real minutes stay far below all of these.
"""

from __future__ import annotations

FILE_BYTES = 20_000_000
"""A document as it lies on the disk."""

PDF_BYTES = 50_000_000
"""A PDF, which may hold scanned pages."""

UNPACKED_BYTES = 50_000_000
"""What the parts of a packed file say they come to, all together."""

PACKED_RATIO = 100
"""How many times larger than packed a part may become."""

PARTS = 2_000
"""Parts of a packed file."""

BLOCKS = 50_000
"""Paragraphs, items and rows."""

TEXT_LENGTH = 5_000_000
"""Signs of text in all: about 800,000 words."""

DEPTH = 120
"""Elements in elements. A table in a table in a table takes about twenty."""

WIDEST_SPAN = 100
"""Columns that one cell of a table may stand across."""

SECONDS = 60.0
"""How long a document may take by the clock on the wall."""

CPU_SECONDS = 50
"""How long a processor may work on it; it is stopped a little before the clock does."""

MEMORY_BYTES = 1_500_000_000
"""What the process that reads a document may ask for."""

ANSWER_BYTES = 60_000_000
"""What is taken back from that process: the text several times over, with places."""
