"""Where everything stands: addresses, and what happens when two want the same."""
