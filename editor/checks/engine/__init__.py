"""The checker: runs all rules over a text, keeps what a keystroke left unchanged."""
