"""Faults put into the program one at a time: which of them do the tests see?"""
