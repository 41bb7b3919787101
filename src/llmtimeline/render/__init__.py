"""From an output and a theme to bytes. Pure: no disk, no clock."""
