"""The receipt of a clean-up on the screen: what goes, why, and the way back."""
