"""Rules on grammar (GRM) that need to know a noun from a verb, or one form of a word from another."""
