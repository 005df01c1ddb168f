"""The page: the widget in which the speech is written, and its tie to the manuscript."""
