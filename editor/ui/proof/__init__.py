"""The 校核单 in the window: preview, print, export, and the reasons written on it."""
