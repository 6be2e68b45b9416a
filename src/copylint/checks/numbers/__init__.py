"""Numbers (NUM): dates, ranges and shares that can be reckoned."""
