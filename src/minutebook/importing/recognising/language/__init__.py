"""What minutes are written with: days, hours, names, sentences."""
