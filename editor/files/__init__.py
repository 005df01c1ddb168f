"""Bytes and manuscripts: opening, saving, plain text; docx, versions, recovery in folders."""
