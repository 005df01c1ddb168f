"""The tree on the left: the outline as a model, drawn and dragged."""
