"""The bridge from Qt's key events to fcitx, and the word where no input method answers."""
