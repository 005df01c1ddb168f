"""The open text in the window: a QTextDocument in step with the manuscript, and who works on it."""
