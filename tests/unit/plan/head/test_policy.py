"""From where a page may load files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from llmtimeline.values.config import Config, MarkupSettings, TimelineSettings
from llmtimeline.values.places import Span
from llmtimeline.values.policy import PolicySettings
from llmtimeline.values.posts import Piece, Shortcode
from llmtimeline.values.sources import TemplateSource, Theme, Tree
from llmtimeline.values.views import PageView
from tests.unit.plan.builders import EN, ZH, a_config, a_plan, a_post, a_section, view_at

GISCUS = {"repo": "a/b", "repoid": "R_1", "category": "C", "categoryid": "D_1"}


def view(config: Config, path: str = "post/a/index.html", **front: object) -> PageView:
    found = view_at(a_plan([a_post("post/a", **front)], config=config), path)
    assert isinstance(found, PageView)
    return found


def policy(config: Config, path: str = "post/a/index.html", **front: object) -> dict[str, tuple[str, ...]]:
    return dict(view(config, path, **front).head.policy)


def with_policy(wanted: bool | None = True, **more: tuple[str, ...]) -> Config:
    settings = PolicySettings(wanted, {name.replace("_", "-"): sources for name, sources in more.items()})
    return a_config(timeline=replace(TimelineSettings(), policy=settings))


def call(name: str, *inner: Piece) -> Shortcode:
    return Shortcode(name, 0, Span("content/post/a.zh.md", 5), (), {}, inner, "", bool(inner))


def with_params(**params: object) -> Config:
    return a_config(replace(ZH, params=params), replace(EN, params=params), params=params)


@pytest.mark.parametrize(
    "path", ["post/a/index.html", "index.html", "en/index.html", "404.html", "archives/index.html"]
)
def test_a_page_loads_its_own_files_and_pictures_of_others(path: str) -> None:
    assert policy(a_config(), path) == {
        "default-src": ("'none'",),
        "script-src": ("'self'",),
        "style-src": ("'self'",),
        "img-src": ("'self'", "data:", "https:"),
        "font-src": ("'self'",),
        "connect-src": ("'self'",),
        "media-src": ("'self'", "https:"),
        "manifest-src": ("'self'",),
        "base-uri": ("'self'",),
        "form-action": ("'self'",),
    }


def test_a_site_adds_hosts_or_wants_no_policy() -> None:
    found = policy(with_policy(script_src=("https://a.org", "'unsafe-inline'"), frame_src=("b.org",)))
    assert found["script-src"] == ("'self'", "https://a.org", "'unsafe-inline'")
    assert found["frame-src"] == ("b.org",)
    assert policy(with_policy(False)) == {}


@pytest.mark.parametrize("markup", [MarkupSettings(unsafe=True), MarkupSettings(raw_shortcode=True)])
def test_a_site_that_lets_posts_hold_html_has_a_policy_only_if_it_asks(markup: MarkupSettings) -> None:
    assert policy(replace(with_policy(None), markup=markup)) == {}
    assert policy(replace(with_policy(True), markup=markup)) != {}


def test_counting_opens_the_door_to_googles_hosts_where_the_site_is_public() -> None:
    config = a_config(analytics_id="G-1A2B3C4D5E")
    assert policy(config)["script-src"] == ("'self'", "https://www.googletagmanager.com")
    assert "https://*.google-analytics.com" in policy(config)["connect-src"]
    assert policy(replace(config, environment="development")) == policy(a_config())
    assert policy(replace(config, analytics_disabled=True)) == policy(a_config())


def test_comments_open_it_on_the_posts_that_have_them() -> None:
    config = with_params(giscus=GISCUS)
    for directive in ("script-src", "style-src", "frame-src"):
        assert policy(config)[directive][-1] == "https://giscus.app"
    assert policy(config, "index.html") == policy(a_config())
    assert policy(config, params={"comments": False}) == policy(a_config())


@pytest.mark.parametrize(
    ("pieces", "hosts"),
    [
        ((call("youtube"),), ("https://www.youtube-nocookie.com",)),
        (
            ("<p>", call("details", "<p>", call("vimeo"), "</p>"), call("youtube"), call("youtube"), "</p>"),
            ("https://www.youtube-nocookie.com", "https://player.vimeo.com"),
        ),
        ((call("gist"), "youtube"), ()),
    ],
)
def test_frames_are_for_posts_that_show_films(pieces: tuple[Piece, ...], hosts: tuple[str, ...]) -> None:
    post = a_post("post/a", sections=[a_section("", "", *pieces)])
    names = ("youtube", "vimeo", "gist", "details")
    theme = Theme({f"shortcodes/{name}.html": TemplateSource("", "") for name in names})
    plan = a_plan([post, a_post("post/b")], tree=Tree(theme=theme))
    found = [dict(view_at(plan, f"post/{name}/index.html").head.policy).get("frame-src", ()) for name in "ab"]
    assert found == [hosts, ()]
