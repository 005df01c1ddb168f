"""What joins the window to all that is kept of speeches."""
