"""The files as they were saved last, whole, in the user's folder."""
