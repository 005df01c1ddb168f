"""What a printed page looks like: styles, line breaking, pagination, as pure numbers."""
