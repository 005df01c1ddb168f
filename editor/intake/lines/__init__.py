"""Whole lines that a page put around a text: forms, captions, notices, introductions, tables."""
