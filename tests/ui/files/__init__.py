"""Tests of opening, saving and showing files."""
