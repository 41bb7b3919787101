"""Settings for all tests."""

from __future__ import annotations

from hypothesis import settings

# The same examples every time, and no judgement by the clock: the gate must not depend on luck or load.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
