"""Tests of what a final carries from the file."""
