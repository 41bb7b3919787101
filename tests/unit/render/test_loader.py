"""What `!theme/` means."""

from __future__ import annotations

import pytest

from llmtimeline.render.loader import resolve_name
from llmtimeline.values.sources import TemplateSource

NAMES = {
    name: TemplateSource(name, "") for name in ("base.html", "!theme/base.html", "!theme/!theme/base.html", "x.html")
}


@pytest.mark.parametrize(
    ("asked", "asking", "full"),
    [
        ("base.html", "x.html", "base.html"),
        ("!theme/base.html", "base.html", "!theme/base.html"),
        ("!theme/base.html", "!theme/base.html", "!theme/!theme/base.html"),
        ("!theme/base.html", "!theme/!theme/base.html", "!theme/!theme/!theme/base.html"),
        ("!theme/base.html", "x.html", "!theme/base.html"),
        ("!theme/x.html", "base.html", "x.html"),
        ("!theme/x.html", "x.html", "!theme/x.html"),
    ],
)
def test_a_template_reaches_what_it_hides_at_every_depth(asked: str, asking: str, full: str) -> None:
    assert resolve_name(asked, asking, NAMES) == full
