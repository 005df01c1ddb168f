"""What an office writes, with every word that sites use too: nothing of it may be ticked."""
