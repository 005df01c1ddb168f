"""Numbers in a row and the counts that announce them: where they do not agree."""
