"""Web templates made clean: what is not the speech goes, with a receipt for each character."""
