"""All that is kept of all speeches: looked at, opened, brought back."""
