"""Words that stand for others, told by the words beside them."""
