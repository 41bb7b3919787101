"""With 5,000 releases, 300 vendors and 5,000 models no page of the timeline outgrows a phone."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from time import process_time

import pytest

from llmtimeline.plan.timeline.parts import ROWS
from llmtimeline.render.templates import Renderer, open_theme
from llmtimeline.values.outputs import Rendered

from ...render.themes import built_in_theme, built_in_words
from ..builders import EN, a_config, a_plan
from .big import a_big_registry

PAGE, COMPRESSED, STRIP, ELEMENTS = 250_000, 30_000, 40_000, 6_000  # bytes, bytes, bytes, count
RELEASES = 5_000
_STRIP = re.compile(r'<figure class="strip">.*?</figure>', re.DOTALL)
_ELEMENT = re.compile("<[a-z]")
_ROW = re.compile(r'<li class="release ')


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """Every page of the timeline in one language, by its path."""
    planned = a_plan(registry=a_big_registry(RELEASES), config=a_config(EN)).value.outputs
    checked = open_theme(built_in_theme(), built_in_words())
    renderer: Renderer = checked.value
    wanted = [each for each in planned if each.path.startswith("timeline/") and each.path.endswith(".html")]
    assert all(isinstance(each.body, Rendered) for each in wanted if "page/1/" not in each.path)
    return {each.path: renderer.render(each).value.decode() for each in wanted}


def test_no_page_grows_without_end(pages: Mapping[str, str]) -> None:
    assert len(pages) > 50
    for path, text in pages.items():
        data = text.encode()
        assert len(data) <= PAGE, path
        assert len(gzip.compress(data, 6, mtime=0)) <= COMPRESSED, path
        assert len(_ROW.findall(text)) <= ROWS, path
        assert len(_ELEMENT.findall(text)) <= ELEMENTS, path


def test_no_strip_grows_without_end(pages: Mapping[str, str]) -> None:
    strips = {path: found[0].encode() for path, text in pages.items() if (found := _STRIP.search(text))}
    assert len(strips) > 10
    assert {path for path, strip in strips.items() if len(strip) > STRIP} == set()


def test_every_release_stands_on_exactly_one_page_of_its_year(pages: Mapping[str, str]) -> None:
    ids = [
        anchor
        for path, text in pages.items()
        if re.match(r"timeline/\d{4}/", path)
        for anchor in re.findall(r'<li class="release [^>]* id="([^"]+)"', text)
    ]
    assert len(ids) == len(set(ids)) == RELEASES


def test_planning_grows_with_the_releases_and_not_with_their_square() -> None:
    def seconds(count: int) -> float:
        registry = a_big_registry(count)
        started = process_time()
        a_plan(registry=registry, config=a_config(EN))
        return process_time() - started

    seconds(100)
    small, large = seconds(1_000), seconds(4_000)
    assert large / small < 10
