"""A speech as it is spoken: syllables, minutes, what is given to each part, rehearsal."""
