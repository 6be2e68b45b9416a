"""Rules on sourcing: who says what the copy says."""
