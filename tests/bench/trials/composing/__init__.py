"""Words that a real input method composes in the real window."""
