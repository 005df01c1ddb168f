"""The page: the widget in which the speech is written."""
