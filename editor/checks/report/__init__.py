"""What is made of findings: the gate, groups, what is set aside, the proof sheet, a repair."""
