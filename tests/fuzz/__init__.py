"""Fuzzing: odd inputs by the thousand for whatever reads what others wrote.

`python -m tests.fuzz --seconds 3600 docx journal` asks of each target (`roster.py`) that it ends in
time, takes little memory, and either gives what its laws say or tells what is wrong. Where
atheris has a wheel it leads the search by coverage; elsewhere the same inputs are made without.
What is found is kept in `found/` and asked again by every run of the tests.
"""
