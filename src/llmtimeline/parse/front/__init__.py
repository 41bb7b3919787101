"""Front matter."""
