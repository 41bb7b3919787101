"""One release in several posts and languages."""

import pytest

from .builders import block, catalog, codes, model, post, registered, section, told, vendor

KNOWN = catalog(
    vendor("openai", "OpenAI"), vendor("zhipu", "Zhipu", "智谱"), model("gpt-4", "GPT-4", vendors=("openai",))
)
GPT4 = "GPT-4, {}, OpenAI"


def ids(*posts: object) -> list[str]:
    return list(registered(*posts, known=KNOWN).releases)  # type: ignore[arg-type]


def test_a_month_and_a_day_within_it_are_one_release_with_the_finest_date() -> None:
    older = post("content/a.zh.md", GPT4.format("2023-03"), on="2023-04-01")
    newer = post("content/b.zh.md", GPT4.format("2023-03-14"), on="2023-09-01")
    year = post("content/c.zh.md", GPT4.format("2023"), on="2023-12-01")
    registry = registered(older, newer, year, known=KNOWN)
    (release,) = registry.releases.values()
    assert (release.id, release.date.edtf()) == ("gpt-4", "2023-03-14")
    assert [coverage.path for coverage in release.coverage] == ["content/c.zh.md", "content/b.zh.md", "content/a.zh.md"]
    assert registry.models["gpt-4"].date == release.date


def test_a_sure_date_is_finer_than_one_that_is_about_right() -> None:
    registry = registered(
        post("content/a.zh.md", GPT4.format("2023-03~")), post("content/b.zh.md", GPT4.format("2023-03")), known=KNOWN
    )
    assert registry.releases["gpt-4"].date.edtf() == "2023-03"


def test_two_dates_are_two_events_and_a_warning_at_the_later_one() -> None:
    one = post("content/a.zh.md", GPT4.format("2023-03-13"), on="2023-04-01")
    two = post("content/b.zh.md", GPT4.format("2023-03-14"), on="2023-03-20")
    (diagnostic,) = told(one, two, known=KNOWN)
    assert (diagnostic.code, diagnostic.severity) == ("LT307", "warning")
    assert diagnostic.message == "`GPT-4` is dated 2023-03-14 here and 2023-03-13 at content/a.zh.md:10"
    assert diagnostic.span is not None
    assert (diagnostic.span.path, diagnostic.span.line, diagnostic.span.column) == ("content/b.zh.md", 10, 11)
    assert diagnostic.related[0].span.path == "content/a.zh.md"
    assert diagnostic.hint == "fix the date, or say `event: update` in its block"


def test_the_earlier_event_keeps_the_plain_id() -> None:
    from llmtimeline.register import register

    from .builders import CONFIG

    posts = [post("content/b.zh.md", GPT4.format("2023-03-14")), post("content/a.zh.md", GPT4.format("2023-03-13"))]
    registry = register(posts, KNOWN, CONFIG).value
    assert {r.id: r.date.edtf() for r in registry.releases.values()} == {
        "gpt-4": "2023-03-13",
        "gpt-4@2023-03-14": "2023-03-14",
    }
    assert registry.models["gpt-4"].releases == ("gpt-4@2023-03-14", "gpt-4")


def test_a_named_event_has_its_own_id_and_no_warning() -> None:
    first = post("content/a.zh.md", GPT4.format("2023-03-14"))
    update = post("content/b.zh.md", section(GPT4.format("2023-06-13"), block(event="update")))
    second = post("content/c.zh.md", section(GPT4.format("2023-11-06"), block(event="update")))
    registry = registered(first, update, second, known=KNOWN)
    assert list(registry.releases) == ["gpt-4@2023-11-06", "gpt-4@update", "gpt-4"]
    assert [release.event for release in registry.releases.values()] == ["update", "update", "release"]


def test_an_event_alone_has_the_plain_id() -> None:
    registry = registered(post("content/a.zh.md", section(GPT4.format("2023-03-14"), block(event="api"))), known=KNOWN)
    assert [(r.id, r.event) for r in registry.releases.values()] == [("gpt-4", "api")]


def test_an_update_within_the_month_of_the_release_stays_an_event_of_its_own() -> None:
    first = post("content/a.zh.md", GPT4.format("2023-03"))
    update = post("content/b.zh.md", section(GPT4.format("2023-03-20"), block(event="update")))
    assert ids(first, update) == ["gpt-4@update", "gpt-4"]


def test_a_retelling_without_a_block_joins_the_named_first_event() -> None:
    named = post("content/a.zh.md", section(GPT4.format("2023-03-14"), block(event="open-weights")))
    retold = post("content/b.zh.md", GPT4.format("2023-03"))
    assert ids(named, retold) == ["gpt-4"]


def test_an_approximate_date_is_not_part_of_an_id() -> None:
    first = post("content/a.zh.md", GPT4.format("2022"))
    update = post("content/b.zh.md", section(GPT4.format("2023-06~"), block(event="update")))
    again = post("content/c.zh.md", section(GPT4.format("2023-09~"), block(event="update")))
    assert ids(first, update, again) == ["gpt-4@2023-09", "gpt-4@update", "gpt-4"]


def test_a_translation_without_a_block_tells_of_the_same_event() -> None:
    sections = [section(GPT4.format("2023-03-14")), section(GPT4.format("2023-03-20"), block(event="update"))]
    chinese = post("content/a.zh.md", *sections)
    english = post("content/a.en.md", GPT4.format("2023-03-14"), GPT4.format("2023-03-20"))
    registry = registered(chinese, english, known=KNOWN)
    assert {r.id: r.languages for r in registry.releases.values()} == {
        "gpt-4@update": ("zh", "en"),
        "gpt-4": ("zh", "en"),
    }


def test_translations_that_differ_in_the_date_stay_one_release_and_are_told() -> None:
    chinese = post("content/a.zh.md", GPT4.format("2023-03-14"))
    english = post("content/a.en.md", GPT4.format("2023-03-13"))
    from llmtimeline.register import register

    from .builders import CONFIG

    checked = register([english, chinese], KNOWN, CONFIG)
    (diagnostic,) = checked.diagnostics
    assert diagnostic.code == "LT307"
    assert diagnostic.span is not None
    assert diagnostic.span.path == "content/a.en.md"
    assert [(r.id, r.date.edtf()) for r in checked.value.releases.values()] == [("gpt-4", "2023-03-14")]


def test_a_translation_key_makes_posts_of_other_names_translations() -> None:
    chinese = post("content/a.zh.md", GPT4.format("2023-03-14"), translation_key="k")
    english = post("content/b.en.md", GPT4.format("2023-03-13"), translation_key="k")
    assert [d.message for d in told(chinese, english, known=KNOWN)] == [
        "`GPT-4` is dated 2023-03-13 here and 2023-03-14 in the other language"
    ]


def test_sections_of_two_languages_in_one_file_count_for_their_language() -> None:
    both = post("content/a.zh.md", GPT4.format("2023-03-14"), section(GPT4.format("2023-03-14"), language="en"))
    registry = registered(both, known=KNOWN)
    (release,) = registry.releases.values()
    assert release.languages == ("zh", "en")
    assert [c.section for c in release.coverage] == [0, 1]
    assert {c.post.language for c in release.coverage} == {"zh"}


def test_one_release_twice_in_a_post_is_told() -> None:
    (diagnostic,) = told(post("content/a.zh.md", GPT4.format("2023-03-14"), GPT4.format("2023-03")), known=KNOWN)
    assert (diagnostic.code, diagnostic.span and diagnostic.span.line) == ("LT320", 20)
    assert diagnostic.related[0].span.line == 10


def test_a_block_makes_the_date_finer() -> None:
    registry = registered(
        post("content/a.zh.md", section(GPT4.format("2023-03"), block(date="2023-03-14"))), known=KNOWN
    )
    assert registry.releases["gpt-4"].date.edtf() == "2023-03-14"


@pytest.mark.parametrize("written", ["2023-04-01", "2023", "2022-03-14"])
def test_a_blocks_date_must_lie_within_the_headings(written: str) -> None:
    page = post("content/a.zh.md", section(GPT4.format("2023-03"), block(date=written)))
    (diagnostic,) = told(page, known=KNOWN)
    assert (diagnostic.code, diagnostic.severity) == ("LT315", "error")
    assert diagnostic.message == f"`{written}` is not within the heading's `2023-03`"
    assert diagnostic.span is not None
    assert diagnostic.span.line == 13


def test_an_approximate_heading_sets_no_bounds() -> None:
    page = post("content/a.zh.md", section(GPT4.format("2023-03~"), block(date="2023-04-01")))
    assert registered(page, known=KNOWN).releases["gpt-4"].date.edtf() == "2023-04-01"


def test_vendors_of_all_posts_are_united_unless_a_block_names_them() -> None:
    pages = [
        post("content/a.zh.md", "ChatGLM, 2023-03-14, 智谱", on="2023-03-20"),
        post("content/b.zh.md", "ChatGLM, 2023-03, OpenAI", on="2023-04-20"),
    ]
    assert registered(*pages, known=KNOWN).releases["chatglm"].vendors == ("zhipu", "openai")
    sure = post("content/c.zh.md", section("ChatGLM, 2023-03, OpenAI", block(vendors=("zhipu",))))
    assert registered(*pages, sure, known=KNOWN).releases["chatglm"].vendors == ("zhipu",)


def test_a_missing_vendor_is_taken_from_the_catalog_or_from_the_first_release() -> None:
    assert registered(post("content/a.zh.md", "GPT-4, 2023-03-14"), known=KNOWN).releases["gpt-4"].vendors == (
        "openai",
    )
    first = post("content/a.zh.md", "Foo, 2023-03-14, 智谱")
    later = post("content/b.zh.md", section("Foo, 2023-06", block(event="update")))
    assert registered(first, later, known=KNOWN).releases["foo@update"].vendors == ("zhipu",)


def test_a_release_without_any_vendor_is_told() -> None:
    (diagnostic,) = told(post("content/a.zh.md", "Foo, 2023-03-14"), known=KNOWN)
    assert (diagnostic.code, diagnostic.message) == ("LT304", "`Foo` names no vendor")
    assert (
        codes(
            told(
                post("content/a.zh.md", "Foo, 2023-03-14"), post("content/b.zh.md", "Foo, 2023-03, OpenAI"), known=KNOWN
            )
        )
        == []
    )


def test_words_and_numbers_of_the_blocks_reach_the_release() -> None:
    page = post(
        "content/a.zh.md",
        section(
            "GPT-4, 看得见, 听得懂, 2023-03-14, 公测, OpenAI",
            block(importance=3, status=("open-beta", "gated"), summary={"zh": "强", "en": "strong"}),
            sizes=("8k", "32k"),
        ),
    )
    release = registered(page, known=KNOWN).releases["gpt-4"]
    assert (release.importance, release.status) == (3, ("open-beta", "gated"))
    assert release.summary.as_dict() == {"zh": "强", "en": "strong"}
    assert release.tagline.as_dict() == {"zh": "看得见，听得懂"}
    assert [size.name for size in release.sizes] == ["8k", "32k"]


def test_links_of_all_sections_come_once_in_the_order_of_coverage_and_blocks_correct_them() -> None:
    from llmtimeline.values.facts import Link
    from llmtimeline.values.places import Span

    corrected = Link("https://a/1", "paper", "", Span("x.md"))
    added = Link("https://a/9", "weights", "", Span("x.md"))
    newer = post(
        "content/b.zh.md",
        section(
            "GPT-4, 2023-03, OpenAI",
            block(links=(corrected, added)),
            links=[("https://a/2", "blog"), ("https://a/1", "other")],
        ),
        on="2023-09-01",
    )
    older = post(
        "content/a.zh.md",
        section("GPT-4, 2023-03-14, OpenAI", links=[("https://a/1", "other"), ("https://a/3", "repo")]),
        on="2023-03-15",
    )
    release = registered(older, newer, known=KNOWN).releases["gpt-4"]
    assert [(link.url[-1], link.kind) for link in release.links] == [
        ("2", "blog"),
        ("1", "paper"),
        ("9", "weights"),
        ("3", "repo"),
    ]


def test_releases_stand_newest_first_and_within_a_date_as_the_authors_have_them() -> None:
    newer = post(
        "content/b.zh.md", "B1, 2023-05-02, OpenAI", "B2, 2023-05, OpenAI", "B3, 2023-05-02, OpenAI", on="2023-06-01"
    )
    older = post(
        "content/a.zh.md", "A1, 2023-05-02, OpenAI", "A2, 2023, OpenAI", "A3, 2023-06, OpenAI", on="2023-05-10"
    )
    registry = registered(older, newer, known=KNOWN)
    assert list(registry.releases) == ["a3", "b1", "b3", "a1", "b2", "a2"]
    assert registry.by_vendor["openai"] == tuple(registry.releases)


def test_a_translation_finds_its_event_by_the_date() -> None:
    chinese = post("content/a.zh.md", GPT4.format("2023-03"), section(GPT4.format("2023-06"), block(event="update")))
    english = post("content/a.en.md", GPT4.format("2023-03"), GPT4.format("2023-06"))
    registry = registered(chinese, english, known=KNOWN)
    assert [(r.id, r.languages) for r in registry.releases.values()] == [
        ("gpt-4@update", ("zh", "en")),
        ("gpt-4", ("zh", "en")),
    ]


def test_only_a_lone_heading_takes_over_the_event_of_another_date() -> None:
    chinese = post("content/a.zh.md", section(GPT4.format("2023-03-14"), block(event="update")))
    english = post("content/a.en.md", GPT4.format("2023-03"), GPT4.format("2023-03-14"))
    registry = registered(chinese, english, known=KNOWN)
    assert [(r.id, r.languages) for r in registry.releases.values()] == [
        ("gpt-4@update", ("zh", "en")),
        ("gpt-4", ("en",)),
    ]


def test_of_two_doubtful_dates_the_less_doubtful_is_kept() -> None:
    pages = [post(f"content/{name}.zh.md", GPT4.format(f"2023-03{mark}")) for name, mark in (("a", "~?"), ("b", "?"))]
    assert registered(*pages, known=KNOWN).releases["gpt-4"].date.edtf() == "2023-03?"


def test_saying_that_it_is_a_release_says_nothing_new() -> None:
    page = post("content/a.zh.md", GPT4.format("2023-03"), section(GPT4.format("2023-03"), block(event="release")))
    assert codes(told(page, known=KNOWN)) == ["LT320"]


def test_two_named_events_of_one_day_stay_two() -> None:
    release = post("content/a.zh.md", section(GPT4.format("2023-03-14"), block(event="release")))
    api = post("content/b.zh.md", section(GPT4.format("2023-03-14"), block(event="api")))
    assert sorted(ids(release, api)) == ["gpt-4", "gpt-4@api"]


def test_a_model_has_the_date_and_summary_of_its_first_release() -> None:
    first = post("content/a.zh.md", section(GPT4.format("2023-03"), block(summary={"zh": "first"})))
    update = post("content/b.zh.md", section(GPT4.format("2023-06"), block(event="update", summary={"zh": "later"})))
    made = registered(first, update, known=KNOWN).models["gpt-4"]
    assert (made.date and made.date.edtf(), made.summary.of("zh")) == ("2023-03", "first")


def test_coverage_without_a_date_comes_last() -> None:
    pages = [
        post(f"content/{name}.zh.md", GPT4.format("2023-03"), on=day) for name, day in (("a", ""), ("b", "2023-04-01"))
    ]
    assert [c.post.id for c in registered(*pages, known=KNOWN).releases["gpt-4"].coverage] == ["b", "a"]
