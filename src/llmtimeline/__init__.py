"""A static site generator for a bilingual timeline of progress in large language models."""

__version__ = "0.1.0"
