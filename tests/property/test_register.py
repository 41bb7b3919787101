"""Laws of the registry, over made-up posts."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))

from register.builders import CONFIG, block, catalog, locked, model, post, section, vendor

from llmtimeline.register import lock_lines, register
from llmtimeline.register.identity import alias_key, slug
from llmtimeline.register.lineage import find_circles
from llmtimeline.register.near import NearNames, edits
from llmtimeline.register.scanner import build_scanner
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Registry

KNOWN = catalog(
    vendor("openai", "OpenAI"),
    vendor("meta", "Meta", own=False),
    model("gpt-4", "GPT-4", "ChatGPT 4", vendors=("openai",), own=False),
    model("llama", "LLaMA", kind="family", vendors=("meta",), own=False),
    model("chatgpt", "ChatGPT", kind="product", typos=("ChatGTP",), own=False),
    model("ours", "Our Model", bases=("llama",)),
    lock=locked("model gpt-4", "model old -> gpt-4", "release gone"),
)
NAMES = ["GPT-4", "ChatGPT 4", "LLaMA", "Foo", "foo!", "Foo 2", "混沌", "ChatGPT 插件", "ChatGTP", "Hundun"]
DATES = ["2023", "2023-03", "2023-03-14", "2023-03-15", "2022-11-30", "2023-03~"]
VENDORS = ["", ", OpenAI", ", Meta", ", New Lab", ", 公测, OpenAI", ", OpenAI & Meta", ", what, Nobody"]

blocks = st.builds(
    lambda event, day, identity, bases, names: block(
        **({"event": event} if event else {}),
        **({"date": day} if day else {}),
        **({"id": identity} if identity else {}),
        **({"names": names} if names else {}),
        bases=tuple(bases),
        facts=(("params", "7B"),),
    ),
    st.sampled_from(["", "", "update", "release", "open-weights"]),
    st.sampled_from(["", "", "2023-03-14", "2021"]),
    st.sampled_from(["", "", "", "gpt-4", "foo", "bar"]),
    st.lists(st.sampled_from(["gpt-4", "Foo (upgrade)", "foo", "LLaMA (data)", "nothing", "meta"]), max_size=2),
    st.sampled_from([{}, {}, {"zh": "混沌", "en": "Hundun"}]),
)
sections = st.one_of(
    st.builds(
        lambda name, day, who, some, language, anchor: section(
            f"{name}, {day}{who}", *some, body="GPT-4 and Foo 与混沌", language=language, anchor=anchor
        ),
        st.sampled_from(NAMES),
        st.sampled_from(DATES),
        st.sampled_from(VENDORS),
        st.lists(blocks, max_size=2),
        st.sampled_from(["", "", "", "en"]),
        st.sampled_from(["a", "b", "c", "d"]),
    ),
    st.just(section("Plain words", body="ChatGPT")),
    st.just(section("", block(about="gpt-4", facts=(("params", "8B"),)))),
)
posts = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["zh", "en"]),
        st.sampled_from(["2023-01-01", "2023-06-01", ""]),
        st.lists(sections, max_size=4),
    ),
    max_size=5,
    unique_by=lambda made: made[:2],
).map(lambda rows: [post(f"content/{name}.{lang}.md", *some, on=day) for name, lang, day, some in rows])


@given(posts, st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=150)
def test_the_order_in_which_posts_are_given_changes_nothing(some: list[Post], random: object) -> None:
    shuffled = list(some)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = register(some, KNOWN, CONFIG), register(shuffled, KNOWN, CONFIG)
    assert one == other
    assert [list(m) for m in _mappings(one.value)] == [list(m) for m in _mappings(other.value)]


def _mappings(registry: Registry) -> list[object]:
    return [
        registry.vendors,
        registry.models,
        registry.releases,
        registry.by_section,
        registry.by_vendor,
        registry.moved,
    ]


@given(posts)
@settings(deadline=None, max_examples=150)
def test_everything_that_the_registry_names_is_there(some: list[Post]) -> None:
    registry = register(some, KNOWN, CONFIG).value
    by_key = {page.key: page for page in some}
    announcing = {(p.key, i) for p in some for i, s in enumerate(p.body.sections) if s.release is not None}
    assert set(registry.by_section) == announcing
    assert set(registry.by_section.values()) == set(registry.releases)
    covered = [(c.post, c.section) for r in registry.releases.values() for c in r.coverage]
    assert sorted(covered) == sorted(announcing)
    for identity, release in registry.releases.items():
        assert release.id == identity
        assert release.models
        assert set(release.models) <= set(registry.models)
        assert set(release.vendors) <= set(registry.vendors)
        for coverage in release.coverage:
            page = by_key[coverage.post]
            heading = page.body.sections[coverage.section].heading
            assert heading is not None
            assert (heading.id, heading.span.line, page.path) == (coverage.heading_id, coverage.line, coverage.path)
    for identity, made in registry.models.items():
        assert made.id == identity
        assert set(made.vendors) <= set(registry.vendors)
        assert made.family in {"", *registry.models}
        assert set(made.releases) <= set(registry.releases)
        assert all(claim.model == identity for claim in made.claims)
        assert all(m.post in by_key and m.section < len(by_key[m.post].body.sections) for m in made.mentions)
    assert all(edge.child in registry.models and edge.parent in registry.models for edge in registry.edges)
    assert all(vendor.parent in {"", *registry.vendors} for vendor in registry.vendors.values())


@given(posts)
@settings(deadline=None, max_examples=100)
def test_releases_stand_in_the_order_of_the_timeline_and_lineage_has_no_circle(some: list[Post]) -> None:
    registry = register(some, KNOWN, CONFIG).value
    dates = [release.date.timeline_key() for release in registry.releases.values()]
    assert dates == sorted(dates, reverse=True)
    parents: dict[str, list[str]] = {}
    for edge in registry.edges:
        parents.setdefault(edge.child, []).append(edge.parent)
    assert list(find_circles(parents)) == []


@given(posts)
@settings(deadline=None, max_examples=50)
def test_a_lock_that_was_just_written_has_nothing_to_add(some: list[Post]) -> None:
    registry = register(some, KNOWN, CONFIG).value
    lines = lock_lines(registry, KNOWN)
    known = catalog(*KNOWN.vendors, *KNOWN.models, lock=locked(*lines))
    checked = register(some, known, CONFIG)
    assert "LT316" not in {d.code for d in checked.diagnostics}
    assert lock_lines(checked.value, known) == lines
    assert list(checked.value.models) == list(registry.models)


@given(st.text(max_size=40))
def test_a_slug_is_an_address_and_stays_what_it_is(name: str) -> None:
    made = slug(name)
    assert made
    assert slug(made) == made
    assert not set(made) & set("/\\ ?#%@")
    assert made.strip("-.") == made


@given(st.text(alphabet="aZ1 9.-_Ａé千|，", max_size=12))
def test_a_key_is_its_own_key_and_knows_no_case(name: str) -> None:
    assert alias_key(alias_key(name)) == alias_key(name)
    assert alias_key(name.upper()) == alias_key(name.lower())


@given(st.text("abc1", max_size=9), st.text("abc1", max_size=9))
def test_edits_are_symmetric_and_nothing_only_between_equals(one: str, other: str) -> None:
    assert edits(one, other) == edits(other, one)
    assert (edits(one, other) == 0) == (one == other)


@given(st.lists(st.text("abcdefg", min_size=5, max_size=9), max_size=30), st.text("abcdefg", min_size=8, max_size=9))
def test_near_names_find_whatever_comparing_with_all_finds(known: list[str], typed: str) -> None:
    wanted = {name for name in known if 0 < edits(typed, name) <= 2 and not typed.startswith(name)}
    assert set(NearNames(known).slip(typed)) == wanted


@given(
    st.lists(st.text(alphabet="AbC1. -_通千/", min_size=1, max_size=8), max_size=6),
    st.text(alphabet="AbC1. -_通千/İ", max_size=60),
)
def test_found_names_never_overlap_and_mean_what_they_cover(names: list[str], text: str) -> None:
    end = 0
    for found in build_scanner(((name, name) for name in names), ()).scan(text):
        assert end <= found.start < found.end <= len(text)
        assert alias_key(text[found.start : found.end]).replace("|", "") == alias_key(found.meant).replace(
            "|", ""
        ).strip("/")
        end = found.end
