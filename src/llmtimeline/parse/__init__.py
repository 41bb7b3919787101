"""One file to typed values, each with its place. Pure."""
