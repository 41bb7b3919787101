"""The page of charts: counts and amounts over time, drawn from the registry."""
