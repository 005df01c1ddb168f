"""Layout of what is more than plain words: looks, pictures, tables, notes."""
