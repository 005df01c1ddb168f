"""The text as frozen values, and the laws they keep; the room everything else stands on."""
