"""The render room: filters, checks, the theme."""
