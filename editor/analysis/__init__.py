"""Everything derived from one state of the text: its structure at once, then what is wrong."""
