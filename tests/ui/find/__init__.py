"""Find and replace, by real keys and clicks."""
