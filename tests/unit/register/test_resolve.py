"""From the words of a heading to models."""

import pytest

from .builders import CONFIG, block, catalog, codes, locked, model, post, registered, section, told, vendor

KNOWN = catalog(
    vendor("openai", "OpenAI"),
    vendor("meta", "Meta"),
    vendor("alibaba", "Alibaba"),
    model("chatgpt", "ChatGPT", kind="product", vendors=("openai",), typos=("ChatGTP",)),
    model("chatgpt-plugins", "ChatGPT plugins", "ChatGPT 插件", kind="feature", vendors=("openai",)),
    model("function-calling", "ChatGPT function calling", "function call", kind="feature", vendors=("openai",)),
    model("gpt-3.5", "GPT-3.5", "ChatGPT 3.5", vendors=("openai",)),
    model("gpt-4", "GPT-4", "ChatGPT 4", vendors=("openai",)),
    model("gpt-4-0613", "GPT-4 0613", kind="version", vendors=("openai",)),
    model("llama", "LLaMA", kind="family", vendors=("meta",)),
    model("sam", "Segment Anything Model", "SAM", vendors=("meta",)),
    model("acheong08", "acheong08/ChatGPT", kind="tool"),
    model("qwen", "Qwen", "通义千问", kind="family", vendors=("alibaba",)),
    model("falcon-180b", "Falcon 180B", kind="model", family="falcon"),
    model("falcon", "Falcon", kind="family"),
)


def models_of(text: str, *blocks: object, **more: object) -> tuple[str, ...]:
    registry = registered(post("content/a.zh.md", section(text, *blocks, **more)), known=KNOWN)  # type: ignore[arg-type]
    (release,) = registry.releases.values()
    return release.models


@pytest.mark.parametrize(
    ("name", "more", "expected"),
    [
        ("ChatGPT 4", {}, ("gpt-4",)),
        ("ChatGPT 3.5", {}, ("gpt-3.5",)),
        ("ChatGPT 插件", {}, ("chatgpt-plugins",)),
        ("chat-gpt", {}, ("chatgpt",)),
        ("llama", {}, ("llama",)),
        ("Segment Anything Model", {"also": ("SAM",)}, ("sam",)),
        ("Segmenting Anything", {"also": ("SAM",)}, ("sam",)),
        ("ChatGPT 函数调用", {"also": ("function call",)}, ("function-calling",)),
        ("GPT-4", {"tags": ("0613",)}, ("gpt-4-0613",)),
        ("GPT-4", {"also": ("SAM",)}, ("gpt-4",)),
        ("LLaMA", {"sizes": ("7B", "13B")}, ("llama",)),
        ("ChatGPT/GPT-3.5", {"joined": ("ChatGPT", "GPT-3.5")}, ("chatgpt", "gpt-3.5")),
        ("acheong08/ChatGPT", {"joined": ("acheong08", "ChatGPT")}, ("acheong08",)),
        ("Qwen/通义千问", {"joined": ("Qwen", "通义千问")}, ("qwen",)),
        ("Foo-1/Bar-2", {"joined": ("Foo-1", "Bar-2")}, ("foo-1", "bar-2")),
        ("GPT-4/通义千问", {"joined": ("GPT-4", "通义千问")}, ("gpt-4", "qwen")),
        ("Foo-7B/13B", {"joined": ("Foo-7B", "13B")}, ("foo-7b-13b",)),
        ("text/image", {"joined": ("text", "image")}, ("text-image",)),
    ],
)
def test_the_exact_name_decides(name: str, more: dict[str, object], expected: tuple[str, ...]) -> None:
    assert models_of(f"{name}, 2023-05, OpenAI", **more) == expected


def test_a_joined_release_is_called_by_all_its_models_and_keeps_the_first_name_as_written() -> None:
    text = section("ChatGPT/GPT-3.5, 2022-11-30, OpenAI", joined=("ChatGPT", "GPT-3.5"))
    (release,) = registered(post("content/a.zh.md", text), known=KNOWN).releases.values()
    assert (release.id, release.name) == ("chatgpt", "ChatGPT")
    assert release.names.of("zh") == "ChatGPT / GPT-3.5"


def test_id_and_models_of_a_block_win() -> None:
    assert models_of("Something, 2023-05, OpenAI", block(id="gpt-4")) == ("gpt-4",)
    assert models_of("Something, 2023-05, OpenAI", block(models=("ChatGPT", "gpt-3.5"))) == ("chatgpt", "gpt-3.5")
    assert models_of("GPT-4, 2023-05, OpenAI", block(id="gpt-4-turbo")) == ("gpt-4-turbo",)
    assert models_of("Claude 3, 2024-03, OpenAI", block(models=("opus-3", "haiku-3"))) == ("opus-3", "haiku-3")


def test_a_release_of_listed_models_keeps_the_headings_name() -> None:
    text = section("Claude 3, 2024-03, OpenAI", block(models=("opus-3", "haiku-3")))
    registry = registered(post("content/a.zh.md", text), known=KNOWN)
    assert registry.releases["opus-3"].names.of("zh") == "Claude 3"
    assert registry.models["haiku-3"].names.of("zh") == "haiku-3"


def test_names_of_a_block_find_a_known_model() -> None:
    assert models_of("Tongyi, 2023-05, OpenAI", block(names={"zh": "通义千问", "en": "Tongyi"})) == ("qwen",)


def test_an_unknown_name_makes_a_model() -> None:
    registry = registered(post("content/a.zh.md", "Grok 1.5, 2024-03, OpenAI"), known=KNOWN)
    made = registry.models["grok-1.5"]
    assert (made.kind, made.vendors, made.releases) == ("model", ("openai",), ("grok-1.5",))
    assert made.names.as_dict() == {"zh": "Grok 1.5"}
    assert made.span is not None
    assert made.span.line == 10


def test_the_id_comes_from_the_latin_name() -> None:
    text = section("通义听悟, 2023-06, Alibaba", also=("Tongyi Tingwu",))
    registry = registered(post("content/a.zh.md", text), known=KNOWN)
    assert registry.models["tongyi-tingwu"].names.as_dict() == {"zh": "通义听悟", "en": "Tongyi Tingwu"}


def test_an_abbreviation_becomes_an_alias_of_a_new_model() -> None:
    texts = [section("Large Thing Model, 2023-05, OpenAI", also=("LTM",)), "LTM, 2023-06, OpenAI"]
    known = catalog(vendor("openai", "OpenAI"))
    diagnostics = told(post("content/a.zh.md", *texts), known=known)
    assert codes(diagnostics) == ["LT307"]  # so both mean one model
    registry = registered(post("content/a.zh.md", texts[0]), known=known)
    assert registry.models["large-thing-model"].aliases == ("LTM",)


def test_what_two_models_are_called_in_passing_does_not_make_them_one() -> None:
    first = section("Foo, 2023-05, OpenAI", also=("beta test",))
    second = section("Bar, 2023-05, OpenAI", also=("beta test",))
    assert set(registered(post("content/a.zh.md", first, second), known=KNOWN).releases) == {"foo", "bar"}


def test_a_block_with_both_names_ties_two_headings_together() -> None:
    chinese = post("content/a.zh.md", "混沌, 2023-05, OpenAI")
    english = post("content/a.en.md", section("Hundun, 2023-05, OpenAI", block(names={"zh": "混沌", "en": "Hundun"})))
    registry = registered(chinese, english, known=KNOWN)
    assert list(registry.releases) == ["hundun"]
    assert registry.releases["hundun"].languages == ("zh", "en")


def test_names_that_turn_out_to_be_one_model_are_united_afterwards() -> None:
    posts = [
        post("content/a.zh.md", "混沌, 2023-05, OpenAI", on="2023-05-01"),
        post("content/b.en.md", "Hundun, 2023-05, OpenAI", on="2023-05-02"),
        post("content/c.zh.md", section("Hundun, 2023-05, OpenAI", block(names={"zh": "混沌"})), on="2023-05-03"),
    ]
    assert list(registered(*posts, known=KNOWN).releases) == ["hundun"]


def test_an_anchor_shared_by_two_languages_pairs_names_that_nobody_knows() -> None:
    chinese = post("content/a.zh.md", section("混沌, 2023-05, OpenAI", anchor="hundun"))
    english = post("content/a.en.md", section("Chaos, 2023-05, OpenAI", anchor="hundun"))
    registry = registered(chinese, english, known=KNOWN)
    assert len(registry.releases) == 1
    assert registry.models["chaos"].names.as_dict() == {"zh": "混沌", "en": "Chaos"}


def test_one_slug_for_two_names_puts_the_vendor_before_the_later() -> None:
    registry = registered(post("content/a.zh.md", "Foo, 2023-05, OpenAI", "Foo!, 2023-05, Meta"), known=KNOWN)
    assert set(registry.releases) == {"foo", "meta--foo"}


def test_an_explicit_id_takes_a_slug_before_others() -> None:
    sections = ["Foo!, 2023-05, Meta", section("Bar, 2023-05, OpenAI", block(id="foo"))]
    registry = registered(post("content/a.zh.md", *sections), known=KNOWN)
    assert {r.name: r.id for r in registry.releases.values()} == {"Foo!": "meta--foo", "Bar": "foo"}


def test_homonyms_can_be_told_apart_by_id() -> None:
    sections = [
        section("Phoenix, 2023-05, Meta", block(id="phoenix-a")),
        section("Phoenix, 2024-05, OpenAI", block(id="phoenix-b")),
    ]
    assert set(registered(post("content/a.zh.md", *sections), known=KNOWN).releases) == {"phoenix-a", "phoenix-b"}


def test_an_id_once_published_is_kept_when_a_better_name_comes_up() -> None:
    text = section("混沌, 2023-05, OpenAI", also=("Hundun",))
    lock = locked("model 混沌", "release 混沌", "vendor openai")
    known = catalog(*KNOWN.vendors[:1], lock=lock)
    assert list(registered(post("content/a.zh.md", text), known=known).models) == ["混沌"]


def test_ids_do_not_depend_on_later_posts() -> None:
    first = post("content/a.zh.md", section("Segment Things, 2023-05, OpenAI", also=("SGT",)), on="2023-05-01")
    later = post("content/b.zh.md", "SGT, 2023-05, OpenAI", on="2023-06-01")
    assert list(registered(first, later, known=KNOWN).models) == [
        *sorted([m.id for m in KNOWN.models] + ["segment-things"])
    ]


def test_a_new_name_that_goes_on_from_a_product_is_its_feature() -> None:
    registry = registered(post("content/a.zh.md", "ChatGPT 看图, 2023-05, OpenAI"), known=KNOWN)
    (edge,) = registry.models["chatgpt-看图"].parents
    assert (edge.parent, edge.relation, edge.inherits) == ("chatgpt", "feature-of", "none")
    assert registry.models["chatgpt-看图"].kind == "model"


def test_a_new_name_that_goes_on_from_a_family_belongs_to_it() -> None:
    registry = registered(
        post("content/a.zh.md", "Qwen 72B, 2023-11, OpenAI", "Falcon 180B Chat, 2023-10, OpenAI"), known=KNOWN
    )
    assert registry.models["qwen-72b"].family == "qwen"
    assert registry.models["falcon-180b-chat"].family == "falcon"
    assert registry.by_family["qwen"] == ("qwen-72b",)


def test_an_unknown_version_descends_from_the_named_model() -> None:
    text = section("GPT-4, 2023-11-06, OpenAI", tags=("1106",))
    registry = registered(post("content/a.zh.md", text), known=KNOWN)
    made = registry.models["gpt-4-1106"]
    assert (made.kind, [e.parent for e in made.parents], [e.relation for e in made.parents]) == (
        "version",
        ["gpt-4"],
        ["version"],
    )
    assert registry.releases["gpt-4-1106"].name == "GPT-4 (1106)"


def test_what_a_block_says_of_the_product_replaces_the_guess() -> None:
    text = section("ChatGPT 看图, 2023-05, OpenAI", block(event="feature", bases=("chatgpt (upgrade)",)))
    made = registered(post("content/a.zh.md", text), known=KNOWN).models["chatgpt-看图"]
    assert made.kind == "feature"
    assert [edge.relation for edge in made.parents] == ["upgrade"]


@pytest.mark.parametrize(
    ("name", "column", "meant"),
    [("ChatGTP 看图", 4, "ChatGPT"), ("Segment Anyting Model", 4, "Segment Anything Model")],
)
def test_a_misspelt_name_in_a_heading_is_told_and_not_matched(name: str, column: int, meant: str) -> None:
    (diagnostic,) = told(post("content/a.zh.md", f"{name}, 2023-05, Meta"), known=KNOWN)
    assert diagnostic.code == "LT313"
    assert diagnostic.span is not None
    assert diagnostic.span.column == column
    assert f"did you mean `{meant}`?" in diagnostic.hint


def test_another_vendors_model_of_nearly_the_same_name_is_no_slip() -> None:
    assert told(post("content/a.zh.md", "LLaVA, 2023-04, OpenAI"), known=KNOWN) == ()
    assert codes(told(post("content/a.zh.md", "LLaVA, 2023-04, Meta"), known=KNOWN)) == ["LT313"]


def test_a_name_with_an_id_of_its_own_is_no_slip() -> None:
    page = post("content/a.zh.md", section("LLaVA, 2023-04, Meta", block(id="llava")))
    assert told(page, known=KNOWN) == ()


def test_a_locked_id_is_no_slip() -> None:
    lock = locked(
        "model llava",
        "release llava",
        *(f"model {m.id}" for m in KNOWN.models),
        *(f"vendor {v.id}" for v in KNOWN.vendors),
    )
    known = catalog(*KNOWN.vendors, *KNOWN.models, lock=lock)
    assert told(post("content/a.zh.md", "LLaVA, 2023-04, Meta"), known=known) == ()


def test_without_the_built_in_catalog_its_names_are_strangers() -> None:
    from dataclasses import replace

    from llmtimeline.values.config import TimelineSettings

    config = replace(CONFIG, timeline=TimelineSettings(builtin_catalog=False))
    known = catalog(vendor("openai", "OpenAI", own=False), model("gpt-4", "GPT-4", "ChatGPT 4", own=False))
    page = post("content/a.zh.md", "ChatGPT 4, 2023-03, OpenAI")
    assert codes(told(page, known=known, config=config)) == ["LT301"]
    assert codes(told(page, known=known)) == []


def test_the_id_of_one_model_may_be_the_name_of_another() -> None:
    sections = [
        section("Foo, 2023-05, OpenAI", block(id="bar")),
        section("Baz, 2023-05, OpenAI", block(id="foo")),
    ]
    registry = registered(post("content/a.zh.md", *sections), known=KNOWN)
    assert {r.name: r.id for r in registry.releases.values()} == {"Foo": "bar", "Baz": "foo"}


def test_a_version_tag_counts_more_than_another_name() -> None:
    assert models_of("Foo, 2023-05, OpenAI", tags=("0613",), also=("SAM",)) == ("foo-0613",)


def test_another_name_leads_to_a_model_that_only_a_heading_names() -> None:
    first = post("content/a.zh.md", "SGT2, 2023-05, OpenAI", on="2023-05-01")
    later = post("content/b.zh.md", section("Segment Two, 2023-05, OpenAI", also=("SGT2",)), on="2023-06-01")
    assert list(registered(first, later, known=KNOWN).releases) == ["sgt2"]


def test_a_locked_id_that_another_model_holds_is_not_taken() -> None:
    lock = locked("model 混沌", "release 混沌", "vendor openai")
    sections = ["混沌, 2023-05, OpenAI", section("混沌!, 2023-06, OpenAI", also=("Hundun B",))]
    known = catalog(*KNOWN.vendors[:1], lock=lock)
    assert list(registered(post("content/a.zh.md", *sections), known=known).models) == ["hundun-b", "混沌"]


def test_a_shared_release_gives_its_second_model_neither_its_sizes_nor_a_vendor_that_the_catalog_lacks() -> None:
    text = section("ChatGPT/LLaMA, 2022-11-30, OpenAI", joined=("ChatGPT", "LLaMA"), sizes=("7B",))
    registry = registered(post("content/a.zh.md", text), known=KNOWN)
    assert (registry.models["llama"].vendors, registry.models["llama"].sizes) == (("meta",), ())
    assert [size.name for size in registry.models["chatgpt"].sizes] == ["7B"]
    assert registry.models["llama"].releases == ("chatgpt",)


def test_a_name_for_several_models_together_renames_none_of_them() -> None:
    text = section("ChatGPT/GPT-3.5, 2022-11-30, OpenAI", block(names={"zh": "两者"}), joined=("ChatGPT", "GPT-3.5"))
    registry = registered(post("content/a.zh.md", text), known=KNOWN)
    assert registry.releases["chatgpt"].names.of("zh") == "两者"
    assert registry.models["chatgpt"].names.of("zh") == "ChatGPT"
