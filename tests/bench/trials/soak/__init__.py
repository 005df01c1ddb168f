"""A long day at the desk: does the program grow, and does a key get slower?"""
