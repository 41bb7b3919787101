"""Releases in rows, on the timeline and in the strip."""

import pytest

from llmtimeline.plan.sentences import first_sentence, shortened
from llmtimeline.values.config import Language
from llmtimeline.values.facts import Size
from llmtimeline.values.names import Names

from .builders import (
    EN,
    ZH,
    a_claim,
    a_config,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    a_vendor,
    content_at,
    covered,
)

ZH_POST = a_post("post/a", "zh", [a_section("GPT-4，2023", "GPT-4 来了，能看图。后面还有。")], date="2023-03-20")
EN_POST = a_post("post/a", "en", [a_section("GPT-4, 2023", "GPT-4 is here. It sees.")], date="2023-03-20")


def row_in(language: str, *releases: object, **registry: object) -> object:
    checked = a_plan([ZH_POST, EN_POST], a_registry(releases, **registry))  # type: ignore[arg-type]
    path = "timeline/index.html" if language == "zh" else f"{language}/timeline/index.html"
    return content_at(checked, path).years[0].months[0].releases[0]


def test_a_row_speaks_the_language_of_its_page() -> None:
    release = a_release(
        "gpt-4",
        "2023-03-14",
        covered(ZH_POST),
        covered(EN_POST),
        names=Names((("zh", "GPT-4 模型"), ("en", "GPT-4"))),
        tagline=Names((("zh", "会看图"),)),
    )
    zh = row_in("zh", release, vendors=[a_vendor("openai", "开放智能", "OpenAI")])
    en = row_in("en", release, vendors=[a_vendor("openai", "开放智能", "OpenAI")])
    assert (zh.name, zh.url, zh.post_url) == ("GPT-4 模型", "/models/gpt-4/", "/post/a/#gpt-4%EF%BC%8C2023")
    assert (en.name, en.url, en.post_url) == ("GPT-4", "/en/models/gpt-4/", "/en/post/a/#gpt-4,-2023")
    assert (zh.summary, en.summary) == ("GPT-4 来了，能看图。", "GPT-4 is here.")
    assert (zh.tagline, en.tagline) == ("会看图", "")
    assert [chip.name for chip in (*zh.vendors, *en.vendors)] == ["开放智能", "OpenAI"]
    assert zh.vendors[0].url == "/vendors/openai/"


def test_a_release_told_in_one_language_says_so_in_the_other() -> None:
    release = a_release("gpt-4", "2023-03-14", covered(ZH_POST))
    zh, en = row_in("zh", release), row_in("en", release)
    assert (zh.told_only_in, en.told_only_in, en.told_only_in_label) == ("", "zh-CN", "中文")
    assert (en.summary, en.summary_language) == ("GPT-4 来了，能看图。", "zh-CN")
    assert en.post_url.startswith("/post/a/#")


def test_a_section_in_another_language_than_its_post_tells_in_that_language() -> None:
    post = a_post("post/x", "zh", [a_section("GPT-4 en", "Here it is.", language="en")])
    release = a_release("gpt-4", "2023-03-14", covered(post))
    checked = a_plan([post], a_registry([release]))
    en = content_at(checked, "en/timeline/index.html").years[0].months[0].releases[0]
    zh = content_at(checked, "timeline/index.html").years[0].months[0].releases[0]
    assert (en.told_only_in, zh.told_only_in, zh.summary_language) == ("", "en-US", "en-US")
    assert content_at(checked, "post/x/index.html").sections[0].language == "en-US"


@pytest.mark.parametrize(
    ("given", "catalog", "summary", "language"),
    [
        (Names((("zh", "块"), ("en", "block"))), Names((("en", "catalog"),)), "block", ""),
        (Names((("zh", "块"),)), Names((("en", "catalog"),)), "catalog", ""),
        (Names((("", "any"),)), Names(), "any", ""),
        (Names((("zh", "块"),)), Names(), "GPT-4 is here.", ""),
        (Names(), Names(), "GPT-4 is here.", ""),
    ],
)
def test_a_summary_comes_from_the_block_then_the_catalog_then_the_post(
    given: Names, catalog: Names, summary: str, language: str
) -> None:
    release = a_release("gpt-4", "2023-03-14", covered(ZH_POST), covered(EN_POST), summary=given)
    row = row_in("en", release, models=[a_model("gpt-4", summary=catalog, releases=("gpt-4",))])
    assert (row.summary, row.summary_language) == (summary, language)


def test_a_summary_of_another_language_is_better_than_none() -> None:
    post = a_post("post/b", "zh", [a_section("X", "")])
    release = a_release("x", "2023-01-01", covered(post), summary=Names((("zh", "块"),)))
    en = content_at(a_plan([post], a_registry([release])), "en/timeline/index.html").years[0].months[0].releases[0]
    assert (en.summary, en.summary_language) == ("块", "zh-CN")


def test_openness_comes_from_the_releases_own_claims_before_the_catalog() -> None:
    claims = (a_claim("gpt-4", "commercial", "allowed", ZH_POST),)
    model = a_model(
        "gpt-4", *claims, a_claim("gpt-4", "weights", "closed"), a_claim("gpt-4", "commercial", "forbidden")
    )
    release = a_release("gpt-4", "2023-03-14", covered(ZH_POST), claims=claims, sizes=(Size("7B"), Size("13B")))
    row = row_in("zh", release, models=[model])
    assert (row.weights, row.commercial, row.sizes) == ("closed", "allowed", ("7B", "13B"))


def test_without_pages_of_models_a_row_leads_to_the_post() -> None:
    from llmtimeline.values.config import TimelineSettings

    config = a_config(timeline=TimelineSettings(models=None, vendors=None))
    release = a_release("gpt-4", "2023-03-14", covered(ZH_POST))
    checked = a_plan([ZH_POST], a_registry([release]), config)
    row = content_at(checked, "timeline/index.html").years[0].months[0].releases[0]
    assert (row.url, row.vendors[0].url) == (row.post_url, "")


def test_a_heading_that_is_the_id_already_needs_no_second_anchor() -> None:
    post = a_post("post/b", "zh", [a_section("falcon", "x"), a_section("又一个 claude", "y")])
    releases = [a_release("falcon", "2023-01", covered(post)), a_release("claude", "2023-01", covered(post, 1))]
    sections = content_at(a_plan([post], a_registry(releases)), "post/b/index.html").sections
    assert [section.anchor for section in sections] == ["", "claude"]


def test_a_third_language_has_the_whole_timeline() -> None:
    config = a_config(ZH, EN, Language("ja", "ja", "日本語"))
    checked = a_plan([ZH_POST], a_registry([a_release("gpt-4", "2023-03-14", covered(ZH_POST))]), config)
    row = content_at(checked, "ja/timeline/index.html").years[0].months[0].releases[0]
    assert (row.name, row.told_only_in) == ("gpt-4", "zh-CN")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("GPT-4 来了。它能看图。", "GPT-4 来了。"),
        ("GPT-3.5 is out. More.", "GPT-3.5 is out."),
        ("真的吗？！是的。", "真的吗？！"),
        ("他说：“好。”然后走了。", "他说：“好。”"),
        ("Small models, e.g. Phi, are fun. Yes.", "Small models, e.g. Phi, are fun."),
        ("no end", "no end"),
        ("", ""),
        ("a\n  b. c", "a b."),
        ("长" * 40 + "，" + "长" * 40 + "。", "长" * 40 + "…"),
        ("长" * 80, "长" * 60 + "…"),
        ("word " * 40, "word " * 27 + "word…"),
    ],
)
def test_the_first_sentence_is_cut_at_its_end(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_a_description_keeps_whole_sentences() -> None:
    assert shortened("一句。" * 30) == "一句。" * 20
    assert shortened("Short. Text.") == "Short. Text."
