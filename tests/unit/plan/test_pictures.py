"""Pictures in pages: sizes, smaller ones, which is waited for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from llmtimeline.plan.pictures import picture_element
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.outputs import Plan, Resized
from llmtimeline.values.pictures import ImageSettings, Picture
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Image, Piece, Ref, Shortcode
from llmtimeline.values.sources import Asset, Tree
from llmtimeline.values.views import PictureView

from .builders import a_config, a_plan, a_post, a_section, a_tree, content_at, paths_of, view_at

SPAN = Span("content/post/a.md", 3, 5)


def an_asset(
    path: str, width: int = 1000, height: int = 500, kind: str = "png", size: int = 400_000, **more: bool
) -> Asset:
    picture = Picture(width, height, kind, moving=more.get("moving", False))
    return Asset(path, f"/disk/{path}", size, "1a2b3c4d", picture=picture)


def an_image(target: str, alt: str = "图", title: str = "") -> Image:
    return Image(Ref(target, image=True, span=SPAN), alt, title)


def planned(
    pieces: Sequence[Piece], *assets: Asset, draws: bool = True, settings: ImageSettings | None = None
) -> Checked[Plan]:
    tree = replace(a_tree(), theme=replace(Tree().theme, assets=assets), draws=draws)
    config = a_config(timeline=TimelineSettings(images=settings or ImageSettings()))
    return a_plan([a_post("post/a", "zh", [a_section("Top", "", *pieces)])], config=config, tree=tree)


def body(checked: Checked[Plan]) -> str:
    html = content_at(checked, "post/a/index.html").sections[0].html
    assert isinstance(html, str)
    return html


def test_a_picture_has_the_size_of_its_file() -> None:
    checked = planned([an_image("/i/a b.png", 'a "b" <c>', "t")], an_asset("i/a b.png"), draws=False)
    assert body(checked) == (
        '<img src="/i/a%20b.png" alt="a &quot;b&quot; &lt;c&gt;" title="t" width="1000" height="500" decoding="async">'
    )


def test_only_the_first_picture_is_not_waited_for() -> None:
    checked = planned([an_image("/a.png"), "x", an_image("/a.png")], an_asset("a.png"), draws=False)
    first, second = body(checked).split("x")
    assert "lazy" not in first
    assert 'loading="lazy"' in second


def test_smaller_ones_are_named_and_made() -> None:
    checked = planned([an_image("/i/图 一.png")], an_asset("i/图 一.png", 3000, 1500, size=2_000_000))
    html = body(checked)
    made = {output.path: output.body for output in checked.value.outputs if isinstance(output.body, Resized)}
    assert [body.width for body in made.values()] == [1200, 1600, 480, 800]  # by path
    assert all(path.startswith("i/图 一.") and path.endswith(".webp") for path in made)
    assert html.startswith('<picture><source type="image/webp" srcset="/i/%E5%9B%BE%20%E4%B8%80.480w.')
    assert html.count(".webp ") == 4
    assert 'sizes="(max-width: 680px) 100vw, 640px"><img src="/i/%E5%9B%BE%20%E4%B8%80.png"' in html
    assert html.endswith('width="3000" height="1500" decoding="async"></picture>')


@pytest.mark.parametrize(
    ("asset", "widths"),
    [
        (an_asset("a.png", 1000), [480, 800, 1000]),
        (an_asset("a.png", 820), [480, 820]),  # 800 is nearly that
        (an_asset("a.png", 300), [300]),
        (an_asset("a.png", 1700, kind="jpeg"), [480, 800, 1200]),
        (an_asset("a.png", 5000), [480, 800, 1200, 1600]),
        (an_asset("a.png", size=9_000), []),  # little to win
        (an_asset("a.png", 2000, 1000, size=12_000), [480]),  # packed well already
        (an_asset("a.png", 1000, 30_000, size=9_000_000), [480]),  # WebP ends at 16,383
        (an_asset("a.gif", kind="gif"), []),
        (an_asset("a.webp", kind="webp"), []),
        (an_asset("a.svg", kind="svg"), []),
        (an_asset("a.png", moving=True), []),
    ],
)
def test_which_widths_are_worth_their_bytes(asset: Asset, widths: list[int]) -> None:
    checked = planned([an_image(f"/{asset.path}")], asset)
    made = [output.body.width for output in checked.value.outputs if isinstance(output.body, Resized)]
    assert sorted(made) == widths
    assert ("<picture>" in body(checked)) == bool(widths)


def test_nothing_is_made_that_no_page_shows() -> None:
    checked = planned(["text"], an_asset("a.png"))
    assert not [path for path in paths_of(checked) if path.endswith(".webp")]


@pytest.mark.parametrize(("draws", "settings"), [(False, None), (True, ImageSettings(variants=False))])
def test_without_pillow_or_when_turned_off_pictures_stay_as_they_are(
    draws: bool, settings: ImageSettings | None
) -> None:
    checked = planned([an_image("/a.png")], an_asset("a.png"), draws=draws, settings=settings)
    assert body(checked).startswith('<img src="/a.png"')
    assert not [path for path in paths_of(checked) if path.endswith(".webp")]


def test_the_address_changes_with_all_that_it_is_made_of() -> None:
    asset = an_asset("a.png", 300)
    other = replace(asset, digest="9f9f9f9f")
    found = {
        body(planned([an_image("/a.png")], each, settings=settings))
        for each in (asset, other)
        for settings in (ImageSettings(), ImageSettings(quality=60))
    }
    assert len(found) == 4


def test_a_picture_of_another_host_or_that_is_not_there_has_no_size() -> None:
    away = Image("https://h.example/a.png?x=1&amp;y=2", "b")
    checked = planned([away, an_image("/gone.png")])
    assert body(checked) == (
        '<img src="https://h.example/a.png?x=1&amp;y=2" alt="b" decoding="async">'
        '<img src="/gone.png" alt="图" loading="lazy" decoding="async">'
    )
    assert [told.code for told in checked.diagnostics] == ["LT203"]


def test_feeds_get_the_picture_itself_by_its_whole_address() -> None:
    tree = replace(a_tree(), theme=replace(Tree().theme, assets=(an_asset("a.png"),)), draws=True)
    section = a_section("Top", "", an_image("/a.png"))
    post = a_post("post/a", "zh", [section])
    post = replace(post, body=replace(post.body, summary=section.pieces))
    checked = a_plan([post], config=a_config(params={"showfulltextinrss": True}), tree=tree)
    (item,) = view_at(checked, "index.xml").items
    assert '<img src="https://ex.org/a.png" alt="图" width="1000" height="500"' in str(item)
    assert "srcset" not in str(item)


def test_a_shortcode_knows_its_picture() -> None:
    figure = Shortcode("figure", 0, SPAN, (), {"src": Ref("/a.png", image=True, span=SPAN)}, (), "", is_paired=False)
    templates = {"shortcodes/figure.html": None}
    tree = replace(a_tree(), theme=replace(Tree().theme, assets=(an_asset("a.png"),), templates=templates))  # type: ignore[arg-type]
    checked = a_plan([a_post("post/a", "zh", [a_section("Top", "", figure)])], tree=tree)
    (part,) = (part for part in content_at(checked, "post/a/index.html").sections[0].html if not isinstance(part, str))
    assert part.picture("src") == PictureView("/a.png", width=1000, height=500)
    assert part.picture("poster") == PictureView("")


def test_nothing_leaves_its_attribute() -> None:
    view = PictureView('/a"><script>', width=1, height=1, srcset='/b"> 1w')
    assert picture_element(view, alt='"><b>', title="'\"&") == (
        '<picture><source type="image/webp" srcset="/b&quot;&gt; 1w" sizes="(max-width: 41px) 100vw, 1px">'
        '<img src="/a&quot;&gt;&lt;script&gt;" alt="&quot;&gt;&lt;b&gt;" title="\'&quot;&amp;" width="1" height="1"'
        ' loading="lazy" decoding="async"></picture>'
    )
