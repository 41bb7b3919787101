"""The dataset and its page."""
