"""The file commands: open, save, recent files, the start page."""
