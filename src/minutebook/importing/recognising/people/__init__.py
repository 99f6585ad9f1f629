"""Who came, who did not, and as what."""
