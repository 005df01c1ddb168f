"""What a screen reader is told of every window, and what is reached there without a mouse."""
