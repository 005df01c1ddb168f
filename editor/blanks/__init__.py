"""Blanks of a template: found by a grammar, grouped into slots, filled together."""
