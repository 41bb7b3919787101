"""What is published, and the indexes over it."""

from llmtimeline.register import register
from llmtimeline.values.registry import Registry

from .builders import CONFIG, block, catalog, codes, model, post, registered, section, vendor

BUILT_IN = catalog(
    vendor("meta", "Meta", own=False, parent="holding"),
    vendor("holding", "Holding", own=False),
    vendor("nobody", "Nobody", own=False),
    vendor("ours", "Ours", own=True),
    model("llama", "LLaMA", kind="family", vendors=("meta",), bases=("crawl (data)",), own=False),
    model("llama-7b", "LLaMA 7B", family="llama", own=False),
    model("crawl", "CommonCrawl", kind="dataset", own=False),
    model("forgotten", "Forgotten", vendors=("nobody",), bases=("llama",), own=False),
    model("ours", "Our Tool", kind="tool", own=True),
)


def test_no_posts_and_no_catalog_give_an_empty_registry() -> None:
    checked = register([], catalog(), CONFIG)
    assert checked.value == Registry()
    assert checked.diagnostics == ()


def test_built_in_entries_are_published_when_something_refers_to_them() -> None:
    page = post("content/a.zh.md", section("Kid, 2023-05, Ours", block(bases=("llama-7b (finetune)",))))
    registry = registered(page, known=BUILT_IN)
    assert list(registry.models) == ["crawl", "kid", "llama", "llama-7b", "ours"]
    assert list(registry.vendors) == ["holding", "meta", "ours"]
    assert [(e.child, e.parent) for e in registry.edges] == [("kid", "llama-7b"), ("llama", "crawl")]


def test_the_sites_own_entries_are_always_published() -> None:
    registry = registered(known=BUILT_IN)
    assert (list(registry.models), list(registry.vendors)) == (["ours"], ["ours"])


def test_a_known_model_keeps_what_the_catalog_says_of_it() -> None:
    registry = registered(post("content/a.zh.md", "LLaMa, 2023-02-24, Meta"), known=BUILT_IN)
    made = registry.models["llama"]
    assert (made.names.of("zh"), made.kind, made.vendors) == ("LLaMA", "family", ("meta",))
    assert registry.releases["llama"].name == "LLaMa"
    assert made.span is not None
    assert made.span.path == "<built-in>/data/models.yaml"


def test_an_unknown_vendor_is_in_the_registry() -> None:
    checked = register([post("content/a.zh.md", "Foo, 2023-05, New Lab")], catalog(), CONFIG)
    assert codes(checked.diagnostics) == ["LT301"]
    assert checked.value.vendors["new-lab"].names.of("en") == "New Lab"
    assert checked.value.by_vendor == {"new-lab": ("foo",)}
    assert checked.value.models_by_vendor == {"new-lab": ("foo",)}


def test_models_of_a_vendor_and_members_of_a_family_stand_newest_first() -> None:
    known = catalog(
        vendor("meta", "Meta"),
        model("llama", "LLaMA", kind="family", vendors=("meta",)),
        model("llama-2", "LLaMA 2", family="llama", vendors=("meta",)),
        model("llama-1", "LLaMA 1", family="llama", vendors=("meta",)),
        model("llama-0", "LLaMA 0", family="llama"),
    )
    page = post("content/a.zh.md", "LLaMA 1, 2023-02, Meta", "LLaMA 2, 2023-07, Meta")
    registry = registered(page, known=known)
    assert registry.models_by_vendor["meta"] == ("llama-2", "llama-1", "llama")
    assert registry.by_family == {"llama": ("llama-2", "llama-1", "llama-0")}


def test_every_announcing_section_leads_to_its_release() -> None:
    page = post("content/a.zh.md", section(""), "Foo, 2023-05, Meta", "Not one", "LLaMA, 2023-02, Meta")
    registry = registered(page, known=BUILT_IN)
    assert registry.by_section == {(page.key, 1): "foo", (page.key, 3): "llama"}


def test_summaries_and_names_of_blocks_fill_what_the_catalog_lacks() -> None:
    text = section("LLaMA, 2023-02, Meta", block(names={"zh": "羊驼模型"}, summary={"zh": "摘要"}))
    registry = registered(post("content/a.zh.md", text), known=BUILT_IN)
    assert registry.models["llama"].names.as_dict() == {"zh": "羊驼模型"}
    assert registry.models["llama"].names.of("en") == "LLaMA"
    assert registry.models["llama"].summary.as_dict() == {"zh": "摘要"}


def test_thousands_of_releases_are_registered() -> None:
    pages = [
        post(
            f"content/p{number}.{language}.md",
            *(
                section(
                    f"Model {number}-{place}, 2023-{number % 12 + 1:02d}-{place + 1:02d}, Lab {number % 50}",
                    block(bases=(f"Model {number}-{place - 1} (upgrade)",) if place else ()),
                    body="as good as Model 7-3 and Model 8-1",
                )
                for place in range(20)
            ),
        )
        for number in range(100)
        for language in ("zh", "en")
    ]
    known = catalog(*(vendor(f"lab-{number}", f"Lab {number}") for number in range(50)))
    registry = registered(*pages, known=known)
    assert len(registry.releases) == 2000
    assert len(registry.edges) == 1900
    assert len(registry.models["model-7-3"].mentions) == 3998
    assert all(release.languages == ("zh", "en") for release in registry.releases.values())


def test_an_unknown_vendor_that_a_block_corrects_is_not_published() -> None:
    pages = [
        post("content/a.zh.md", "Foo, 2023-05, New Lab"),
        post("content/b.zh.md", section("Foo, 2023-05, New Lab", block(vendors=("ours",)))),
    ]
    checked = register(pages, BUILT_IN, CONFIG)
    assert codes(checked.diagnostics) == ["LT301"]
    assert list(checked.value.vendors) == ["ours"]


def test_a_built_in_model_that_a_block_states_facts_about_is_published() -> None:
    page = post("content/a.zh.md", section("Kid, 2023-05, Ours", block(about="crawl", facts=(("params", "1"),))))
    assert "crawl" in registered(page, known=BUILT_IN).models
