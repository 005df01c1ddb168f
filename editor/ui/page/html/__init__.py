"""Words with their looks as HTML of the clipboard, read and written."""
