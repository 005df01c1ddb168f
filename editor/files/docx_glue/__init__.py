"""Paragraphs glued from the original runs: letters keep their look, all else its place."""
