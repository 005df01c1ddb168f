"""What rules look for, found in one walk over a text: hits, before they cost anything."""
