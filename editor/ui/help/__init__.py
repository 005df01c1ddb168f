"""The help: a book of pages with contents and search, what to do in each part, a first tour."""
