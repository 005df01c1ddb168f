"""What stands in the tool bar, and how it is fitted into the width there is."""
