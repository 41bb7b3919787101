"""Posts and catalog to the registry: identity, merging, lineage. Pure."""

from llmtimeline.register.lock import lock_lines
from llmtimeline.register.published import select_published
from llmtimeline.register.registry import register

__all__ = ["lock_lines", "register", "select_published"]
