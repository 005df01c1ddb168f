"""The window without a network, watched: whom it connects to, and which files a text opens."""
