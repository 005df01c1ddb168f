"""Programs that try the program on many texts or at random: right or wrong, not how fast."""
