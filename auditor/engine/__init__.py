"""Read rules, check them, and apply them to a file."""
