"""Rules on names: who is introduced, how, and whether the forms agree."""
