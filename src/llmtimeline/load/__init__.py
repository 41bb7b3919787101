"""Disk to sources: content, data, theme and static folders. Alone reads the disk."""
