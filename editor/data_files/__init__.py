"""Reading what the program keeps or brings: whatever the bytes are, no start stops over them."""
