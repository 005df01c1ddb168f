"""The panels on the right: phrases, findings, blanks."""
