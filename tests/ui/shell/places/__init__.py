"""Where one goes in a complete window: places of the text, parts of the window."""
