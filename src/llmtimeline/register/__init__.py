"""Posts and catalog to the registry: identity, merging, lineage. Pure."""
