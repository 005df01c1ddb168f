"""From one run to the next: what was not saved and how it comes back, what was open."""
