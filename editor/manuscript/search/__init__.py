"""Find and replace: plain words, wild cards, regular expressions. The same for window and tests.

All three become one `pattern_tree`, which `machine` runs in steps that can be counted and stopped:
no pattern can hang, whatever it repeats (Python's ``re`` could, and cannot be stopped).
"""
