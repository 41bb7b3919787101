"""Feeds, sitemaps, robots.txt and what is counted."""

import json
from dataclasses import replace
from typing import Any

from llmtimeline.plan.feeds.feeds import MOST_EVENTS, MOST_RELEASES
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.names import Names
from llmtimeline.values.outputs import Copied
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Node
from llmtimeline.values.registry import Vendor
from llmtimeline.values.sitemap import SitemapSettings
from tests.unit.plan.builders import (
    EN,
    ZH,
    a_config,
    a_date,
    a_model,
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
    output_at,
    paths_of,
    text_at,
    view_at,
)

A = a_post("post/a", "zh", [a_section("GPT-4", "来了。")], tags=["GPT"], date="2023-03-20", title="甲")
B = a_post("post/b", "zh", date="2023-03-21", title="乙", description="说 <明>")


def titles(feed: Any) -> list[str]:
    return [item.title for item in feed.items]


def test_home_lists_and_vendors_have_feeds() -> None:
    checked = a_plan([A, B], a_registry([a_release("gpt-4", "2023-03-14", covered(A))]))
    feeds = [path for path in paths_of(checked) if path.endswith("index.xml") and not path.startswith("en/")]
    assert feeds == [
        "categories/index.xml",
        "index.xml",
        "post/index.xml",
        "tags/gpt/index.xml",
        "tags/index.xml",
        "timeline/index.xml",
        "vendors/openai/index.xml",
    ]
    view = view_at(checked, "tags/gpt/index.html")
    assert [(feed.url, feed.title) for feed in view.feeds if feed.format == "rss"] == [
        ("/tags/gpt/index.xml", "GPT · 大模型时间线")
    ]
    assert view_at(checked, "post/a/index.html").feeds == ()


def test_a_vendor_without_releases_has_no_feed_and_another_says_what_it_is() -> None:
    registry = a_registry([a_release("gpt-4", "2023-03-14", covered(A))])
    vendors = {**registry.vendors, "quora": Vendor("quora", Names((("", "Quora"),)), span=Span("data/vendors.yaml"))}
    vendors["openai"] = replace(vendors["openai"], summary=Names((("zh", "GPT 的开发者。"),)))
    checked = a_plan([A], replace(registry, vendors=vendors))
    assert view_at(checked, "vendors/quora/index.html").feeds == ()
    assert "vendors/quora/index.xml" not in paths_of(checked)
    assert view_at(checked, "vendors/openai/index.xml").description == "GPT 的开发者。"


def test_the_home_feed_holds_the_posts_of_all_sections() -> None:
    posts = [A, B, a_post("about"), a_post("notes/x"), a_post("post/no", params={"hiddeninrss": True})]
    posts += [a_post("search", layout="search"), a_post("all", layout="archives")]
    feed = view_at(a_plan(posts), "index.xml")
    assert sorted(titles(feed)) == ["about", "x", "乙", "甲"]
    assert (feed.title, feed.permalink, feed.self_url) == (
        "大模型时间线",
        "https://ex.org/",
        "https://ex.org/index.xml",
    )
    assert str(feed.updated)[:10] == "2023-03-21"


def test_pinned_posts_come_first_in_feeds() -> None:
    pinned = a_post("post/old", date="2020-01-01", title="顶", weight=1)
    assert titles(view_at(a_plan([A, pinned, B]), "index.xml")) == ["顶", "乙", "甲"]
    assert titles(view_at(a_plan([A, pinned, B]), "post/index.xml")) == ["顶", "乙", "甲"]


def test_the_feed_of_a_taxonomy_holds_its_terms_dated_by_their_posts() -> None:
    own = a_post("tags/qwen", node=Node.BRANCH, title="通义", description="阿里的模型 <1>")
    late = a_post("post/c", tags=["Qwen"], date="2023-04-01")
    feed = view_at(a_plan([A, B, own, late]), "tags/index.xml")
    assert feed.title == "@tags · 大模型时间线"
    assert [(item.title, item.permalink, str(item.date)[:10], item.summary_html) for item in feed.items] == [
        ("通义", "https://ex.org/tags/qwen/", "2023-04-01", "<p>阿里的模型 &lt;1&gt;</p>"),
        ("GPT", "https://ex.org/tags/gpt/", "2023-03-20", ""),
    ]
    assert str(feed.updated)[:10] == "2023-04-01"
    assert view_at(a_plan([A]), "tags/index.html").feeds[0].url == "/tags/index.xml"


def test_outputs_and_disabled_kinds_leave_feeds_out() -> None:
    some = a_config(outputs={"home": ("html",), "section": ("html", "json"), "term": ("html", "rss")})
    checked = a_plan([A], config=some)
    assert [path for path in paths_of(checked) if path.endswith("index.xml") and not path.startswith("en/")] == [
        "categories/index.xml",
        "tags/gpt/index.xml",
        "tags/index.xml",
    ]
    home = view_at(checked, "index.html")
    assert (home.feeds, home.site.feed_url) == ((), "")
    none = a_plan([A], config=a_config(disabled_kinds=("RSS",)))
    assert not [path for path in paths_of(none) if path.endswith("index.xml")]


def test_a_feed_can_hold_whole_texts() -> None:
    post = a_post("post/a", "zh", [a_section("GPT 4", "", "<p><a href='", a_ref("b.md"), "'>乙</a></p>")])
    assert view_at(a_plan([post, B]), "index.xml").items[0].content_html == ""
    chinese = replace(ZH, params={"showfulltextinrss": True})
    items = {item.title: item for item in view_at(a_plan([post, B], config=a_config(chinese, EN)), "index.xml").items}
    whole = "<h2 id=\"gpt-4\">GPT 4</h2>\n<p><a href='https://ex.org/post/b/'>乙</a></p>"
    assert items["a"].content_html == whole


def test_a_feed_names_picture_and_author_where_they_are_valid() -> None:
    params = {"images": ("/pic.png",), "author": {"name": "李 雷", "email": "li@ex.org"}}
    feed = view_at(a_plan([A], config=a_config(replace(ZH, params=params)), tree=a_tree("pic.png")), "index.xml")
    assert (feed.image, feed.author) == ("https://ex.org/pic.png", "li@ex.org (李 雷)")
    for author in ("Li", {"name": "Li"}, {"email": "not an address"}, {"email": "a@b, c@d"}, ("A", "B")):
        params = {"images": ("<link or path>",), "author": author}
        feed = view_at(a_plan([A], config=a_config(replace(ZH, params=params))), "index.xml")
        assert (feed.image, feed.author) == ("", "")


def test_an_item_shows_description_or_summary() -> None:
    post = a_post("post/a", body={"summary": ("<p>摘要</p>",)})
    feed = view_at(a_plan([post, B]), "post/index.xml")
    assert {item.title: item.summary_html for item in feed.items} == {"a": "<p>摘要</p>", "乙": "<p>说 &lt;明&gt;</p>"}


def test_feeds_can_be_limited() -> None:
    assert titles(view_at(a_plan([A, B], config=a_config(rss_limit=1)), "index.xml")) == ["乙"]


LATE = a_post("post/late", "zh", [a_section("GPT-3", "补记。")], tags=["GPT"], date="2023-05-01")
FAMILY = a_model("gpt", kind="family", vendors=("openai",))
MEMBERS = [a_model(name, family="gpt", releases=(name,), vendors=("openai",)) for name in ("gpt-3", "gpt-4")]
TOLD = a_registry(
    [a_release("gpt-4", "2023-03-14", covered(A)), a_release("gpt-3", "2020", covered(LATE))], [FAMILY, *MEMBERS]
)


def test_releases_are_dated_by_the_post_that_first_tells_of_them() -> None:
    again = a_post("post/again", "zh", [a_section("GPT-3", "又说。")], date="2023-06-01")
    releases = [a_release("gpt-4", "2023-03-14", covered(A)), a_release("gpt-3", "2020", covered(again), covered(LATE))]
    feed = view_at(a_plan([A, LATE, again], a_registry(releases)), "vendors/openai/index.xml")
    assert titles(feed) == ["gpt-3 · 2020", "gpt-4 · 2023-03-14"]
    item = feed.items[0]
    assert (str(item.date)[:10], str(item.updated)[:10]) == ("2023-05-01", "2023-06-01")
    assert item.permalink == "https://ex.org/post/again/#gpt-3"
    assert item.guid == "https://ex.org/#release:gpt-3"
    assert item.summary_html == "<p>又说。</p>"


def test_the_timeline_vendors_families_and_terms_have_every_format() -> None:
    checked = a_plan([A, LATE], TOLD)
    for folder in ("timeline", "vendors/openai", "models/gpt", "tags/gpt"):
        found = [path.rpartition("/")[2] for path in paths_of(checked) if path.rpartition("/")[0] == folder]
        assert {"index.xml", "atom.xml", "feed.json", "releases.ics"} <= set(found)
        views = view_at(checked, f"{folder}/index.html").feeds
        assert [(view.format, view.type) for view in views] == [
            ("rss", "application/rss+xml"),
            ("atom", "application/atom+xml"),
            ("json", "application/feed+json"),
            ("ics", "text/calendar"),
        ]
        assert views[3].subscribe_url == f"webcal://ex.org/{folder}/releases.ics"
    assert titles(view_at(checked, "models/gpt/atom.xml")) == ["gpt-3 · 2020", "gpt-4 · 2023-03-14"]
    assert titles(view_at(checked, "tags/gpt/atom.xml")) == ["late", "甲"]
    assert [event.uid for event in view_at(checked, "tags/gpt/releases.ics").events] == ["gpt-3@ex.org", "gpt-4@ex.org"]


def test_home_has_its_posts_in_three_formats_and_names_the_feeds_of_the_timeline() -> None:
    checked = a_plan([A, LATE], TOLD)
    urls = [feed.url for feed in view_at(checked, "index.html").feeds]
    assert urls == [
        *("/index.xml", "/atom.xml", "/feed.json"),
        *("/timeline/index.xml", "/timeline/atom.xml", "/timeline/feed.json", "/timeline/releases.ics"),
    ]
    assert view_at(checked, "atom.xml").items == view_at(checked, "index.xml").items
    assert view_at(checked, "feed.json").self_url == "https://ex.org/feed.json"


def test_sections_and_lists_of_terms_have_rss_alone_and_nothing_empty_is_added() -> None:
    checked = a_plan([A], TOLD)
    ours = ("atom.xml", "feed.json", "releases.ics")
    assert not [path for path in paths_of(checked) if path.startswith(("post/", "tags/index")) and path.endswith(ours)]
    assert not [path for path in paths_of(checked) if path.startswith("models/gpt-") and path.endswith(("xml", *ours))]
    none = a_plan([a_post("post/x", tags=["t"])])
    assert [path for path in paths_of(none) if path.endswith(ours)] == [
        *("atom.xml", "feed.json"),
        *("tags/t/atom.xml", "tags/t/feed.json"),
    ]


def test_the_config_chooses_the_formats() -> None:
    some = a_plan([A, LATE], TOLD, a_config(timeline=TimelineSettings(feeds=("atom", "ics"))))
    found = {path for path in paths_of(some) if path.startswith(("timeline/", "index.", "atom"))}
    assert {"atom.xml", "timeline/atom.xml", "timeline/releases.ics"} <= found
    assert not {"index.xml", "timeline/index.xml", "timeline/feed.json"} & found
    assert view_at(some, "index.html").site.feed_url == ""
    for off in (a_config(timeline=TimelineSettings(feeds=())), a_config(disabled_kinds=("RSS",))):
        names = ("index.xml", "atom.xml", "feed.json", "releases.ics")
        assert not [path for path in paths_of(a_plan([A, LATE], TOLD, off)) if path.endswith(names)]


def test_a_calendar_is_the_same_whatever_comes_first() -> None:
    def calendar(posts: list[Any], registry: Any) -> Any:
        return view_at(a_plan(posts, registry), "timeline/releases.ics")

    first = calendar([A, LATE], TOLD)
    assert first == calendar([LATE, A], TOLD)
    assert [(event.uid, str(event.stamp)[:10], event.sequence) for event in first.events] == [
        ("gpt-3@ex.org", "2023-05-01", 0),
        ("gpt-4@ex.org", "2023-03-20", 0),
    ]
    edited = replace(A, front=replace(A.front, lastmod=a_date("2023-03-30")))
    more = a_registry([*TOLD.releases.values(), a_release("gpt-2", "2019-02", covered(LATE))], TOLD.models.values())
    later = {event.uid: event for event in calendar([edited, LATE], more).events}
    assert list(later) == ["gpt-2@ex.org", "gpt-3@ex.org", "gpt-4@ex.org"]
    assert (str(later["gpt-4@ex.org"].stamp)[:10], later["gpt-4@ex.org"].sequence) == ("2023-03-20", 10)


def test_a_release_that_no_dated_post_tells_of_has_a_stamp_all_the_same() -> None:
    undated = a_post("post/u", "zh", [a_section("GPT-4")])
    registry = a_registry([a_release("gpt-4", "2023-03", covered(undated))])
    (event,) = view_at(a_plan([undated], registry), "timeline/releases.ics").events
    assert (str(event.stamp), event.updated, event.sequence) == ("2023-03-01 00:00:00+00:00", event.stamp, 0)


def test_feeds_of_many_releases_are_bounded() -> None:
    many = a_registry([a_release(f"m-{n}", f"20{10 + n // 100}-01-01", covered(A)) for n in range(MOST_EVENTS + 5)])
    checked = a_plan([A], many)
    feed, calendar = view_at(checked, "timeline/atom.xml"), view_at(checked, "timeline/releases.ics")
    assert (len(feed.items), feed.total) == (MOST_RELEASES, MOST_EVENTS + 5)
    assert (len(calendar.events), calendar.total) == (MOST_EVENTS, MOST_EVENTS + 5)
    assert calendar.events[-1].release.date.year == 2020
    fewer = a_plan([A], many, a_config(rss_limit=3))
    assert len(view_at(fewer, "timeline/feed.json").items) == 3


def test_each_language_has_its_own_entries_and_one_uid() -> None:
    english = a_post("post/a", "en", [a_section("GPT-4", "It came.")], date="2023-03-22")
    registry = a_registry([a_release("gpt-4", "2023-03-14", covered(A), covered(english))])
    checked = a_plan([A, english], registry)
    (item,) = view_at(checked, "en/timeline/atom.xml").items
    assert (item.guid, str(item.date)[:10]) == ("https://ex.org/en/#release:gpt-4", "2023-03-22")
    assert view_at(checked, "en/timeline/releases.ics").events[0].uid == "gpt-4@ex.org"


def entries(checked: Any, path: str) -> dict[str, Any]:
    return {entry.permalink.removeprefix("https://ex.org"): entry for entry in view_at(checked, path).entries}


def test_the_sitemap_holds_every_page_but_those_that_should_not_be_found() -> None:
    posts = [
        A,
        a_post("post/no", params={"robotsnoindex": True}),
        a_post("post/off", params={"sitemap": {"disable": True}}),
    ]
    posts += [a_post("post/x", aliases=("/old/",))]
    found = entries(
        a_plan(posts, a_registry([a_release("gpt-4", "2023-03-14", covered(A))]), a_config(pager_size=1)),
        "zh/sitemap.xml",
    )
    assert {"/", "/post/", "/post/a/", "/tags/gpt/", "/timeline/2023/", "/models/gpt-4/", "/data/"} <= set(found)
    assert not {"/post/no/", "/post/off/", "/old/", "/page/2/", "/404.html", "/post/page/1/"} & set(found)
    assert str(found["/post/"].lastmod)[:10] == "2023-03-20"
    assert str(found["/models/gpt-4/"].lastmod)[:10] == "2023-03-20"


def test_the_sitemap_has_the_order_of_lists() -> None:
    posts = [A, B, a_post("post/pin", weight=3, date="2020-01-01"), a_post("post/undated")]
    found = list(entries(a_plan(posts), "zh/sitemap.xml"))
    ordered = ["/post/pin/", "/post/b/", "/post/a/", "/post/undated/"]
    assert [path for path in found if path in ordered] == ordered
    assert found[0] == "/post/pin/"


def test_a_page_outside_the_main_sections_has_its_own_change_in_the_sitemap() -> None:
    about = a_post("about", date="2021-01-01", lastmod=a_date("2022-02-02"))
    assert str(entries(a_plan([A, about]), "zh/sitemap.xml")["/about/"].lastmod)[:10] == "2022-02-02"


def test_frequency_and_priority_stand_where_site_or_page_give_them() -> None:
    posts = [A, a_post("post/own", params={"sitemap": {"changefreq": "daily", "priority": 0}})]
    posts += [a_post("post/odd", params={"sitemap": {"priority": 7}})]
    settings = SitemapSettings(changefreq="weekly", priority=0.4)
    found = entries(a_plan(posts, config=a_config(sitemap=settings)), "zh/sitemap.xml")
    shown = {path: (found[path].changefreq, found[path].priority) for path in ("/post/a/", "/post/own/", "/post/odd/")}
    assert shown == {"/post/a/": ("weekly", 0.4), "/post/own/": ("daily", 0.0), "/post/odd/": ("weekly", None)}
    assert entries(a_plan(posts), "zh/sitemap.xml")["/post/a/"].priority is None


def test_a_site_can_name_its_sitemap_or_have_none() -> None:
    named = a_plan([A], config=a_config(sitemap=SitemapSettings(filename="map.xml")))
    assert {"map.xml", "zh/map.xml", "en/map.xml"} <= set(paths_of(named))
    assert view_at(named, "robots.txt").sitemap == "https://ex.org/map.xml"
    for config in (a_config(sitemap=SitemapSettings(disabled=True)), a_config(disabled_kinds=("sitemap",))):
        none = a_plan([A], config=config)
        assert not [path for path in paths_of(none) if "sitemap" in path]
        assert view_at(none, "robots.txt").sitemap == ""


def test_one_language_has_one_sitemap() -> None:
    checked = a_plan([A], config=a_config(ZH))
    assert [path for path in paths_of(checked) if "sitemap" in path] == ["sitemap.xml"]
    assert "/post/a/" in entries(checked, "sitemap.xml")


def test_outside_production_the_sitemap_is_the_same() -> None:
    drafts = a_plan([A], config=a_config(environment="development"))
    assert list(entries(drafts, "zh/sitemap.xml")) == list(entries(a_plan([A]), "zh/sitemap.xml"))


def test_translations_are_named_with_a_default() -> None:
    checked = a_plan([A, a_post("post/a", "en")])
    alternates = (
        ("zh-CN", "https://ex.org/post/a/"),
        ("en-US", "https://ex.org/en/post/a/"),
        ("x-default", "https://ex.org/post/a/"),
    )
    assert entries(checked, "zh/sitemap.xml")["/post/a/"].alternates == alternates
    assert entries(checked, "en/sitemap.xml")["/en/post/a/"].alternates == alternates
    assert entries(checked, "zh/sitemap.xml")["/tags/gpt/"].alternates == ()


def test_several_languages_have_an_index_over_their_sitemaps() -> None:
    checked = a_plan([A])
    index = view_at(checked, "sitemap.xml")
    assert [permalink for permalink, _ in index.sitemaps] == [
        "https://ex.org/zh/sitemap.xml",
        "https://ex.org/en/sitemap.xml",
    ]
    assert str(index.sitemaps[0][1])[:10] == "2023-03-20"


def test_an_own_page_in_our_place_stands_in_the_sitemap_once() -> None:
    found = [entry.permalink for entry in view_at(a_plan([a_post("timeline")]), "zh/sitemap.xml").entries]
    assert found.count("https://ex.org/timeline/") == 1


def test_robots_are_welcome_in_production_only() -> None:
    robots = view_at(a_plan(), "robots.txt")
    assert (robots.allow, robots.sitemap) == (True, "https://ex.org/sitemap.xml")
    assert not view_at(a_plan(config=a_config(environment="development")), "robots.txt").allow


def test_files_of_the_site_stand_in_place_of_ours() -> None:
    checked = a_plan([A], tree=a_tree("robots.txt", "llms.txt"))
    assert all(isinstance(output_at(checked, name).body, Copied) for name in ("robots.txt", "llms.txt"))
    assert "LT501" not in codes_of(checked)


def test_language_models_are_told_of_every_post_by_section() -> None:
    posts = [
        A,
        B,
        a_post("about", body={"summary_text": "关于本站。"}),
        a_post("post/no", params={"searchhidden": True}),
    ]
    posts += [a_post("search", layout="search"), a_post("post/not", params={"robotsnoindex": "true"})]
    config = a_config(replace(ZH, params={"description": "一条  时间线"}), EN)
    view = view_at(a_plan(posts, config=config), "llms.txt")
    assert (view.title, view.description) == ("大模型时间线", "一条 时间线")
    assert view.pages[0].permalink == "https://ex.org/timeline/"
    assert [(title, [(link.text, link.description) for link in links]) for title, links in view.sections] == [
        ("@posts", [("乙", "说 <明>"), ("甲", "")]),
        ("@home", [("about", "关于本站。")]),
    ]
    assert view_at(a_plan(posts, config=config), "en/llms.txt").sections == ()


def test_the_search_index_of_papermod_is_written_on_demand() -> None:
    posts = [replace(A, body=replace(A.body, summary_text="来了。")), a_post("post/no", params={"searchhidden": True})]
    posts += [a_post("find", layout="search"), a_post("all", layout="archives")]
    assert "index.json" not in paths_of(a_plan(posts))
    checked = a_plan(posts, config=a_config(outputs={"home": ("html", "rss", "json")}))
    assert json.loads(text_at(checked, "index.json")) == [
        {"title": "甲", "content": "GPT-4\n来了。", "permalink": "https://ex.org/post/a/", "summary": "来了。"}
    ]
    assert json.loads(text_at(checked, "en/index.json")) == []


def test_totals_count_what_the_plan_holds() -> None:
    posts = [A, B, a_post("post/a", "en"), a_post("about")]
    checked = a_plan(posts, a_registry([a_release("gpt-4", "2023-03-14", covered(A))]), tree=a_tree("a.png"))
    totals = checked.value.totals
    assert totals.posts == (("zh", 2), ("en", 1))
    assert (totals.releases, totals.models, totals.vendors) == (1, 1, 1)
    assert totals.files == len(checked.value.outputs)
    assert sum(count for _, count in totals.pages) == sum(
        path.endswith((".html",)) and "/page/1/" not in f"/{path}" and path != "zh/index.html"
        for path in paths_of(checked)
    )


def test_the_data_page_offers_the_files_with_their_sizes() -> None:
    checked = a_plan([A], a_registry([a_release("gpt-4", "2023-03-14", covered(A))]))
    for path in ("data/index.html", "en/data/index.html"):
        content = content_at(checked, path)
        files = {file.name: file for file in content.files}
        plain = ("registry.json", "releases.json", "models.json", "vendors.json", "releases.csv", "releases.excel.csv")
        assert tuple(files) == plain
        assert files["releases.json"].url == "/data/v1/releases.json"
        assert files["releases.json"].schema_url == "/data/v1/schema/releases.schema.json"
        output = next(output for output in checked.value.outputs if output.path == "data/v1/releases.json")
        assert files["releases.json"].size == len(output.body.text.encode())  # type: ignore[union-attr]
        assert content.counts["releases"] == 1
