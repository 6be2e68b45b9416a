"""Punctuation and typography (PUN) that a pattern can’t judge."""
