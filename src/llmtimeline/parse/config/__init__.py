"""The config: files, environment and flags laid over each other, then read."""
