"""Tests on a real X screen: what a platform plugin does that the offscreen one does not."""
