"""Pages on paper: measuring, painting, preview, printer and PDF."""
