"""Commands on the tree: sections moved, raised, split, merged; each is edits, and conserved."""
