"""Spelling (SPL): words that are none, and what was meant."""
