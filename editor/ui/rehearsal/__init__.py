"""The rehearsal: a clock beside the speech, section by section."""
