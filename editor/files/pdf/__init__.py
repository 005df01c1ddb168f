"""The words of a PDF's text layer, put together to paragraphs again."""
