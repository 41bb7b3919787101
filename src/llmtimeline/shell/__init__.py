"""People: the terminal and CI."""
