"""Bytes to files, all or nothing. Alone writes the disk."""
