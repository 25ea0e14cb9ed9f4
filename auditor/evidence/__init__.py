"""Look into the documents that a file names as its evidence, and say what stands where."""
