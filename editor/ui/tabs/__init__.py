"""The row of tabs, one for each open speech."""
