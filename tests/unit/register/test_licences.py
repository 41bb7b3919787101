"""Licences against what is said of commercial use."""

import pytest

from llmtimeline.values.facts import License

from .builders import HERE, block, catalog, codes, fact, post, section, told, vendor

KNOWN = catalog(vendor("tii", "TII"))


@pytest.mark.parametrize(
    ("licence", "commercial", "expected"),
    [
        ("Apache-2.0", "forbidden", ["LT317"]),
        ("mit", "forbidden", ["LT317"]),
        ("CC-BY-NC-4.0", "allowed", ["LT317"]),
        ("research only, by application", "allowed", ["LT317"]),
        ("仅限研究使用", "allowed", ["LT317"]),
        ("Apache-2.0", "allowed", []),
        ("CC-BY-NC-4.0", "forbidden", []),
        ("Apache-2.0 with limits on use", "forbidden", []),
        ("Falcon-180B TII License", "restricted", []),
        ("MIT", "restricted", []),
    ],
)
def test_a_licence_and_the_use_it_rules_out_are_told(licence: str, commercial: str, expected: list[str]) -> None:
    facts = (("license", License(licence)), ("commercial", commercial))
    page = post("content/a.zh.md", section("Foo, 2023-05, TII", block(facts=facts)))
    assert codes(told(page, known=KNOWN)) == expected


def test_the_message_names_both() -> None:
    facts = (("license", License("MIT")), ("commercial", "forbidden"))
    (diagnostic,) = told(post("content/a.zh.md", section("Foo, 2023-05, TII", block(facts=facts))), known=KNOWN)
    assert diagnostic.message == "commercial use is `forbidden`, but `MIT` allows it"


def test_a_note_explains_it_away() -> None:
    explained = fact("commercial", "allowed", note="above 100 employees ask")
    facts = (fact("license", License("CC-BY-NC-4.0")), explained)
    page = post("content/a.zh.md", section("Foo, 2023-05, TII", block().__class__(HERE, explained.origin, facts=facts)))
    assert told(page, known=KNOWN) == ()


def test_two_posts_may_know_different_licences() -> None:
    one = post("content/a.zh.md", section("Foo, 2023-05, TII", block(facts=(("license", License("MIT")),))))
    two = post("content/b.zh.md", section("Foo, 2023-05, TII", block(facts=(("commercial", "forbidden"),))))
    assert told(one, two, known=KNOWN) == ()
