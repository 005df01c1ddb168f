"""Work that grows in proportion to the text, whatever it repeats."""
