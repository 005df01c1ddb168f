"""What the program keeps of speeches outside their files, and how to have it kept no more."""
