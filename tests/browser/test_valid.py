"""The W3C's checker finds neither error nor warning: HTML, style sheets and pictures of the whole site."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.conftest import Served
from tests.browser.tools import VALIDATOR, needs

# What browsers know, or pass over without harm, and the checker's table of CSS does not hold.
_UNKNOWN_TO_THE_CHECKER = (
    *("container-type", "@container", "@view-transition", "animation-timeline", "scroll-timeline", "timeline-scope"),
    *(
        "view-timeline",
        "animation-range",
        "scroll-initial-target",
        "text-autospace",
        "text-spacing-trim",
        "reading-flow",
        "mask",
        "mask-image",
        "r",
    ),
)
# A file has no host, so `'self'` names nothing there; tests/browser/test_frame.py holds the policy over HTTP.
_OF_FILES = ("blocked by “",)


def faults_of(*arguments: str) -> list[str]:
    """The checker's errors and warnings as lines."""
    command = ["java", "-Xss4m", "-jar", str(VALIDATOR), "--format", "json", "--exit-zero-always", *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(answer.stderr)["messages"]
    faults = [each for each in messages if each["type"] == "error" or each.get("subType") == "warning"]
    lines = [f"{each['url']}:{each.get('lastLine', 0)}: {each['message']}" for each in faults]
    passed_over = (*(f"“{name}”" for name in _UNKNOWN_TO_THE_CHECKER), *_OF_FILES)
    return [line for line in lines if not any(text in line for text in passed_over)]


@needs(VALIDATOR, "java")
def test_every_page_is_valid(own_site: Served) -> None:
    assert not faults_of("--skip-non-html", str(own_site.folder))[:20]


@needs(VALIDATOR, "java")
@pytest.mark.parametrize(("option", "suffix"), [("--css", "css"), ("--svg", "svg")])
def test_every_sheet_and_picture_is_valid(own_site: Served, option: str, suffix: str) -> None:
    files = sorted(map(str, Path(own_site.folder).rglob(f"*.{suffix}")))
    assert files
    assert not faults_of(option, *files)[:20]
