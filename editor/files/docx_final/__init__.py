"""What a final docx carries over from the writer's own Word file: objects, notes, emphasis."""
