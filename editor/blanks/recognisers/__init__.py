"""What tells a blank in one paragraph, each kind by itself; nothing here sees another paragraph."""
