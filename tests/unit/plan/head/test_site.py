"""What the heads of all pages share: for whom the site is built, icons, accounts, proofs, the publisher."""

import json
from dataclasses import replace
from typing import Any

import pytest

from llmtimeline.values.config import Config
from llmtimeline.values.places import Span
from llmtimeline.values.sources import Theme, Tree
from llmtimeline.values.views import AnalyticsView, SiteHeadView
from tests.unit.plan.builders import EN, ZH, a_config, a_plan, a_post, a_tree, view_at

LEFT_OVER = "<link / abs url>"


def with_params(*places: str, **params: Any) -> Config:
    """A config with parameters, whose `places` are lines 1, 2, … of the file."""
    spans = {name: Span("hugo.yaml", number, 5) for number, name in enumerate(places, start=1)}
    return a_config(replace(ZH, params=params), replace(EN, params=params), params=params, places=spans)


def a_tree_with(*static: str) -> Tree:
    """Static files of the site, and the drawing that the theme brings."""
    tree = a_tree(*static)
    assets = tuple(replace(asset, own=asset.path != "favicon.svg") for asset in tree.theme.assets)
    return replace(tree, theme=Theme(assets=assets))


def shared_head(config: Config, *static: str, language: str = "zh") -> SiteHeadView:
    path = "index.html" if language == "zh" else "en/index.html"
    head = view_at(a_plan([a_post("post/a")], config=config, tree=a_tree_with(*static)), path).head.site
    assert isinstance(head, SiteHeadView)
    return head


@pytest.mark.parametrize(
    ("environment", "env", "is_public"),
    [
        ("production", None, True),
        ("production", "development", True),
        ("staging", "production", True),
        ("staging", None, False),
        ("development", None, False),
        ("development", "production", False),
    ],
)
def test_one_rule_says_for_whom_the_site_is_built(environment: str, env: str | None, is_public: bool) -> None:
    config = replace(with_params(env=env), environment=environment, analytics_id="G-1A2B3C4D5E")
    checked = a_plan([a_post("post/a")], config=config)
    view = view_at(checked, "post/a/index.html")
    assert (view.site.production, view.index, view_at(checked, "robots.txt").allow) == (is_public,) * 3
    assert (view.head.site.analytics is not None) is is_public


@pytest.mark.parametrize("ident", ["G-EQPJJLMV72", "UA-12345-1", "AW-123456789", "GT-ABC123"])
def test_visits_are_counted_under_the_sites_id(ident: str) -> None:
    config = a_config(analytics_id=ident)
    assert shared_head(config).analytics == AnalyticsView(ident, respects_dnt=True)
    assert shared_head(replace(config, analytics_respect_dnt=False)).analytics == AnalyticsView(ident, False)
    assert shared_head(replace(config, analytics_disabled=True)).analytics is None


def icons(head: SiteHeadView) -> list[tuple[str, str, str, str]]:
    return [(icon.rel, icon.url, icon.type, icon.sizes) for icon in head.icons]


SVG = ("icon", "/favicon.svg?v=1a2b3c4d", "image/svg+xml", "")


def test_without_anything_the_theme_has_an_icon() -> None:
    assert icons(shared_head(a_config(), "favicon.svg")) == [SVG]
    assert icons(shared_head(a_config())) == []


def test_a_drawing_of_the_sites_own_stands_beside_other_icons() -> None:
    tree = a_tree("favicon.ico", "favicon.svg")
    ico = ("icon", "/favicon.ico", "", "32x32")
    assert icons(view_at(a_plan(tree=tree), "index.html").head.site) == [ico, SVG]
    (publisher,) = [r for r in view_at(a_plan(tree=tree), "index.html").json_ld if r["@type"] == "Organization"]
    assert publisher["logo"]["url"] == "https://ex.org/favicon.ico"
    # The theme's own is nobody's logo.
    assert "logo" not in records(a_config(), "index.html", "favicon.svg")["Organization"]


def test_files_of_the_usual_names_are_found() -> None:
    config = a_config(base_url="https://ex.org/sub/")
    names = ("favicon.ico", "favicon-16x16.png", "favicon-32x32.png", "apple-touch-icon.png", "safari-pinned-tab.svg")
    assert icons(shared_head(config, *names, "favicon.svg", language="en")) == [
        ("icon", "/sub/favicon.ico", "", ""),
        ("icon", "/sub/favicon-16x16.png", "image/png", "16x16"),
        ("icon", "/sub/favicon-32x32.png", "image/png", "32x32"),
        ("apple-touch-icon", "/sub/apple-touch-icon.png", "", ""),
        ("mask-icon", "/sub/safari-pinned-tab.svg", "", ""),
    ]
    assert icons(shared_head(a_config(), "apple-touch-icon.png", "favicon.svg")) == [
        ("apple-touch-icon", "/apple-touch-icon.png", "", ""),
        SVG,
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("img/f.svg", ("icon", "https://ex.org/img/f.svg", "image/svg+xml", "")),
        ("/img/f.svg", ("icon", "https://ex.org/img/f.svg", "image/svg+xml", "")),
        ("https://cdn.ex/f.ico", ("icon", "https://cdn.ex/f.ico", "", "")),
        (LEFT_OVER, SVG),
        ("", SVG),
        ("javascript:alert(1)", SVG),
        ("data:image/png;base64,AA==", SVG),
        (7, SVG),
    ],
)
def test_an_icon_is_the_one_that_the_config_names(given: object, shown: Any) -> None:
    config = with_params(assets={"favicon": given})
    assert icons(shared_head(config, "img/f.svg", "favicon.svg")) == [shown]
    assert icons(shared_head(config, "img/f.svg", "favicon.svg", language="en")) == [shown]


def test_an_icon_that_is_not_there_is_told_once_at_its_place() -> None:
    config = with_params("params.assets.favicon", assets={"favicon": "/favicn.ico"})
    checked = a_plan([a_post("post/a")], config=config, tree=a_tree("favicon.ico"))
    (told,) = checked.diagnostics
    assert (told.code, told.span, told.hint) == ("LT203", Span("hugo.yaml", 1, 5), "did you mean `/favicon.ico`?")
    assert icons(view_at(checked, "index.html").head.site) == [("icon", "/favicon.ico", "", "")]


def test_colours_are_the_themes_unless_given() -> None:
    assert (shared_head(a_config()).theme_color, shared_head(a_config()).tile_color) == ("", "")
    head = shared_head(with_params(assets={"theme_color": "#2e2e33", "msapplication_tilecolor": "#fff"}))
    assert (head.theme_color, head.tile_color) == ("#2e2e33", "#fff")


def test_search_engines_get_their_codes_and_no_placeholder() -> None:
    tags = {"google": "abc_12-3=", "bing": "XYZabc", "yandex": "0123", "naver": ""}
    analytics = {engine: {"siteverificationtag": tag} for engine, tag in tags.items()}
    head = shared_head(with_params(analytics=analytics))
    assert head.verifications == (("google-site-verification", "abc_12-3="), ("yandex-verification", "0123"))


def test_a_whole_element_in_place_of_a_code_is_told() -> None:
    tag = '<meta name="google-site-verification" content="abc">'
    config = with_params(
        "params.analytics.google.siteverificationtag", analytics={"google": {"siteverificationtag": tag}}
    )
    checked = a_plan([a_post("post/a")], config=config)
    assert [(d.code, d.severity.value, d.span) for d in checked.diagnostics] == [
        ("LT106", "warning", Span("hugo.yaml", 1, 5))
    ]
    assert view_at(checked, "index.html").head.site.verifications == ()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("llmupdate", "@llmupdate"),
        ("@llmupdate", "@llmupdate"),
        ("https://twitter.com/llmupdate", "@llmupdate"),
        ("https://x.com/llmupdate/", "@llmupdate"),
        ('"><script>', ""),
        ("<twitter name>", ""),
        (None, ""),
    ],
)
def test_an_account_on_x_is_shown_by_its_name(given: object, shown: str) -> None:
    assert shared_head(with_params(social={"twitter": given})).twitter == shown


def test_facebook_takes_the_app_else_the_administrator() -> None:
    assert shared_head(with_params(social={"facebook_app_id": 123, "facebook_admin": "me"})).facebook == (
        ("fb:app_id", "123"),
    )
    assert shared_head(with_params(social={"facebook_admin": "me"})).facebook == (("fb:admins", "me"),)


def test_a_parameter_names_the_site_where_nothing_else_does() -> None:
    config = with_params(title="别名")
    assert shared_head(config).name == "大模型时间线"
    assert shared_head(replace(config, title="")).name == "别名"


def records(config: Config, path: str = "index.html", *static: str) -> dict[str, Any]:
    post = a_post("post/a", date="2023-03-14", tags=["GPT"], images=("https://cdn.ex/a.png",), body={"words": 12})
    found = view_at(a_plan([post], config=config, tree=a_tree_with(*static)), path).json_ld
    return {record["@type"]: json.loads(json.dumps(record)) for record in found}


def test_the_home_page_says_who_publishes() -> None:
    icons_of_accounts = (
        {"name": "github", "url": "https://github.com/llmupdate"},
        {"name": "rss", "url": "https://ex.org/index.xml"},
        {"name": "email", "url": "mailto:a@ex.org"},
        {"name": "bad", "url": "javascript:alert(1)"},
    )
    config = with_params(description="一\n二", socialicons=icons_of_accounts)
    assert records(config, "index.html", "favicon.ico")["Organization"] == {
        "@context": "https://schema.org",
        "@type": "Organization",
        "name": "大模型时间线",
        "url": "https://ex.org/",
        "description": "一 二",
        "logo": {"@type": "ImageObject", "url": "https://ex.org/favicon.ico"},
        "sameAs": ["https://github.com/llmupdate"],
    }
    schema = {"publishertype": "Person", "sameas": ("https://a.example/", "https://b.example/")}
    person = records(with_params(schema=schema, socialicons=icons_of_accounts), "en/index.html", "favicon.ico")[
        "Person"
    ]
    assert person["sameAs"] == ["https://a.example/", "https://b.example/"]
    assert (person["image"], person["url"]) == ("https://ex.org/favicon.ico", "https://ex.org/en/")
    assert "Organization" in records(with_params(schema={"publishertype": '"><script>'}))


def test_a_post_says_what_it_is_by_whom_and_where() -> None:
    found = records(with_params(author="Me"), "post/a/index.html", "favicon.ico", "apple-touch-icon.png")
    assert set(found) == {"BreadcrumbList", "BlogPosting"}
    article = found["BlogPosting"]
    assert "articleBody" not in article
    assert (article["headline"], article["mainEntityOfPage"], article["wordCount"], article["inLanguage"]) == (
        "a",
        "https://ex.org/post/a/",
        12,
        "zh-CN",
    )
    assert article["author"] == [{"@type": "Person", "name": "Me"}]
    assert article["publisher"] == {
        "@type": "Organization",
        "name": "大模型时间线",
        "url": "https://ex.org/",
        "logo": {"@type": "ImageObject", "url": "https://ex.org/apple-touch-icon.png"},
    }
    assert (article["image"], article["keywords"]) == (["https://cdn.ex/a.png"], "GPT")
    assert article["isPartOf"]["url"] == "https://ex.org/"
