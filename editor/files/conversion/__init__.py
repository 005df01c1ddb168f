"""Files of other kinds, made into Word files by an office program that is installed."""
