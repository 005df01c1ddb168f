"""The 校核单 in the window: preview, print and export."""
