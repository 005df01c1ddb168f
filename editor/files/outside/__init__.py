"""What other people and programs do to a file."""
