"""Mending at the word: the context menu and the hover card of what is marked on the page."""
