"""Tests of how the program reads its own data."""
