"""Where everything stands: how titles, file names and patterns become addresses."""
