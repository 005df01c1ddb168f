"""单位档案 in the window: the form, and the commands that keep and use it."""
