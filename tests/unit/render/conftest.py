"""The built-in theme, opened once."""

from __future__ import annotations

import pytest

from llmtimeline.render.templates import Renderer, open_theme
from llmtimeline.render.words import Texts

from .sample_views import outputs
from .themes import built_in_theme, built_in_words


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    checked = open_theme(built_in_theme(), built_in_words())
    assert checked.diagnostics == ()
    return checked.value


@pytest.fixture(scope="session")
def drawn(renderer: Renderer) -> dict[str, str]:
    """Every sample, by its address."""
    found = {}
    for output in outputs():
        checked = renderer.render(output)
        assert checked.diagnostics == ()
        found[output.path] = checked.value.decode()
    return found


@pytest.fixture(scope="session")
def both(zh: Texts, en: Texts) -> tuple[Texts, Texts]:
    """Chinese and English."""
    return zh, en


@pytest.fixture(scope="session")
def zh() -> Texts:
    words = built_in_words()
    return Texts(words["zh"], words)


@pytest.fixture(scope="session")
def en() -> Texts:
    words = built_in_words()
    return Texts(words["en"], words)
