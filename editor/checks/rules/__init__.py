"""What a rule is: read from its file, checked, and how it explains itself."""
