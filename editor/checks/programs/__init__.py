"""Checks that data cannot say. Each program knows places; its rules know the words."""
