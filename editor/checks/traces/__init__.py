"""What a text tells of time and place: dated words, names of places, whose unit speaks."""
