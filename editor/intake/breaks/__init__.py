"""Line breaks that are wrong: a sentence broken in two is joined, a text in one line divided."""
