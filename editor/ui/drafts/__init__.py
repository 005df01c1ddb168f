"""Versions and comparisons on the screen: the list, the two texts, the way back."""
