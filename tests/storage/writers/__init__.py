"""Every part of the program that writes, each with what it keeps, while the disk fails."""
