"""The commands that make another text: fix, renumber, fill."""
