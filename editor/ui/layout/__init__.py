"""How the paragraphs of the page are set and painted: a document layout of our own."""
