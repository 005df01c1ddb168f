"""The settings window: options by group and search, keys of one's own."""
