"""Which input method answers on a Linux desktop, and how Qt is told of it; no Qt here.

Windows and macOS have one input method that Qt knows, and nothing of this is asked there.
"""
