"""Tests of the settings window."""
