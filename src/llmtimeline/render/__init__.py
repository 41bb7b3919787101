"""An output and a theme to bytes. Pure."""
