"""The targets: what is fuzzed, and the laws that hold for any input."""
