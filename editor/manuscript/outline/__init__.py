"""The tree of a text: where speeches begin, which markers are headings, how they nest."""
