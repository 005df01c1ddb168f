"""The look of the program: colours, style sheet, icons, fonts; what every part may import."""
