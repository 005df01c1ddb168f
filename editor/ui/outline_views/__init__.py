"""Other views of the outline: headings only, parallel headings, one section, two places."""
