"""Empty cells of forms: what stands beside or below its label and was not filled in."""
