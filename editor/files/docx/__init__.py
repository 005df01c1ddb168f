"""Reading a docx: the package, its parts, and the paragraphs of the main document part."""
