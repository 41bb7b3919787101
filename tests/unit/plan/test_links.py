"""Links inside bodies: what they become, and what is said of those that lead nowhere."""

import time
from typing import Any

import pytest

from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.facts import Link
from llmtimeline.values.outputs import Plan
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Node, Post, Ref

from .builders import (
    EN,
    a_config,
    a_plan,
    a_post,
    a_ref,
    a_registry,
    a_release,
    a_section,
    a_tree,
    codes_of,
    content_at,
    covered,
)

TREE = a_tree("images/a.png", "files/paper.pdf", resources=["post/bun/pic.png", "post/bun/pic.en.png"])


def linked(ref: Ref, language: str = "zh", *others: Post, **config: Any) -> tuple[str, Checked[Plan]]:
    """What a link in `content/post/a.<language>.md` becomes."""
    post = a_post("post/a", language, [a_section("Top", "", '<a href="', ref, '">')])
    checked = a_plan([post, *others], config=a_config(**config), tree=TREE)
    prefix = "" if language == "zh" else "en/"
    html = content_at(checked, f"{prefix}post/a/index.html").sections[0].html
    return html.removeprefix('<a href="').removesuffix('">'), checked


OTHERS = (
    a_post("post/b", "zh", [a_section("GPT-4", "x")]),
    a_post("post/b", "en", [a_section("GPT-4 en", "x")]),
    a_post("post/only", "zh"),
    a_post("post/sub/deep", "zh"),
    a_post("post/bun", "zh", node=Node.BUNDLE),
    a_post("post/bun", "en", node=Node.BUNDLE),
    a_post("about", "zh", tags=["GPT"]),
    a_post("中文/文 件", "zh"),
    a_post("post/moved", "zh", url="/elsewhere/", aliases=("/old/",)),
)


@pytest.mark.parametrize(
    ("target", "zh", "en"),
    [
        ("./b.md", "/post/b/", "/en/post/b/"),
        ("b.md", "/post/b/", "/en/post/b/"),
        ("b.zh.md", "/post/b/", "/post/b/"),
        ("b.en.md", "/en/post/b/", "/en/post/b/"),
        ("b", "/post/b/", "/en/post/b/"),
        ("b/", "/post/b/", "/en/post/b/"),
        ("../b/", "/post/b/", "/en/post/b/"),
        ("/post/b/", "/post/b/", "/en/post/b/"),
        ("/post/b", "/post/b/", "/en/post/b/"),
        ("/post/b.md", "/post/b/", "/en/post/b/"),
        ("/en/post/b/", "/en/post/b/", "/en/post/b/"),
        ("/post/b/index.html", "/post/b/", "/en/post/b/"),
        ("only.md", "/post/only/", "/post/only/"),
        ("sub/deep.md", "/post/sub/deep/", "/post/sub/deep/"),
        ("../about.md", "/about/", "/about/"),
        ("bun/index.md", "/post/bun/", "/en/post/bun/"),
        ("bun", "/post/bun/", "/en/post/bun/"),
        ("/elsewhere/", "/elsewhere/", "/elsewhere/"),
        ("moved.md", "/elsewhere/", "/elsewhere/"),
        ("/old/", "/elsewhere/", "/elsewhere/"),
        (
            "/%E4%B8%AD%E6%96%87/文 件.md",
            "/%E4%B8%AD%E6%96%87/%E6%96%87-%E4%BB%B6/",
            "/%E4%B8%AD%E6%96%87/%E6%96%87-%E4%BB%B6/",
        ),
        ("/", "/", "/en/"),
        ("/timeline/", "/timeline/", "/en/timeline/"),
        ("/tags/gpt/", "/tags/gpt/", "/tags/gpt/"),
        ("/post/", "/post/", "/en/post/"),
        ("/post/page/1/", "/post/page/1/", "/post/page/1/"),
        ("/index.xml", "/index.xml", "/index.xml"),
        ("/data/v1/releases.json", "/data/v1/releases.json", "/data/v1/releases.json"),
        ("/images/a.png", "/images/a.png", "/images/a.png"),
        ("../../static/images/a.png", "/images/a.png", "/images/a.png"),
        ("b.md?x=1&y=2#gpt-4", "/post/b/?x=1&amp;y=2#gpt-4", None),
        ("#top", "#top", "#top"),
        ("./b.md#", "/post/b/", "/en/post/b/"),
    ],
)
def test_a_link_leads_to_the_page_in_its_own_language(target: str, zh: str, en: str | None) -> None:
    shown, checked = linked(a_ref(target), "zh", *OTHERS)
    assert (shown, codes_of(checked)) == (zh, [])
    if en is not None:
        shown, checked = linked(a_ref(target, "content/post/a.en.md"), "en", *OTHERS)
        assert (shown, codes_of(checked)) == (en, [])


def test_an_anchor_may_be_written_percent_encoded_or_not() -> None:
    for target in ("#中文", "#%E4%B8%AD%E6%96%87"):
        ref = a_ref(target)
        checked = a_plan([a_post("post/a", "zh", [a_section("中文", "", ref)])])
        assert content_at(checked, "post/a/index.html").sections[0].html == "#%E4%B8%AD%E6%96%87"
        assert codes_of(checked) == []


def test_a_file_whose_name_only_ends_like_an_index_is_no_folder() -> None:
    odd = a_post("post/x", "zh", url="/post/myindex.html")
    assert linked(a_ref("/post/myindex.html"), "zh", odd)[0] == "/post/myindex.html"
    assert codes_of(linked(a_ref("/post/my/"), "zh", odd)[1]) == ["LT201"]


def test_a_broken_anchor_of_any_length_is_told_in_no_time() -> None:
    ref = a_ref("#" + "ab" * 20_000)
    sections = [a_section(f"{'ba' * 10_000} {n}", "") for n in range(20)]
    started = time.process_time()
    checked = a_plan([a_post("post/a", "zh", [*sections, a_section("Top", "", ref)])])
    assert codes_of(checked) == ["LT202"]
    assert time.process_time() - started < 2


def test_a_resource_is_found_from_its_bundle_in_the_pages_language() -> None:
    ref = a_ref("pic.png", image=True)
    posts = [a_post("post/bun", language, [a_section("", "", ref)], node=Node.BUNDLE) for language in ("zh", "en")]
    checked = a_plan(posts, tree=TREE)
    assert content_at(checked, "post/bun/index.html").sections[0].html == "/post/bun/pic.png"
    posts[1] = a_post(
        "post/bun", "en", [a_section("", "", a_ref("pic.png", "content/post/bun/index.en.md"))], node=Node.BUNDLE
    )
    assert content_at(a_plan(posts, tree=TREE), "en/post/bun/index.html").sections[0].html == "/en/post/bun/pic.en.png"


def test_the_base_path_stands_before_every_address() -> None:
    base = {"base_url": "https://ex.org/sub/"}
    assert linked(a_ref("b.md"), "zh", *OTHERS, **base)[0] == "/sub/post/b/"
    assert linked(a_ref("/images/a.png"), "zh", **base)[0] == "/sub/images/a.png"
    assert linked(a_ref("/sub/post/b/"), "zh", *OTHERS, **base)[0] == "/sub/post/b/"
    assert linked(a_ref("/nowhere/"), "zh", **base)[0] == "/sub/nowhere/"
    assert linked(a_ref("/sub"), "zh", **base)[0] == "/sub/"
    assert codes_of(linked(a_ref("/subpost/b/"), "zh", *OTHERS, **base)[1]) == ["LT201"]


@pytest.mark.parametrize(
    ("ref", "code", "message", "hint"),
    [
        (a_ref("./onyl.md"), "LT201", "nothing stands at `./onyl.md`", "did you mean `./only.md`?"),
        (a_ref("deep.md"), "LT201", "nothing stands at `deep.md`", "did you mean `sub/deep.md`?"),
        (a_ref("../abuot.md"), "LT201", "nothing stands at `../abuot.md`", "did you mean `../about.md`?"),
        (a_ref("/post/onyl.md"), "LT201", "nothing stands at `/post/onyl.md`", "did you mean `/post/only.md`?"),
        (a_ref("./xyz.md"), "LT201", "nothing stands at `./xyz.md`", ""),
        (a_ref("/post/onlyy/"), "LT201", "nothing stands at `/post/onlyy/`", "did you mean `/post/only/`?"),
        (a_ref("/moved/b/"), "LT201", "nothing stands at `/moved/b/`", "did you mean `/post/b/`?"),
        (
            a_ref("/images/b.png", image=True),
            "LT203",
            "no image `/images/b.png` in the site",
            "did you mean `/images/a.png`?",
        ),
        (
            a_ref("/files/papr.pdf"),
            "LT203",
            "no file `/files/papr.pdf` in the site",
            "did you mean `/files/paper.pdf`?",
        ),
        (
            a_ref("bun/pic.jpg", image=True),
            "LT203",
            "no image `bun/pic.jpg` in the site",
            "did you mean `/post/bun/pic.png`?",
        ),
        (a_ref("b.md#gpt4"), "LT202", "`b.md` has no anchor `gpt4`", "did you mean `#gpt-4`?"),
        (a_ref("#tpp"), "LT202", "this page has no anchor `tpp`", "did you mean `#top`?"),
        (a_ref("/timeline/#nothing"), "LT202", "`/timeline/` has no anchor `nothing`", ""),
        (
            a_ref("../../../../etc/passwd"),
            "LT209",
            "`../../../../etc/passwd` climbs out of the site's folder",
            "link to something inside the site, or give the full address",
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_reported_with_a_near_one(ref: Ref, code: str, message: str, hint: str) -> None:
    _, checked = linked(ref, "zh", *OTHERS)
    (found,) = checked.diagnostics
    assert (found.code, found.message, found.hint, found.span) == (code, message, hint, ref.span)


def test_a_broken_link_stays_as_it_was_written_but_escaped() -> None:
    assert linked(a_ref('x" onmouseover="y 中.md'))[0] == "x%22%20onmouseover=%22y%20%E4%B8%AD.md"
    assert linked(a_ref("/a&b/"))[0] == "/a&amp;b/"


def test_a_link_used_twice_is_reported_once() -> None:
    ref = a_ref("./c.md")
    post = a_post("post/a", "zh", [a_section("A", "", ref)], body={"summary": (ref,)})
    assert codes_of(a_plan([post])) == ["LT201"]


def test_an_anchor_of_the_other_language_becomes_that_of_the_same_release() -> None:
    zh, en = (a_post("post/b", language, [a_section(f"GPT-4 {language}", "x")]) for language in ("zh", "en"))
    link = a_post("post/a", "en", [a_section("", "", a_ref("b.md#gpt-4-zh"))])
    checked = a_plan([zh, en, link], a_registry([a_release("gpt-4", "2023-03-14", covered(zh), covered(en))]))
    assert content_at(checked, "en/post/a/index.html").sections[0].html == "/en/post/b/#gpt-4-en"
    assert codes_of(checked) == []


def test_a_releases_id_is_an_anchor_of_its_post_and_of_the_timeline() -> None:
    post = a_post("post/b", "zh", [a_section("GPT-4，2023", "x")])
    refs = [a_ref("b.md#gpt-4"), a_ref("/timeline/#gpt-4", line=8)]
    link = a_post("post/a", "zh", [a_section("", "", *refs)])
    checked = a_plan([post, link], a_registry([a_release("gpt-4", "2023-03-14", covered(post))]))
    assert content_at(checked, "post/a/index.html").sections[0].html == "/post/b/#gpt-4/timeline/#gpt-4"
    assert codes_of(checked) == []


def test_links_are_absolute_in_feeds() -> None:
    post = a_post(
        "post/a",
        "zh",
        body={"summary": ("<p>", a_ref("b.md"), " ", a_ref("#x", line=8), "</p>"), "anchors": frozenset("x")},
    )
    checked = a_plan([post, *OTHERS])
    output = next(output for output in checked.value.outputs if output.path == "post/index.xml")
    item = next(item for item in output.body.view.items if item.title == "a")  # type: ignore[union-attr]
    assert item.summary_html == "<p>https://ex.org/post/b/ https://ex.org/post/a/#x</p>"


def test_a_full_address_of_the_site_itself_is_checked_too() -> None:
    links = tuple(
        Link(url, "site", "", Span("content/post/a.zh.md", 9, 1, 20))
        for url in ("https://ex.org/about/", "https://ex.org/abuot/", "https://ex.org/")
    )
    post = a_post("post/a", "zh", [a_section("A", links=links)])
    (found,) = a_plan([post, a_post("about")]).diagnostics
    assert (found.code, found.message) == ("LT201", "nothing stands at `https://ex.org/abuot/`")


def test_a_page_that_is_not_rendered_is_no_target() -> None:
    _, checked = linked(a_ref("hidden.md"), "zh", a_post("post/hidden", render="never"))
    assert codes_of(checked) == ["LT201"]


def test_in_a_site_of_one_language_a_suffix_is_part_of_the_name() -> None:
    post = a_post("post/a", "en", [a_section("", "", a_ref("b.md"))], path="content/post/a.md")
    checked = a_plan([post, a_post("post/b", "en", path="content/post/b.md")], config=a_config(EN))
    assert content_at(checked, "post/a/index.html").sections[0].html == "/post/b/"
