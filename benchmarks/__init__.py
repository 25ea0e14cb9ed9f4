"""Measure the program: run with `make benchmark`."""
