"""The phrase bank: stock phrases in plain text, found as fast as one types."""
