"""Documents of settings: YAML, TOML and JSON in which every value has its place, and tables of what they may hold."""
