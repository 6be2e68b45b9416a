"""Rules on headlines, which look at the story beneath them."""
