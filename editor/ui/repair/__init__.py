"""Mending a spun text pair by pair: rows, dialog, the command that opens it."""
