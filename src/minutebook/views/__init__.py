"""What each page shows: small frozen values made from the book, with no HTML in them."""
