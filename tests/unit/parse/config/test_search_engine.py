"""What readers search with is one of a few words."""

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.sources import Source


@pytest.mark.parametrize(
    ("written", "engine", "codes"),
    [
        ("{}", "own", []),
        ("{searchEngine: pagefind}", "pagefind", []),
        ("{searchEngine: own}", "own", []),
        ("{searchEngine: pagefnd}", "own", ["LT108"]),
    ],
)
def test_a_word_that_is_none_is_told_and_ours_searches(written: str, engine: str, codes: list[str]) -> None:
    text = f"baseURL: https://ex.org/\ntitle: T\ntimeline: {written}\n"
    checked = parse_config(Source("hugo.yaml", text))
    assert checked.value.timeline.search_engine == engine
    assert [each.code for each in checked.diagnostics] == codes
