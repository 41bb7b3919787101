"""Every value with its source, the one to show first, contradictions told."""

import pytest

from llmtimeline.register.claims import values_agree
from llmtimeline.values.facts import FIELD_ORDER, Certainty, Fact, License, Origin, Size
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.quantities import Bound, Known, Quantity

from .builders import HERE, block, catalog, codes, date, fact, model, post, quantity, registered, section, told, vendor

KNOWN = catalog(
    vendor("tii", "TII"),
    model("falcon-40b", "Falcon 40B", facts=(("params", quantity(40)), ("weights", "open")), vendors=("tii",)),
    model("palm", "PaLM"),
)
FALCON = "Falcon 40B, 2023-05, TII"


def test_claims_stand_by_field_then_origin_then_certainty_then_newest_post() -> None:
    older = post(
        "content/a.zh.md",
        section(
            FALCON,
            block(facts=(("params", quantity(41)), ("tokens", quantity(1)))),
            block(origin=Origin.LINE, facts=(("params", quantity(42)),)),
        ),
        on="2023-05-30",
    )
    rumour = Fact("params", quantity(43), "43", HERE, Origin.BLOCK, Certainty.RUMOURED)
    newer = post(
        "content/b.zh.md",
        section(
            FALCON,
            block(facts=(("params", quantity(44)),)).__class__(
                HERE, Origin.BLOCK, facts=(rumour, fact("params", quantity(45)))
            ),
        ),
        on="2023-09-30",
    )
    claims = registered(older, newer, known=KNOWN).models["falcon-40b"].claims
    assert [(c.field, c.fact.text, c.fact.origin.value) for c in claims] == [
        ("date", "2023-05", "heading"),
        ("date", "2023-05", "heading"),
        ("params", "45", "block"),
        ("params", "41", "block"),
        ("params", "43", "block"),
        ("params", "42", "line"),
        ("params", "40", "catalog"),
        ("tokens", "1", "block"),
        ("weights", "open", "catalog"),
    ]
    assert claims[0].post is not None
    assert claims[0].post.id == "b"
    assert claims[6].post is None


def test_the_order_of_fields_is_fixed() -> None:
    assert FIELD_ORDER.index("params") < FIELD_ORDER.index("license") < FIELD_ORDER.index("benchmarks")


def test_a_block_about_another_model_speaks_of_that_model_only() -> None:
    page = post("content/a.zh.md", section(FALCON, block(about="PaLM", facts=(("params", quantity(540)),))))
    registry = registered(page, known=KNOWN)
    assert [(c.field, c.fact.text, c.section) for c in registry.models["palm"].claims] == [("params", "540", 0)]
    assert all(c.fact.text != "540" for c in registry.models["falcon-40b"].claims)
    assert all(c.model == "falcon-40b" for r in registry.releases.values() for c in r.claims)


def test_a_block_about_nothing_known_is_an_error() -> None:
    page = post("content/a.zh.md", section(FALCON, block(about="PaLMM", facts=(("params", quantity(540)),))))
    (diagnostic,) = told(page, known=KNOWN)
    assert (diagnostic.code, diagnostic.message, diagnostic.hint) == (
        "LT309",
        "no model `PaLMM`",
        "did you mean `PaLM`?",
    )


def test_claims_of_sizes_carry_the_sizes_name() -> None:
    size = Size("7B", (fact("params", quantity(7)),))
    page = post("content/a.zh.md", section("Falcon, 2023-05, TII", block(sizes=(size, Size("40B")))))
    made = registered(page, known=KNOWN).models["falcon"]
    assert [(c.field, c.size) for c in made.claims if c.size] == [("params", "7B")]
    assert [s.name for s in made.sizes] == ["7B", "40B"]


def test_different_values_in_two_posts_are_noted_with_the_shown_one() -> None:
    one = post("content/a.zh.md", section(FALCON, block(facts=(("tokens", quantity(10, "tokens")),))), on="2023-06-01")
    two = post("content/b.zh.md", section(FALCON, block(facts=(("tokens", quantity(15, "tokens")),))), on="2023-07-01")
    (diagnostic,) = told(one, two, known=KNOWN)
    assert (diagnostic.code, diagnostic.severity) == ("LT312", "note")
    assert diagnostic.message == "tokens of `Falcon 40B` is `10 tokens` here, elsewhere `15 tokens`"
    assert diagnostic.span is not None
    assert diagnostic.span.path == "content/a.zh.md"
    assert diagnostic.related[0].span.path == "content/b.zh.md"


def test_a_post_that_contradicts_the_catalog_is_noted() -> None:
    page = post("content/a.zh.md", section(FALCON, block(facts=(("params", quantity(41)),))))
    assert codes(told(page, known=KNOWN)) == ["LT312"]


def test_equal_values_in_two_languages_are_two_claims_and_no_contradiction() -> None:
    pages = [
        post(f"content/a.{language}.md", section(FALCON, block(facts=(("tokens", quantity(10, "tokens")),))))
        for language in ("zh", "en")
    ]
    claims = registered(*pages, known=KNOWN).models["falcon-40b"].claims
    assert len([c for c in claims if c.field == "tokens"]) == 2
    assert told(*pages, known=KNOWN) == ()


def test_alternatives_that_one_block_lists_are_no_contradiction() -> None:
    facts = (("context", quantity(8)), ("context", quantity(32)))
    assert told(post("content/a.zh.md", section(FALCON, block(facts=facts))), known=KNOWN) == ()


def test_a_doubtful_value_contradicts_nothing() -> None:
    doubtful = Fact("params", quantity(99), "99", HERE, Origin.BLOCK, Certainty.SUSPECT)
    page = post("content/a.zh.md", section(FALCON, block().__class__(HERE, Origin.BLOCK, facts=(doubtful,))))
    assert told(page, known=KNOWN) == ()


def test_what_an_update_changes_does_not_contradict_the_release() -> None:
    first = post("content/a.zh.md", section(FALCON, block(facts=(("commercial", "forbidden"),))))
    update = post(
        "content/b.zh.md",
        section("Falcon 40B, 2023-06, TII", block(event="update", facts=(("commercial", "allowed"),))),
    )
    assert told(first, update, known=KNOWN) == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Quantity("180B", 180), Quantity("1800亿", 180), True),
        (Quantity("180B", 180), Quantity("180", 180, "parameters"), True),
        (Quantity("1", 1, "tokens"), Quantity("1", 1, "characters"), False),
        (Quantity(">170", 170, bound=Bound.OVER), Quantity("175", 175), True),
        (Quantity(">170", 170, bound=Bound.OVER), Quantity("160", 160), False),
        (Quantity("<170", 170, bound=Bound.UNDER), Quantity("160", 160), True),
        (Quantity("约300", 300, bound=Bound.ABOUT), Quantity("310", 310), True),
        (Quantity("约300", 300, bound=Bound.ABOUT), Quantity("400", 400), False),
        (Quantity("1-11", 1, high=11), Quantity("7", 7), True),
        (Quantity("未公开", known=Known.UNDISCLOSED), Quantity("7", 7), True),
        (Quantity("200k", 200, note="trained"), Quantity("100k", 100, note="released"), True),
        (Quantity("huge", 10**400), Quantity("huge", 10**400), True),
        (License("Apache-2.0"), License("apache 2.0", "https://x"), True),
        (License("MIT"), License("GPL-3.0"), False),
        (License("MIT"), "MIT", True),
        ("allowed", "forbidden", False),
        (date("2021-09"), date("2021"), True),
        (date("2021-09"), date("2022"), False),
        ((quantity(8), quantity(32)), quantity(8), True),
        ((quantity(8), quantity(32)), quantity(16), False),
        (True, False, False),
    ],
)
def test_two_values_agree_when_both_may_be_true(one: object, other: object, expected: bool) -> None:
    assert values_agree(one, other) is expected  # type: ignore[arg-type]
    assert values_agree(other, one) is expected  # type: ignore[arg-type]


def test_errata_reach_release_and_model_once_for_both_languages() -> None:
    from llmtimeline.values.facts import Erratum

    wrong = Erratum(date("2023-10-01"), "date", "2023-05-02", Names((("en", "typed wrong"),)), Span("x.md"))
    pages = [post(f"content/a.{language}.md", section(FALCON, block(errata=(wrong,)))) for language in ("zh", "en")]
    registry = registered(*pages, known=KNOWN)
    assert [e.was for e in registry.releases["falcon-40b"].errata] == ["2023-05-02"]
    assert registry.models["falcon-40b"].errata == registry.releases["falcon-40b"].errata


def test_a_licence_that_holds_from_a_later_day_contradicts_nothing() -> None:
    later = fact("license", License("MIT"), since=date("2023-05-31"))
    first = post("content/a.zh.md", section(FALCON, block(facts=(("license", License("Custom")),))))
    second = post("content/b.zh.md", section(FALCON, block().__class__(HERE, Origin.BLOCK, facts=(later,))))
    assert told(first, second, known=KNOWN) == ()


def test_sizes_stand_from_small_to_large() -> None:
    sizes = tuple(Size(name, (fact("params", quantity(1)),)) for name in ("Otter", "65B", "7B", "0.5B", "13B", "Gecko"))
    page = post("content/a.zh.md", section("Falcon, 2023-05, TII", block(sizes=sizes)))
    made = registered(page, known=KNOWN).models["falcon"]
    assert [c.size for c in made.claims if c.size] == ["0.5B", "7B", "13B", "65B", "Gecko", "Otter"]
    assert [size.name for size in made.sizes] == ["Otter", "65B", "7B", "0.5B", "13B", "Gecko"]
