"""The timeline: the list, the strip above it, and the pages of its parts."""
