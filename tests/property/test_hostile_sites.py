"""Whole sites of strangers and of hasty authors: shortcodes, menus, cascades, covers, config folders, variables and
archetypes. They build, or the author is told what is wrong; never a traceback, never a page that runs what it shows."""

from __future__ import annotations

import re
import shutil
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from llmtimeline.shell.cli import main

CONFIG = (
    "baseURL: https://example.org/\ntitle: T\nlanguages: {zh: {weight: 1}, en: {weight: 2}}\n"
    "outputs: {home: [HTML, RSS, JSON]}\n"
    "params: {env: production, ShowShareButtons: true, ShowFullTextinRSS: true, ShowCanonicalLink: true}\n"
)
EVIL = st.sampled_from(
    [
        '"><script>alert(1)</script>',
        "javascript:alert(1)",
        "java&#10;script:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        "https://example.org/' onload='alert(1)",
        "]]><script>alert(1)</script>",
        "</title></script><svg onload=alert(1)>",
        "{{< rawhtml >}}<script>alert(1)</script>{{< /rawhtml >}}",
        "../../../etc/passwd",
        "\u202e\u2028中文",
        "1e999",
        "",
        "@posts",
    ]
)
KEYS = st.sampled_from(
    [
        *(
            "title",
            "linkTitle",
            "description",
            "summary",
            "author",
            "tags",
            "series",
            "keywords",
            "canonicalURL",
            "images",
        ),
        *("audio", "videos", "url", "slug", "aliases", "layout", "type", "locale", "cover.image", "cover.caption"),
        *("cover.alt", "editPost.URL", "editPost.Text", "menus.main.name", "menus.main.url", "menus.main.parent"),
        *(
            "cascade.title",
            "cascade.cover.image",
            "cascade.target.path",
            "label.iconSVG",
            "socialIcons",
            "build.render",
        ),
        *("CanonicalLinkText", "social.fediverse_creator", "sitemap.changefreq", "translationKey", "date", "weight"),
    ]
)
NAMES = st.sampled_from(
    [
        *(
            "figure",
            "youtube",
            "vimeo",
            "details",
            "collapse",
            "qr",
            "rawhtml",
            "ltr",
            "inTextImg",
            "audio",
            "video",
            "x",
        ),
        *("gist", "param", "ref", "highlight", "comment", "own", "../base", "中文"),
    ]
)
ARGUMENTS = st.sampled_from(
    [
        *(
            "src",
            "link",
            "alt",
            "caption",
            "title",
            "class",
            "id",
            "summary",
            "text",
            "height",
            "start",
            "url",
            "poster",
        ),
        *("attr", "attrlink", "target", "rel", "onclick", "style", "name", "path", "scale", "level", "width", "end"),
    ]
)


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def front_matters(draw: st.DrawFn) -> str:
    lines: dict[str, str] = {"date": "date: 2024-01-01"}
    for key in draw(st.lists(KEYS, max_size=4)):
        value = quoted(draw(EVIL))
        value = draw(st.sampled_from([value, f"[{value}]", f"{{a: {value}}}", f"[{{name: x, url: {value}}}]"]))
        first, *rest = key.split(".")
        for part in reversed(rest):
            value = f"{{{part}: {value}}}"
        lines[first] = f"{first}: {value}"
    return "---\n" + "\n".join(lines.values()) + "\n---\n"


@st.composite
def shortcodes(draw: st.DrawFn) -> str:
    name = draw(NAMES)
    arguments = [f"{key}={quoted(draw(EVIL))}" for key in draw(st.lists(ARGUMENTS, max_size=3, unique=True))]
    if draw(st.booleans()):
        arguments = [argument.partition("=")[2] for argument in arguments]
    opening, closing = draw(st.sampled_from([("{{<", ">}}"), ("{{%", "%}}"), ("{{<", "/>}}"), ("{{<", "")]))
    tag = " ".join([opening, name, *arguments, closing])
    end = draw(st.sampled_from(["", f"{{{{< /{name} >}}}}"]))
    return tag + (draw(EVIL) + end if end else "")


POSTS = st.tuples(
    st.sampled_from(["post/a.md", "post/b.en.md", "post/_index.md", "_index.md", "tags/_index.md", "post/c/index.md"]),
    st.builds(lambda front, *parts: front + "\n\n".join(parts), front_matters(), EVIL, shortcodes(), shortcodes()),
)
OTHERS = st.tuples(
    st.sampled_from(
        [
            *("config/_default/params.yaml", "config/_default/menus.toml", "config/production/hugo.json", "hugo.toml"),
            *("config/_default/languages.yaml", "content/CNAME", "content/post/a.svg", "content/post/c/x.html"),
            *("archetypes/default.md", "content/post/a.php", "data/models.yaml"),
        ]
    ),
    EVIL
    | st.sampled_from(
        ["main:\n  - {name: x, parent: y}\n", "[[main]]\nurl = 1\n", "[", "{", "- a\n", "zh: 1\n", '{"a":']
    ),
)
VARIABLES = st.dictionaries(
    st.sampled_from(
        [
            *("HUGO_TITLE", "HUGO_BASEURL", "HUGO_PARAMS_COVER_HIDDEN", "HUGO_MENUS", "HUGO_LANGUAGES_ZH", "HUGO_"),
            *("HUGO_ENVIRONMENT", "HUGOxPARAMSxSOCIALICONS", "HUGO_PAGINATION_PAGERSIZE", "HUGO_CASCADE", "HUGO__"),
        ]
    ),
    EVIL.filter(lambda text: "\0" not in text),
    max_size=2,
)


@settings(max_examples=25, phases=(Phase.explicit, Phase.generate), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(POSTS, min_size=1, max_size=3), st.lists(OTHERS, max_size=1), VARIABLES)
@example([("post/a.md", '---\nmenus: {main: {parent: x}}\n---\n{{< qr text="' + "x" * 5000 + '" >}}')], [], {})
def test_no_site_makes_a_traceback_or_a_page_that_runs_a_post(
    posts: list[tuple[str, str]], others: list[tuple[str, str]], variables: dict[str, str]
) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        files = {"hugo.yaml": CONFIG, **{f"content/{path}": text for path, text in posts}, **dict(others)}
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        command = ["build", "-s", str(root), "--jobs", "1", "--quiet"]
        result = CliRunner().invoke(main, command, catch_exceptions=False, env=variables)
        assert result.exit_code in (0, 1, 2), result.output  # 2: HUGO_ENVIRONMENT names no folder
        assert (root / "public").exists() == (result.exit_code == 0)
        for page in (root / "public").rglob("*.html"):
            harmless(page.read_text("utf-8"))
        for feed in (root / "public").rglob("*.xml"):
            assert not re.search(r"<script|javascript:alert", feed.read_text("utf-8").replace("&lt;script", "")), feed
        assert not list((root / "public").rglob("*.php"))
        made = CliRunner().invoke(main, ["new", "post/new.md", "-s", str(root)], catch_exceptions=False, env=variables)
        assert made.exit_code in (0, 1, 2), made.output
    finally:
        shutil.rmtree(root)


def harmless(html: str) -> None:
    """No script but the theme's and JSON-LD, no handlers, no styles, no address that runs code."""
    _Guard().feed(html)


class _Guard(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            assert given.get("type") == "application/ld+json" or (given.get("src") or "").startswith("/js/"), attrs
        for name, value in attrs:
            assert not name.startswith("on"), (tag, attrs)
            assert name not in ("style", "srcdoc", "formaction"), (tag, attrs)
            if name in ("href", "src", "poster", "action", "data"):
                assert not re.match(r"\s*(?:javascript|vbscript|data):", value or "", re.IGNORECASE), (tag, attrs)
