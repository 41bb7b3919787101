"""What readers search in: documents, names that mean the same, the files that hold them, and the page."""
