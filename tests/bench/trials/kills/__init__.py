"""Kills the real window at random moments of its work and counts what is missing."""
