"""The tool bar in a complete window."""
