"""Hugo's shortcodes: found in a body, read, and put back as holes in its HTML."""
