"""What went wrong in the program, written down without a word of any speech."""
