"""Bytes and manuscripts: encodings, txt, docx, atomic saving, recovery."""
