"""PDFs as a person reads them: columns, tables, lists, wrapped lines."""
