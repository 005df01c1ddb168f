"""What a file tells of its makers beside its words: found, and taken out where one wants to."""
