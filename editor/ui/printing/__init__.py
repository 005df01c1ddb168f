"""Preview, print and export of the open text, and the gate before them."""
