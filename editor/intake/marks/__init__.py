"""What pages leave among the words of a speech: page numbers, watermarks, boilerplate, codes."""
