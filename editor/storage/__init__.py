"""The one way to write bytes, and where the user's own data lies."""
