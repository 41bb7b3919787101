"""Who was built on whom, as trees: chosen from the registry, measured, laid out along time, and put on pages."""
