"""The built-in theme over a view of every kind, in both languages."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree, html

from llmtimeline.render.labels import KEYS
from llmtimeline.render.templates import Renderer
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.views import FeedContent, PostContent, SectionView

from .sample_pages import page
from .sample_parts import card
from .sample_views import outputs
from .themes import ROOT, words_of

PAGES = [output.path for output in outputs() if output.path.endswith(".html") and "/feeds/" not in output.path]
XML = [output.path for output in outputs() if output.path.endswith(".xml")]
HOSTILE = "</title><script>alert(1)</script>\" onmouseover='x' {{ 7 * 7 }} javascript:alert(1)"


def tree_of(drawn: dict[str, str], path: str) -> html.HtmlElement:
    return html.document_fromstring(drawn[path])


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_our_own_file_and_one_line_whose_digest_its_policy_names(drawn: dict[str, str], path: str) -> None:
    tree = tree_of(drawn, path)
    scripts = tree.xpath("//script[not(@type='application/ld+json')]")
    (inline,) = (script.text for script in scripts if not script.get("src"))
    assert [script.get("src") for script in scripts if script.get("src")] == ["/js/site.js"]
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    digest = b64encode(sha256(inline.encode()).digest()).decode()
    assert policy == f"default-src 'none'; script-src 'self' 'sha256-{digest}'; style-src 'self'"
    assert [element.tag for element in tree.find("head")][:2] == ["meta", "meta"]
    assert [name for element in tree.iter() for name in element.attrib if name.startswith("on")] == []
    assert tree.xpath("//@style") == []
    loaded = tree.xpath("//img/@src | //link[@rel='stylesheet' or @rel='icon']/@href | //iframe/@src")
    assert [address for address in loaded if not address.startswith("/")] == []


@pytest.mark.parametrize("path", PAGES)
def test_no_link_leads_to_a_scheme_that_may_run_code(drawn: dict[str, str], path: str) -> None:
    for address in tree_of(drawn, path).xpath("//@href | //@src"):
        assert re.match(r"(https?://|mailto:|tel:|/|#)", address), address


@pytest.mark.parametrize("path", PAGES)
def test_ids_are_unique_and_links_within_the_page_meet_one(drawn: dict[str, str], path: str) -> None:
    tree = tree_of(drawn, path)
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert [
        href for href in tree.xpath("//a/@href") if href.startswith("#") and href != "#" and href[1:] not in ids
    ] == []


@pytest.mark.parametrize("path", PAGES)
def test_headings_go_down_one_level_at_a_time_from_a_single_first(drawn: dict[str, str], path: str) -> None:
    levels = [int(heading.tag[1]) for heading in tree_of(drawn, path).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(above, below) for above, below in pairwise(levels) if below > above + 1] == []


@pytest.mark.parametrize("path", PAGES)
def test_the_frame_is_complete(drawn: dict[str, str], path: str) -> None:
    tree = tree_of(drawn, path)
    language = path[:2]
    assert tree.get("lang") == {"zh": "zh-CN", "en": "en"}[language]
    assert len(tree.xpath("//main")) == len(tree.xpath("//body/header")) == len(tree.xpath("//body/footer")) == 1
    assert tree.xpath("//title/text()")[0].strip()
    assert tree.xpath("//meta[@name='viewport']")
    first_link = tree.xpath("//body//a")[0]
    assert first_link.get("href") == "#" + tree.xpath("//main/@id")[0]
    other = {"zh": "en", "en": "zh-CN"}[language]
    assert [link.get("hreflang") for link in tree.xpath("//nav[@class='languages']//a")] == [other]
    assert [nav.attrib for nav in tree.xpath("//nav[not(@aria-label or @aria-labelledby)]")] == []


def test_a_title_says_what_kind_of_thing_it_names(drawn: dict[str, str]) -> None:
    titles = [tree_of(drawn, f"{language}/model.html").findtext(".//title") for language in ("zh", "en")]
    assert titles == ["Falcon 180B · 模型 · 大模型时间线", "Falcon 180B · Models · LLM Timeline"]


@pytest.mark.parametrize("path", PAGES)
def test_no_key_of_the_words_is_shown(drawn: dict[str, str], path: str) -> None:
    shown = tree_of(drawn, path).xpath("//text()[not(ancestor::pre or ancestor::script)]")
    assert [text for text in shown if text.strip().startswith("@")] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_time_is_written_for_machines_too(drawn: dict[str, str], path: str) -> None:
    for moment in tree_of(drawn, path).xpath("//time"):
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?)?)?", moment.get("datetime"))


@pytest.mark.parametrize("path", XML)
def test_feeds_and_sitemaps_are_well_formed(drawn: dict[str, str], path: str) -> None:
    etree.fromstring(drawn[path].encode())


def test_files_end_in_one_newline(drawn: dict[str, str]) -> None:
    assert [path for path, text in drawn.items() if not text.endswith("\n") or text.endswith("\n\n")] == []


def test_a_month_is_hollow_and_a_year_a_dash_in_list_and_strip(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "zh/timeline.html")
    shapes = {item.get("id"): item.get("class").split()[1] for item in tree.xpath("//li[contains(@class, 'release ')]")}
    assert (shapes["falcon-180b"], shapes["falcon"], shapes["gpt-3"]) == ("is-day", "is-month", "is-year")
    marks = {link.get("href"): [shape.get("class") for shape in link[1:]] for link in tree.xpath("//svg//a")}
    assert (marks["#falcon-180b"], marks["#falcon"], marks["#gpt-3"]) == (["day"], ["span", "month"], ["dash"])


def test_a_day_that_nobody_gave_is_not_made_up(drawn: dict[str, str]) -> None:
    item = tree_of(drawn, "en/timeline.html").get_element_by_id("falcon")
    assert item.xpath(".//time/@datetime") == ["2023-05"]
    assert item.xpath(".//time")[0].text_content() == "day not given"


def test_a_summary_in_another_language_says_which(drawn: dict[str, str]) -> None:
    item = tree_of(drawn, "en/timeline.html").get_element_by_id("qwen-14b")
    assert item.xpath(".//p/@lang") == ["zh-CN"]
    assert "In Chinese only" in item.text_content()


def test_a_fact_leads_to_its_sentence_and_names_the_other_value(drawn: dict[str, str]) -> None:
    row = tree_of(drawn, "en/model.html").xpath("//table[@class='facts']//tr")[0]
    assert row.xpath(".//a[@class='source']/@href")[0] == "/en/post/2023-09/#falcon-180b"
    assert row.xpath(".//a[@class='source']/@title")[0].endswith("(content/post/2023-09.zh.md:80)")
    said = " ".join(row.text_content().split())
    assert said.startswith("Parameters180B ¶ 2023/09: ChatGPT sees")
    assert "also given as over 170B" in said


def test_only_exact_translations_are_alternates(drawn: dict[str, str]) -> None:
    exact, near = tree_of(drawn, "zh/post.html"), tree_of(drawn, "zh/list.html")
    assert exact.xpath("//link[@rel='alternate'][@hreflang]/@hreflang") == ["zh-CN", "en", "x-default"]
    assert near.xpath("//link[@rel='alternate'][@hreflang]") == []
    assert "no English version" in near.xpath("//nav[@class='languages']//a/@title")[0]


def test_structured_records_cannot_close_their_element(drawn: dict[str, str]) -> None:
    (record,) = tree_of(drawn, "zh/home.html").xpath("//script[@type='application/ld+json']")
    assert json.loads(record.text)["name"] == "</script><script>alert(1)</script>"


def test_generated_pages_take_their_titles_from_the_words(drawn: dict[str, str]) -> None:
    titles = {path: tree_of(drawn, path).xpath("//h1")[0].text_content() for path in PAGES}
    assert titles["zh/timeline.html"] == "时间线"
    assert titles["en/year.html"] == "Releases of 2023"
    assert titles["en/terms.html"] == "Tags"
    assert titles["en/empty-terms.html"] == "unheard-of"
    assert titles["en/home.html"] == "LLM Timeline"


def test_the_missing_page_speaks_every_language(drawn: dict[str, str]) -> None:
    tree = tree_of(drawn, "zh/404.html")
    assert tree.xpath("//main//section/@lang") == ["zh-CN", "en"]
    assert "Page not found" in tree.text_content()
    assert tree.xpath("//link[@rel='canonical']") == []


def test_a_feed_leaves_out_what_xml_forbids_and_keeps_its_dates(drawn: dict[str, str]) -> None:
    feed = etree.fromstring(drawn["zh/feeds/rss.xml"].encode())
    assert feed.findtext("channel/item/title") == "Falcon 180B <1>"
    assert feed.findtext("channel/item/pubDate") == "Fri, 29 Sep 2023 10:00:00 +0800"
    assert feed.findtext("channel/item/description") == "<p>x & y</p>"
    assert feed.findtext("channel/description") == "文章 & <b> 的最近更新"


def test_robots_are_let_in_or_kept_out(renderer: Renderer, drawn: dict[str, str]) -> None:
    assert drawn["zh/feeds/robots.txt"] == "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n"
    assert 'content="0; url=https://example.org/new/"' in drawn["zh/feeds/redirect.html"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_hostile_titles_stay_text(renderer: Renderer, language: str) -> None:
    content = PostContent((SectionView("", "", "<p>x</p>"),), "", (), card(language))
    view = page(language, content, "post/x/", HOSTILE, description=HOSTILE, keywords=(HOSTILE,), is_article=True)
    drawn = renderer.render(Output("x.html", Rendered("pages/post.html", view, language))).value.decode()
    tree = html.document_fromstring(drawn)
    assert [script for script in tree.iter("script") if "alert" in (script.text or "")] == []
    assert [name for element in tree.iter() for name in element.attrib if name.startswith("on")] == []
    assert tree.xpath("//h1")[0].text_content() == HOSTILE
    assert "49" not in tree.xpath("//title/text()")[0]
    feed = FeedContent(HOSTILE, HOSTILE, "https://e.org/", "https://e.org/i", "zh", None, ())
    text = renderer.render(Output("x.xml", Rendered("feeds/rss.xml", feed, language))).value
    assert etree.fromstring(text).findtext("channel/title") == HOSTILE


def test_both_languages_have_the_same_words() -> None:
    zh, en = words_of("zh"), words_of("en")
    assert sorted(zh) == sorted(en)
    patterns_of_dates = {"month_name", "month_short", "year", "month", "day"}
    assert [key for key in zh if (holes(zh[key]) ^ holes(en[key])) - patterns_of_dates] == []


def holes(text: object) -> set[str]:
    return set(re.findall(r"\{([a-z_]+)\}", str(text)))


def test_no_word_is_without_a_use() -> None:
    """Families of words are read by keys made from values: `field_…`, `kind_…`; all others stand in a template."""
    families = re.compile(
        r"(title|description|unit|unit_of|scale|month|month_short|date|field|openness|commercial|service|use|mark|certainty|event"
        r"|layout|status|kind|kinds|vendor_kind|relation|link|modality|language|country|price|by|bound|note|metric|benchmark|license|verdict|verdicts|feed|contract|data_file|facet|search_all)_"
    )
    used = "".join(
        path.read_text("utf-8") for path in sorted((ROOT / "templates").rglob("*.*")) if "i18n" not in str(path)
    )
    used += "".join(path.read_text("utf-8") for path in sorted((ROOT / "src/llmtimeline/render").glob("*.py")))
    plain = [key for key in words_of("en") if not families.match(key) and key not in KEYS]
    assert [key for key in plain if f"'{key}'" not in used and f'"{key}"' not in used and key != "home"] == []


def test_the_style_sheet_is_small_and_whole() -> None:
    text = Path(ROOT, "static/css/site.css").read_text("utf-8")
    assert len(text.encode()) < 20_000
    assert text.count("{") == text.count("}")
    assert "http" not in re.sub(r'\[href\^="http"\]', "", text)
    sheets = [path.read_text("utf-8") for path in sorted(Path(ROOT, "static/css").glob("*.css"))]
    defined = set(re.findall(r"(--[a-z]+):", text))
    assert set(re.findall(r"var\((--[a-z]+)", text)) <= defined <= set(re.findall(r"var\((--[a-z]+)", "".join(sheets)))


def test_the_script_of_every_page_is_small_speaks_no_language_and_asks_nobody() -> None:
    parts = [path.read_text("utf-8") for path in sorted(Path(ROOT, "static/js/site").glob("*.js"))]
    assert len(gzip.compress("".join(parts).encode())) < 10_000
    for part in parts:
        assert re.match(r"//[^\n]*\n", part)
        assert part.rstrip().endswith("})();")
        assert not re.search(r"https?://|eval\(|innerHTML|[\u4e00-\u9fff]", part)
