"""Comments by giscus: whose settings are right, and which posts have them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from llmtimeline.values.config import Config
from llmtimeline.values.places import Span
from llmtimeline.values.views import PageView, PostContent
from tests.unit.plan.builders import EN, ZH, a_config, a_plan, a_post, view_at

GISCUS: dict[str, object] = {"repo": "a/b.c", "repoid": "R_kg=", "category": "问与答", "categoryid": "DIC_1"}


def a_site(giscus: object, locale: str = "zh-CN", **params: object) -> Config:
    params = {"giscus": giscus, **params}
    places = {f"params.giscus.{name}": Span("hugo.yaml", 7, 3) for name in ("repo", "repoid", "categoryid", "theme")}
    languages = (replace(ZH, params=params, locale=locale), replace(EN, params=params))
    return a_config(*languages, params=params, places=places, main_sections=("post",))


def page(config: Config, path: str = "post/a/index.html", **front: object) -> PageView:
    view = view_at(a_plan([a_post("post/a", **front), a_post("about")], config=config), path)
    assert isinstance(view, PageView)
    return view


def test_the_settings_go_to_giscus_under_its_own_names() -> None:
    found = page(a_site({**GISCUS, "strict": True, "theme": "https://x.example/a.css"})).head.site.discussion
    assert found is not None
    assert found.url == "https://github.com/a/b.c/discussions"
    assert dict(found.settings) == {
        "repo": "a/b.c",
        "repo-id": "R_kg=",
        "category": "问与答",
        "category-id": "DIC_1",
        "mapping": "pathname",
        "term": "",
        "strict": "1",
        "reactions-enabled": "1",
        "input-position": "bottom",
        "emit-metadata": "0",
        "theme": "https://x.example/a.css",
        "lang": "zh-CN",
    }


def test_a_preview_asks_nobody_to_discuss_it() -> None:
    assert page(replace(a_site(GISCUS), environment="development")).head.site.discussion is None


@pytest.mark.parametrize(
    ("locale", "said"),
    [("zh", "zh-CN"), ("zh-Hans", "zh-CN"), ("zh-Hant", "zh-TW"), ("zh-hk", "zh-TW"), ("en-GB", "en"), ("xx", "en")],
)
def test_giscus_speaks_the_language_of_the_page(locale: str, said: str) -> None:
    found = page(a_site(GISCUS, locale)).head.site.discussion
    assert found is not None
    assert dict(found.settings)["lang"] == said


@pytest.mark.parametrize(
    ("giscus", "told"),
    [
        (None, []),
        ({}, []),
        ({"repo": "a/b"}, ["`giscus.repoid` is missing"]),
        ({"repoid": "R_1"}, ["`giscus.repo` is missing"]),
    ],
)
def test_without_a_repository_there_are_none(giscus: object, told: list[str]) -> None:
    plan = a_plan([a_post("post/a")], config=a_site(giscus))
    assert sorted({found.message for found in plan.diagnostics}) == told
    view = view_at(plan, "post/a/index.html")
    assert view.head.site.discussion is None
    assert isinstance(view.content, PostContent)
    assert not view.content.parts.comments


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("repo", "https://github.com/a/b"),
        ("repo", "a"),
        ("repoid", "R 1"),
        ("categoryid", '"><script>'),
        ("theme", "x y"),
    ],
)
def test_a_setting_that_cannot_be_right_is_told_and_nothing_is_shown(name: str, value: str) -> None:
    plan = a_plan([a_post("post/a")], config=a_site({**GISCUS, name: value}))
    told = [(found.code, str(found.severity), found.span and found.span.line) for found in plan.diagnostics]
    assert set(told) == {("LT106", "warning", 7)}
    view = view_at(plan, "post/a/index.html")
    assert view.head.site.discussion is None


@pytest.mark.parametrize(
    ("site", "own", "path", "shown"),
    [
        ({}, {}, "post/a/index.html", True),
        ({}, {"comments": False}, "post/a/index.html", False),
        ({"comments": False}, {}, "post/a/index.html", False),
        ({"comments": False}, {"comments": True}, "post/a/index.html", True),
        ({}, {}, "about/index.html", False),
        ({"comments": True}, {}, "about/index.html", True),
    ],
)
def test_posts_have_them_unless_someone_says_no(
    site: dict[str, object], own: dict[str, object], path: str, shown: bool
) -> None:
    content = page(a_site(GISCUS, **site), path, params=own).content
    assert isinstance(content, PostContent)
    assert content.parts.comments is shown
