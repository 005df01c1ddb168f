"""Find and replace in the window: the bar, what it finds, and the list of sentences."""
