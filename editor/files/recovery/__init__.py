"""What survives a crash, and what was let go unsaved."""
