"""From one run to the next: the autosave, what was not saved, what was open."""
