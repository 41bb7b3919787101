"""Files beside posts that would run code as pages of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtimeline.load.tree import load_tree
from llmtimeline.values.config import Config, Language, MarkupSettings
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.sources import Tree

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def load(root: Path, name: str, text: str | bytes, markup: MarkupSettings = MarkupSettings()) -> Checked[Tree]:  # noqa: B008 (frozen)
    file = root / "content/post" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_tree(root, Config("hugo.yaml", languages=(Language("zh", "zh", "中文"),), markup=markup))


HARMLESS = (
    f'<svg {SVG}><style>.a{{fill:red}}</style><path class="a" d="M0 0"/><a href="https://ex.org/"><text>版</text></a></svg>',
    f'<svg {SVG}><image xlink:href="data:image/png;base64,iVBO\nRw0K"/><use xlink:href="#a"/></svg>',
    f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<svg {SVG}/>',
    f'<!DOCTYPE svg [<!ENTITY blue "#00f">]><svg {SVG}><path fill="&blue;"/></svg>',
    f'<?xml version="1.0" encoding="UTF-16"?><svg {SVG}/>'.encode("utf-16"),
    "<feed><onward/><item>javascript: the good parts</item></feed>",
)

ACTIVE = (
    f"<svg {SVG}>\n  <script>alert(1)</script></svg>",
    f'<svg {SVG}>\n  <g onload="alert(1)"/></svg>',
    f"<svg {SVG}>\n  <SCRIPT/></svg>",
    f'<svg {SVG}>\n  <a xlink:href="java&#10;script:alert(1)"/></svg>',
    f'<svg {SVG}>\n  <a href="&#x6a;avascript:alert(1)"/></svg>',
    f'<svg {SVG}>\n  <set attributeName="href" to="javascript:alert(1)"/></svg>',
    f'<svg {SVG}>\n  <animate attributeName="href" values="#a;javascript:alert(1)"/></svg>',
    f'<svg {SVG}>\n  <set attributeName="onclick" to="alert(1)"/></svg>',
    f"<svg {SVG}>\n  <foreignObject/></svg>",
    f'<svg {SVG}>\n  <use href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/></svg>',
    f'<svg {SVG} xmlns:h="http://www.w3.org/1999/xhtml">\n  <h:img src="x"/></svg>',
    f'<!DOCTYPE svg [<!ENTITY run "<script>alert(1)</script>">]><svg {SVG}>\n  &run;</svg>',
    f'<?xml version="1.0"?>\n  <?xml-stylesheet href="evil.xsl"?><svg {SVG}/>',
    f"<svg {SVG}>\n  <script>alert(1)</script><",
    f"<svg {SVG}>\n  </g>",
    f'<?xml version="1.0" encoding="UTF-16"?><svg {SVG}>\n  <script/></svg>'.encode("utf-16"),
)


@pytest.mark.parametrize("text", HARMLESS)
@pytest.mark.parametrize("name", ["a.svg", "a.xml"])
def test_a_drawing_is_published(tmp_path: Path, name: str, text: str | bytes) -> None:
    checked = load(tmp_path, name, text)
    assert [asset.path for asset in checked.value.resources] == [f"post/{name}"]
    assert [found for found in checked.diagnostics if found.code == "LT011"] == []


@pytest.mark.parametrize("text", ACTIVE)
@pytest.mark.parametrize("name", ["a.svg", "B.XML"])
def test_one_that_would_run_code_is_left_out_and_told(tmp_path: Path, name: str, text: str | bytes) -> None:
    checked = load(tmp_path, name, text)
    (found,) = (found for found in checked.diagnostics if found.code == "LT011")
    assert checked.value.resources == ()
    assert found.span is not None
    assert (found.span.path, found.span.line) == (f"content/post/{name}", 2 if b"\n" in found_bytes(text) else 1)
    assert "static folder" in found.hint


@pytest.mark.parametrize("name", ["a.php", "a.PHTML", "a.xhtml", "a.shtml", "a.svgz", "a.mht"])
def test_what_hosts_or_browsers_may_run_is_left_out_by_its_name(tmp_path: Path, name: str) -> None:
    checked = load(tmp_path, name, "x")
    assert checked.value.resources == ()
    assert "LT011" in [found.code for found in checked.diagnostics]


@pytest.mark.parametrize("markup", [MarkupSettings(unsafe=True), MarkupSettings(raw_shortcode=True)])
def test_a_site_that_allows_raw_html_allows_it_beside_posts(tmp_path: Path, markup: MarkupSettings) -> None:
    checked = load(tmp_path, "a.svg", ACTIVE[0], markup)
    assert [asset.path for asset in checked.value.resources] == ["post/a.svg"]


def found_bytes(text: str | bytes) -> bytes:
    return text.encode() if isinstance(text, str) else text
