"""Benches of the complete window, worked from outside as its user works it."""
