"""Documents of others to draft records that a person reviews and accepts.

A wing of its own, which nothing but the command line enters:

    a file ─▶ formats ─▶ document ─▶ recognising ─▶ findings ─▶ drafting ─▶ notes/inbox/
              a reader   blocks      who, when,     values      records and
              for each   with places what was       with        a review
              format                 agreed         places
"""

from minutebook.importing.importer import (
    Imported,
    documents_in,
    import_file,
    import_files,
)

__all__ = ["Imported", "documents_in", "import_file", "import_files"]
