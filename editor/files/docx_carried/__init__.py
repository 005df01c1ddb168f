"""What a Word file has beside its plain words, read for pages and finals."""
