"""The registry to every file of the site, each with its view. Pure."""
