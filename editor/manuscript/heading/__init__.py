"""A heading inside its line: its marker, its words, where it ends, whether it is one."""
