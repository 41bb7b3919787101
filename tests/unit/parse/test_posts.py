"""One content file to one post: language, identity, counting of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.languages import read_name
from llmtimeline.parse.posts import parse_post
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import has_errors
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Node, Post, PostKey
from llmtimeline.values.sources import ContentFile, Source

SHARED = Path(__file__).parents[3] / "../shared"


def site(text: str) -> Config:
    found = parse_config(Source("hugo.yaml", "baseURL: https://example.org/\n" + text))
    assert found.diagnostics == ()
    return found.value


BOTH = site("defaultContentLanguage: zh\nlanguages: {zh: {}, en: {}, pt-br: {}}\n")
ENGLISH = site("")


def post(inner: str, text: str = "---\ntitle: T\n---\nbody\n", *, config: Config = BOTH, language: str = "") -> Post:
    found = parse_post(ContentFile(Source(f"content/{inner}", text), inner, language), config)
    assert not has_errors(found.diagnostics)
    return found.value


@pytest.mark.parametrize(
    ("inner", "identity", "language", "node"),
    [
        ("post/a.md", "post/a", "zh", Node.LEAF),
        ("post/a.zh.md", "post/a", "zh", Node.LEAF),
        ("post/a.en.md", "post/a", "en", Node.LEAF),
        ("post/a.EN.md", "post/a", "en", Node.LEAF),
        ("post/a.pt-BR.md", "post/a", "pt-br", Node.LEAF),
        ("a.markdown", "a", "zh", Node.LEAF),
        ("post/e.fr.md", "post/e.fr", "zh", Node.LEAF),
        ("post/f.zh-cn.md", "post/f.zh-cn", "zh", Node.LEAF),
        ("post/gpt-4.5.en.md", "post/gpt-4.5", "en", Node.LEAF),
        ("post/中文 名.zh.md", "post/中文 名", "zh", Node.LEAF),
        ("post/en.md", "post/en", "zh", Node.LEAF),
        ("post/x/index.md", "post/x", "zh", Node.BUNDLE),
        ("post/x/index.en.md", "post/x", "en", Node.BUNDLE),
        ("post/_index.md", "post", "zh", Node.BRANCH),
        ("post/_index.en.md", "post", "en", Node.BRANCH),
        ("_index.md", "", "zh", Node.BRANCH),
        ("index.en.md", "", "en", Node.BRANCH),
        ("post/_hidden.md", "post/_hidden", "zh", Node.LEAF),
    ],
)
def test_identity_is_the_path_without_language_and_suffix(inner: str, identity: str, language: str, node: Node) -> None:
    found = post(inner)
    assert (found.key, found.node, found.path) == (PostKey(identity, language), node, f"content/{inner}")


def test_a_content_folder_tells_the_language_before_the_name_does() -> None:
    assert post("post/a.md", language="en").key == PostKey("post/a", "en")
    assert post("post/a.en.md", language="en").key == PostKey("post/a", "en")
    assert post("post/a.zh.md", language="en").key == PostKey("post/a.zh", "en")


def test_a_site_of_one_language_knows_its_own_suffix_only() -> None:
    assert post("a.en.md", config=ENGLISH).key == PostKey("a", "en")
    assert post("a.zh.md", config=ENGLISH).key == PostKey("a.zh", "en")


def test_names_are_read_without_a_site() -> None:
    assert read_name("x.md", ()).id == "x"
    assert read_name("x", ()).id == "x"


def test_a_post_stands_where_its_title_stands() -> None:
    assert post("a.md", "\n---\nslug: x\ntitle: 标题\n---\n").span == Span("content/a.md", 4, 8, 2)
    assert post("a.md", "no front matter\n").span == Span("content/a.md", 1, 1, 1)


def test_lines_of_the_body_are_those_of_the_file() -> None:
    found = post("a.md", "---\ntitle: T\n---\n\nwords\n\n## A\n\ntext\n")
    assert [heading.span.line for heading in found.body.headings] == [7]


def test_findings_of_both_parts_come_in_the_order_of_the_file() -> None:
    text = "---\ntilte: x\ndate: soon\n---\n\n[bad](javascript:x)\n"
    found = parse_post(ContentFile(Source("content/a.md", text), "a.md"), ENGLISH)
    assert [(d.code, d.span.line if d.span else 0) for d in found.diagnostics] == [
        ("LT105", 2),
        ("LT107", 3),
        ("LT204", 6),
    ]


@pytest.mark.parametrize(
    ("config", "text", "cjk"),
    [
        ("", "纯文字", False),
        ("hasCJKLanguage: true", "纯文字", True),
        ("hasCJKLanguage: true", "plain", False),
        ("hasCJKLanguage: true", "full-width， only。", False),
        ("hasCJKLanguage: true", "カナ", True),
        ("hasCJKLanguage: true", "한국어", True),
        ("hasCJKLanguage: true", "---\ntitle: 题\n---\nplain", True),
        ("hasCJKLanguage: true", "---\nisCJKLanguage: false\n---\n纯文字", False),
        ("", "---\nisCJKLanguage: true\n---\nplain", True),
        ("defaultContentLanguage: zh", "plain", True),
        ("defaultContentLanguage: ja", "plain", True),
        ("defaultContentLanguage: zh", "---\nisCJKLanguage: no\n---\n文字", False),
    ],
)
def test_words_are_counted_as_the_post_its_language_or_its_letters_say(config: str, text: str, cjk: bool) -> None:
    assert post("a.md", text, config=site(config)).body.cjk is cjk


def test_the_posts_of_the_site_to_take_over_count_as_hugo_counted_them() -> None:
    folder = SHARED / "input/llmupdate"
    if not folder.exists():
        pytest.skip("the shared input is not here")
    config = parse_config(Source("hugo.yaml", (folder / "hugo.yaml").read_text("utf-8"))).value
    counted = {}
    for path in sorted((folder / "content").rglob("*.md")):
        inner = path.relative_to(folder / "content").as_posix()
        found = parse_post(ContentFile(Source(f"content/{inner}", path.read_text("utf-8")), inner), config)
        assert not has_errors(found.diagnostics)
        counted[found.value.key.id] = found.value.body.minutes
    assert counted == {"post/llm-update-2023-0929": 5, "post/import-progress-to-202309": 9}
