"""The text as frozen values and pure functions; the room everything else stands on."""
