"""Heads of sample pages: a usual one, and one in which everything is set."""

from __future__ import annotations

from dataclasses import replace

from llmtimeline.values.views import AnalyticsView, HeadView, IconView, OriginView, SiteHeadView

from .sample_parts import site, translations


def usual_head(language: str, path: str) -> HeadView:
    exact = [each for each in translations(path, exact="only" not in path) if each.exact]
    alternates = [*((each.locale, each.permalink) for each in exact), ("x-default", exact[0].permalink)]
    view = site(language)
    return HeadView(
        site=SiteHeadView(
            name=view.title,
            authors=(view.author,),
            icons=(IconView("icon", "/favicon.svg", "image/svg+xml"),),
        ),
        authors=(view.author,),
        locale="zh_CN" if language == "zh" else "en_US",
        other_locales=(("en_US" if language == "zh" else "zh_CN"),) if len(exact) > 1 else (),
        alternates=tuple(alternates) if len(exact) > 1 else (),
        policy=(("default-src", ("'none'",)), ("script-src", ("'self'",)), ("style-src", ("'self'",))),
    )


def full_head(language: str, path: str, word: str = "word") -> HeadView:
    """`word` stands wherever a site or a post may write freely."""
    usual = usual_head(language, path)
    shared = SiteHeadView(
        name=word,
        authors=(word,),
        icons=(
            IconView("icon", "/favicon.ico"),
            IconView("icon", "https://cdn.example.org/16.png", "image/png", "16x16"),
            IconView("apple-touch-icon", "/apple-touch-icon.png"),
            IconView("mask-icon", "/safari-pinned-tab.svg"),
        ),
        theme_color=word,
        tile_color=word,
        verifications=(("google-site-verification", "abc_123"), ("msvalidate.01", "0123")),
        twitter="@llmtimeline",
        facebook=(("fb:app_id", word),),
        analytics=AnalyticsView("G-1A2B3C4D5E"),
        publisher={"@type": "Organization", "name": word},
    )
    return replace(
        usual,
        site=shared,
        authors=(word, "B"),
        images=("https://example.org/a.png", "https://example.org/b.png"),
        image_alt=word,
        audio=("https://example.org/a.mp3",),
        videos=("https://example.org/a.mp4",),
        see_also=("https://example.org/post/part-2/",),
        fediverse_creator="@a@example.social",
        origin=OriginView("https://elsewhere.example/a/", "elsewhere.example", word),
    )
