"""Changes of inputs that know the format, so that most of them get past its first check."""
