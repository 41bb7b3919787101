"""Whole sites of strangers and of hasty authors: shortcodes, menus, cascades, covers, config folders, variables and
archetypes. They build, or the author is told what is wrong; never a traceback, never a page that runs what it shows."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from llmtimeline.shell.cli import main

THEME_SCRIPT = re.compile(r"<script>try\{let c=localStorage[^<]*</script>")
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
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


NAMES_OF_THINGS = st.sampled_from(
    [
        '"><img src=x onerror=alert(1)></script><script>alert(2)</script>]]>',
        "a | b `c` ``` # d",
        "[x](javascript:alert(1))",
        "=HYPERLINK(1)",
        "two\\nBEGIN:VEVENT\\nEND:VCALENDAR",
        "{{ 7*7 }}{% raw %}",
        "</title></style></textarea>--><svg onload=alert(1)>",
        "\u202e倒\u2028😀",
        "x" * 180,
        "长" * 3000,
        "---\\nkey: [",
    ]
)
SITE = (
    'baseURL: https://example.org/\ntitle: "T"\ndefaultContentLanguage: zh\n'
    "languages: {zh: {weight: 1}, en: {weight: 2}}\noutputs: {home: [HTML, RSS, JSON]}\n"
    "params: {env: production, ShowFullTextinRSS: true}\n"
)
TELLING = """\
---
title: "%(title)s"
description: "%(text)s"
date: 2023-01-02
tags: ["%(tag)s"]
---
Before.

## Evil 8, 2023/01/03, Acme

```release
params: 7B
license: "%(text)s"
summary: {zh: "%(text)s", en: "%(title)s"}
links: [{url: "https://example.com/a)b|c`d", kind: paper, label: "%(text)s"}]
base: [evil-1 (finetune)]
```

Text | `code | more` ]]>

    ``` fence
"""


@settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(NAMES_OF_THINGS, NAMES_OF_THINGS, NAMES_OF_THINGS.filter(lambda text: len(text) < 100))
@example("长" * 3000, '"><img src=x onerror=alert(1)></script><script>alert(2)</script>]]>', "a | b `c` ``` # d")
def test_what_a_post_says_stays_text_in_every_file(title: str, text: str, name: str) -> None:
    """Feeds, calendars, the dataset, indexes, what Markdown holds, and the policy of each page."""
    said = {
        key: quoted(value)[1:-1].replace("\\\\n", "\\n")
        for key, value in (("title", title), ("text", text), ("tag", name))
    }
    root = Path(tempfile.mkdtemp())
    try:
        (root / "content/post").mkdir(parents=True)
        (root / "data").mkdir()
        (root / "llmtimeline.yaml").write_text(SITE, "utf-8")
        (root / "content/post/a.md").write_text(TELLING % said, "utf-8")
        (root / "data/vendors.yaml").write_text(f'acme: {{name: "Acme {said["tag"]}", aliases: [Acme]}}\n', "utf-8")
        (root / "data/models.yaml").write_text(
            f'evil-1: {{name: "Evil 1 {said["text"]}", vendors: [acme], family: f}}\n'
            f'f: {{name: "{said["tag"]} f", kind: family, vendors: [acme]}}\n',
            "utf-8",
        )
        built = CliRunner().invoke(main, ["build", "-s", str(root), "--jobs", "1", "--quiet"], catch_exceptions=False)
        assert built.exit_code == 0, built.output
        for file in (root / "public").rglob("*"):
            _stays_text(file)
    finally:
        shutil.rmtree(root)


def _stays_text(file: Path) -> None:
    if file.suffix in (".html", ".xml", ".json", ".jsonld", ".webmanifest", ".md", ".txt", ".cff", ".ics"):
        written = file.read_bytes().decode("utf-8")
    if file.suffix == ".html":
        harmless(written)
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', written)
        assert policy is None or "example.com" not in policy[1]
        for record in re.findall(r'<script type="application/ld\+json">(.*?)</script>', written, re.DOTALL):
            json.loads(record)
    elif file.suffix == ".xml":
        ElementTree.fromstring(written)
    elif file.suffix in (".json", ".jsonld", ".webmanifest"):
        json.loads(written)
    elif file.suffix == ".cff":
        assert yaml.safe_load(written)["cff-version"] == "1.2.0"
    elif file.suffix == ".ics":
        lines = written.split("\r\n")
        assert "\n" not in written.replace("\r\n", "")
        assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == sum(line[:4] == "UID:" for line in lines)
        assert lines.count("END:VCALENDAR") == 1
    elif file.suffix == ".md" or file.name.startswith("llms"):
        tokens = [token for block in MARKDOWN.parse(written) for token in (block, *(block.children or ()))]
        assert not [token.content for token in tokens if token.type in ("html_block", "html_inline")], file
        assert not [token for token in tokens if str(token.attrs.get("href", "")).startswith("javascript:")], file


def harmless(html: str) -> None:
    """No script but the theme's and JSON-LD, no handlers, no styles, no address that runs code."""
    _Guard().feed(THEME_SCRIPT.sub("", html, count=1))


class _Guard(HTMLParser):
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script":
            assert given.get("type") == "application/ld+json" or (given.get("src") or "").startswith("/js/"), attrs
        for name, value in attrs:
            assert not name.startswith("on"), (tag, attrs)
            assert name not in ("style", "srcdoc", "formaction"), (tag, attrs)
            if tag == "link" and (value or "").startswith("data:image/svg+xml,"):
                continue  # the theme's sign, which is no picture of a post
            if name in ("href", "src", "poster", "action", "data"):
                assert not re.match(r"\s*(?:javascript|vbscript|data):", value or "", re.IGNORECASE), (tag, attrs)
