"""What Hugo and PaperMod make of shortcodes, beside what is made here: the same elements and words, but for reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from llmtimeline.build import build, check
from llmtimeline.values.request import Request
from tests.hugo.sites import vector

SOURCES = {
    "figure": '{{< figure src="/a.png" alt="alt" width="10" class="c" link="https://x.com" title="T" '
    'caption="说明 **b**" attr="作者" attrlink="https://y.com" >}}',
    "figure_center": '{{< figure src="/a.png" align="center" caption="c" >}}',
    "youtube": "{{< youtube U9mJuUkhUzk >}}",
    "youtube_named": '{{< youtube id="U9mJuUkhUzk" title="标题" start=30 >}}',
    "vimeo": "{{< vimeo 146022717 >}}",
    "ref": '[x]({{< ref "target.md" >}})',
    "relref": '[x]({{< relref "target.md#标题" >}})',
    "details": '{{< details summary="摘要" open=true >}}\n内容 **b**\n{{< /details >}}',
    "highlight": '{{< highlight go "linenos=table,hl_lines=1" >}}\nx := 1\n{{< /highlight >}}',
    "qr": '{{< qr text="https://ex.org" />}}',
    "param": "{{< param title >}}",
    "comment": "{{% comment %}}no{{% /comment %}}\n\nafter",
    "collapse": '{{< collapse summary="折叠" >}}\n内容 **b**\n{{< /collapse >}}',
    "collapse_open": '{{< collapse summary="折叠" openByDefault=true >}}\nx\n{{< /collapse >}}',
    "rawhtml": '{{< rawhtml >}}<video src="x"></video>{{< /rawhtml >}}',
    "ltr": "{{< ltr >}}\nabc **b**\n{{< /ltr >}}",
    "ltrmd": "{{% ltr %}}\nabc **b**\n{{% /ltr %}}",
    "rtl": "{{< rtl >}}\nabc **b**\n{{< /rtl >}}",
    "inTextImg": 'a\n{{< inTextImg url="/x.png" height="20" alt="A" >}}\nb',
    "audio": '{{< audio src="/x.mp3" >}}',
    "video": '{{< video src="/x.mp4" >}}',
    "instagram": "{{< instagram CxOWiQNP2MO >}}",
    "x": '{{< x user="SanDiegoZoo" id="1453110110599868418" >}}',
    "gist": "{{< gist spf13 7896402 >}}",
    "unknown": "{{< nosuch >}}",
    "unclosed": "{{< figure src=",
    "badref": '[x]({{< ref "nope" >}})',
    "inline_esc": "`{{</* figure */>}}`",
    "fence_short": '```\n{{< figure src="a" >}}\n```',
    "fence_esc": '```\n{{</* figure src="a" */>}}\n```',
    "gotmpl_like": "模板 {{ .Title }} 文本",
}

BETTER = {
    "figure": "the title is no heading; h4 without h3 breaks the outline (PaperMod writes bare text)",
    "highlight": "no table of inline styles",
    "qr": "drawn in the page: no file, any size, a label for those who cannot see",
    "collapse": "details is not put into a paragraph, and its text is Markdown in a paragraph",
    "collapse_open": "as collapse",
    "instagram": "a link: nothing of others is loaded before the reader asks",
    "x": "a link, where Hugo without a network writes nothing",
    "gist": "a link, where Hugo fails since 0.156",
    "badref": "the link keeps its text and address, and is told with its place",
    "fence_short": "code is code",
}
ERRORS = {"unclosed": "LT213"}
WARNINGS = {"unknown": "LT210", "badref": "LT201"}
CONFIG = (
    "baseURL: https://ex.org/\ntitle: T\ntimeline: {rawHTML: true, timeline: false, models: false, vendors: false}\n"
)
PROSE = re.compile(
    r'<div class="prose">\s*<div class="foreword">(.*?)</div>\s*</div>\s*(?=<footer|</article)', re.DOTALL
)


class Shape(HTMLParser):
    """Elements with the attributes that say what they are, and words."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {key: value for key, value in attrs if key in ("alt", "href", "dir", "controls", "muted", "open")}
        source = re.search(r"U9mJuUkhUzk|146022717|[^/?#]+\Z", (dict(attrs).get("src") or "").split("#")[0])
        said |= {"src": source[0]} if source else {}
        said |= {"href": unquote(said["href"] or "").removeprefix("https://ex.org")} if "href" in said else {}
        self.found.append(" ".join([tag, *(f"{key}={value or ''}" for key, value in sorted(said.items()))]))

    def handle_data(self, data: str) -> None:
        self.found += data.split()


def shape(html: str) -> list[str]:
    parser = Shape()
    parser.feed(html.replace("⏎", "\n"))
    return [re.sub("=true$", "=", each) for each in parser.found]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hugo")
    (root / "hugo.yaml").write_text(CONFIG, "utf-8")
    (root / "content/post").mkdir(parents=True)
    (root / "content/post/target.md").write_text("---\ntitle: t\n---\n\n## 标题\n", "utf-8")
    for name, source in SOURCES.items():
        if name not in ERRORS:
            (root / f"content/post/{name}.md").write_text(f"---\ntitle: 测试\n---\n\n{source}\n", "utf-8")
    assert build(Request(str(root), datetime(2024, 1, 1, tzinfo=UTC))).destination
    return root / "public/post"


def ours(pages: Path, name: str) -> str:
    prose = PROSE.search((pages / name.lower() / "index.html").read_text("utf-8"))
    assert prose
    return prose[1]


def rows() -> Iterator[tuple[str, str, bool]]:
    """Name, Hugo's output, and whether it failed. PaperMod's row follows plain Hugo's and counts."""
    for line in vector("shortcodes.txt").splitlines():
        found = re.match(r"(?:THEME )?(\w+) rc=(\d) => ?(.*)", line)
        if found:
            yield found[1], found[3].partition(" LOG ")[0], found[2] != "0"


def test_every_row_of_hugo_s_is_met_or_bettered(pages: Path) -> None:
    compared = dict.fromkeys(SOURCES, False)
    for name, html, failed in {row[0]: row for row in rows()}.values():
        compared[name] = True
        if name in ERRORS or name in WARNINGS:
            assert failed
        elif name not in BETTER:
            assert shape(ours(pages, name)) == shape(html), name
        else:
            assert shape(ours(pages, name)) != shape(html), name
    assert all(compared.values()), compared


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("figure_center", ["figure", "img alt=c src=a.png", "figcaption", "p", "c"]),
        ("youtube", ["div", "iframe src=U9mJuUkhUzk"]),
        ("relref", ["p", "a href=/post/target/#标题", "x"]),
        ("details", ["details open=", "summary", "摘要", "p", "内容", "strong", "b"]),
        ("collapse", ["details", "summary", "折叠", "p", "内容", "strong", "b"]),
        ("ltr", ["div dir=ltr", "abc", "strong", "b"]),
        ("inTextImg", ["p", "a", "img alt=A src=x.png", "b"]),
        ("video", ["video controls= muted= src=x.mp4"]),
        ("rawhtml", ["video src=x"]),
        ("fence_short", ["pre", "code", "{{<", "figure", 'src="a"', ">}}"]),
        ("gotmpl_like", ["p", "模板", "{{", ".Title", "}}", "文本"]),
    ],
)
def test_without_hugo_s_outputs_at_hand(pages: Path, name: str, wanted: list[str]) -> None:
    assert shape(ours(pages, name)) == wanted


@pytest.mark.parametrize(("name", "code"), sorted({**ERRORS, **WARNINGS}.items()))
def test_what_hugo_refuses_is_told_with_its_place(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "hugo.yaml").write_text(CONFIG, "utf-8")
    (tmp_path / "content/post").mkdir(parents=True)
    (tmp_path / "content/post/a.md").write_text(f"---\ntitle: 测试\n---\n\n{SOURCES[name]}\n", "utf-8")
    found = check(Request(str(tmp_path), datetime(2024, 1, 1, tzinfo=UTC))).diagnostics
    assert [(each.code, each.span.line if each.span else 0) for each in found if each.code == code] == [(code, 5)]
