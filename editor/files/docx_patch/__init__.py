"""Saving a docx by patches: what did not change keeps its bytes."""
