"""The versions of every document, in append-only logs of the user's folder."""
