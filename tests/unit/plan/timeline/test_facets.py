"""By what releases are found, and the menus that say so."""

from __future__ import annotations

import pytest

from llmtimeline.plan.timeline.facets import ENTRIES
from llmtimeline.plan.timeline.traits import SLICES, Traits, facets_of, slice_facet, slices_of, traits_of
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.facts import Modalities

from ..builders import a_claim, a_config, a_model, a_plan, a_post, a_registry, a_release, a_vendor, content_at

POST = a_post("post/a")


def test_the_releases_own_claims_come_before_the_catalog() -> None:
    said = a_claim("gpt-4", "modalities", Modalities(("text", "image"), ("text",)), POST)
    catalog = (a_claim("gpt-4", "modalities", Modalities(("text",))), a_claim("gpt-4", "weights", "closed"))
    release = a_release("gpt-4", "2023-03-14", claims=(said,))
    registry = a_registry([release], [a_model("gpt-4", said, *catalog, family="gpt"), a_model("gpt", kind="family")])
    assert traits_of(registry, release) == Traits("closed", "", ("text", "image"), ("text",), "gpt")


def test_a_family_is_its_own_and_one_that_nobody_knows_is_none() -> None:
    whole, lost = a_release("llama", "2023-02", vendors=["meta"]), a_release("x", "2023-01")
    registry = a_registry([whole, lost], [a_model("llama", kind="family"), a_model("x", family="gone")])
    assert (traits_of(registry, whole).family, traits_of(registry, lost).family) == ("llama", "")


def test_each_answer_is_said_once() -> None:
    release = a_release("m", "2023-05", vendors=["a", "b"], importance=3)
    traits = Traits("open", "allowed", ("text", "image"), ("text", "smell"), "f")
    assert facets_of(release, traits) == (
        *("year=2023", "vendor=a", "vendor=b", "family=f", "weights=open"),
        *("modality=text", "modality=image", "important=1"),
    )
    assert facets_of(a_release("m", "2023", vendors=[]), Traits(weights="unknown")) == ("year=2023",)


def test_the_pages_of_sorts_are_a_closed_list_that_no_year_can_meet() -> None:
    assert len(set(SLICES)) == len(SLICES)
    assert not any(each.isdigit() or each == "page" for each in SLICES)
    assert [slice_facet(each) for each in ("important", "open", "image")] == [
        *("important=1", "weights=open", "modality=image")
    ]
    release = a_release("m", "2023", claims=(a_claim("m", "modalities", Modalities(("smell", "video"))),))
    assert slices_of(a_registry([release])) == ("video",)


RELEASES = [
    a_release("llama", "2023-02-24", vendors=["meta"], claims=(a_claim("llama", "weights", "gated"),)),
    a_release("llama-2", "2023-07-18", vendors=["meta"], importance=3),
    a_release("gpt-4", "2022-03-14", vendors=["openai"], claims=(a_claim("gpt-4", "weights", "closed"),)),
]
MODELS = [a_model("llama-2", family="llama"), a_model("llama", kind="family"), a_model("gpt-4")]


def menus_at(path: str, **settings: object) -> dict[str, list[tuple[str, str, str, int, bool]]]:
    registry = a_registry(RELEASES, MODELS, [a_vendor("meta", "元", "Meta")])
    facets = content_at(a_plan(registry=registry, config=a_config(**settings)), path).facets
    return {facet.key: [(o.value, o.text, o.url, o.count, o.current) for o in facet.options] for facet in facets}


def test_each_entry_leads_to_a_page_with_as_many_releases_as_it_says() -> None:
    assert menus_at("en/timeline/index.html") == {
        "vendor": [
            ("meta", "Meta", "/en/vendors/meta/", 2, False),
            ("openai", "openai", "/en/vendors/openai/", 1, False),
        ],
        "family": [("llama", "llama", "/en/models/llama/", 2, False)],
        "weights": [
            ("gated", "@mark_gated", "/en/timeline/gated/", 1, False),
            ("closed", "@mark_closed", "/en/timeline/closed/", 1, False),
        ],
        "year": [("2023", "2023", "/en/timeline/2023/", 2, False), ("2022", "2022", "/en/timeline/2022/", 1, False)],
        "important": [("1", "@facet_important", "/en/timeline/important/", 1, False)],
    }


@pytest.mark.parametrize(("path", "chosen"), [("2022", "2022"), ("closed", "closed"), ("important", "1")])
def test_a_page_marks_what_it_is(path: str, chosen: str) -> None:
    menus = menus_at(f"timeline/{path}/index.html")
    assert [value for options in menus.values() for value, *_, current in options if current] == [chosen]


def test_no_entry_without_a_page() -> None:
    menus = menus_at("timeline/index.html", timeline=TimelineSettings(vendors=None, models=None))
    assert list(menus) == ["weights", "year", "important"]


def test_a_menu_holds_the_fullest_and_leads_to_all() -> None:
    releases = [a_release(f"m{n}-{k}", "2023-01-01", vendors=[f"v{n:02}"]) for n in range(30) for k in range(1 + n % 2)]
    (vendors, _) = content_at(a_plan(registry=a_registry(releases)), "timeline/index.html").facets
    assert len(vendors.options) == ENTRIES
    assert [option.count for option in vendors.options] == [2] * 15 + [1] * 5
    assert (vendors.more.url, vendors.more.text) == ("/vendors/", "@vendors")
