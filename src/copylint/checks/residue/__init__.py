"""Residue (RES): what belongs to the page or to the desk, not to the story."""
