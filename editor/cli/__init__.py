"""The command line: the same rooms as the window, without Qt."""
