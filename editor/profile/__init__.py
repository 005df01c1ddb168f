"""The unit a speech is written for: its profile, where it is kept, what it offers."""
