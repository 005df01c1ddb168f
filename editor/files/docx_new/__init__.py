"""Docx files made anew: a text to go on with, the final edition, a report."""
