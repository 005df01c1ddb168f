"""Benches of Word files: opened, saved, made anew."""
