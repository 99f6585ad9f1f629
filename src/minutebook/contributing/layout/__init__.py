"""How files are laid out: keys in their order, values in one form, comments kept."""
