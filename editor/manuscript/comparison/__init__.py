"""Two texts side by side: what became of paragraphs, sentences and words, and taking it over."""
