"""The running window read through the desktop's accessibility bus, as a screen reader reads it."""
