"""Laws of addresses: nothing leaves the output, nothing is written twice, the order of files changes nothing."""

from __future__ import annotations

import unicodedata
from typing import Any
from urllib.parse import unquote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.routing.sanitise import PathRules, clean_path
from llmtimeline.plan.sentences import first_sentence, shortened
from llmtimeline.plan.timeline.scale import Scale
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import has_errors
from llmtimeline.values.outputs import Copied
from llmtimeline.values.posts import Node, Post
from tests.unit.plan.builders import a_config, a_plan, a_post, a_ref, a_registry, a_release, a_section, a_tree, covered

HOSTILE = st.sampled_from(
    [
        "..",
        "../..",
        ".",
        "/",
        "//",
        "\\",
        "a/../..",
        "%2e%2e",
        "．．",
        "C:\\x",
        "//host/x",
        "\0",
        "\n",
        "CON",
        "x.",
        "x ",
        "~",
        "CNAME",
        ".git",
        "_redirects",
        "é",
        "e\u0301",
        "\u202e",
        "\ud800",
        "中",
        "A",
        "a",
        ":slug",
        ":year",
        "index.html",
        "%",
        "#",
        "?",
    ]
)
TEXT = st.one_of(
    st.text(max_size=12), st.lists(st.one_of(HOSTILE, st.text(max_size=3)), max_size=5).map("/".join), HOSTILE
)
NAME = st.lists(
    st.one_of(st.text(min_size=1, max_size=6), st.sampled_from(["post", "tags", "models", "a", "A"])), max_size=3
)
FRONT = st.fixed_dictionaries(
    {},
    optional={
        "slug": TEXT,
        "url": TEXT,
        "title": TEXT,
        "aliases": st.lists(TEXT, max_size=3).map(tuple),
        "tags": st.lists(TEXT, max_size=4),
        "translation_key": TEXT,
        "images": st.lists(TEXT, max_size=1).map(tuple),
    },
)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    name = "/".join(draw(NAME))
    language = draw(st.sampled_from(["zh", "en"]))
    node = draw(st.sampled_from(list(Node)))
    section = a_section("GPT-4", "x", a_ref(draw(TEXT) or "x", image=draw(st.booleans())))
    return a_post(name, language, [section], node=node, path=f"content/{name}.{language}.md", **draw(FRONT))


CONFIGS = st.builds(
    a_config,
    default_in_subdir=st.booleans(),
    ugly_urls=st.booleans(),
    lower_paths=st.booleans(),
    base_url=st.sampled_from(["https://ex.org/", "https://ex.org/sub/"]),
    permalinks=st.one_of(st.just({}), TEXT.map(lambda pattern: {"post": pattern})),
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(posts(), max_size=4), CONFIGS, st.lists(TEXT, max_size=2))
def test_whatever_authors_write_stays_inside_the_output(
    given_posts: list[Post], config: Any, static: list[str]
) -> None:
    checked = a_plan(given_posts, config=config, tree=a_tree(*static, resources=static))
    paths = [output.path for output in checked.value.outputs]
    assert len(set(paths)) == len(paths)
    assert paths == sorted(paths)
    folded: set[str] = set()
    for output in checked.value.outputs:
        parts = output.path.split("/")
        assert not {"", ".", ".."} & set(parts), output.path
        assert unicodedata.is_normalized("NFC", output.path)
        if not isinstance(output.body, Copied):
            assert not set('\\:*?"<>|\0\n') & set(output.path), output.path
            assert parts[0].lower() not in (".git", "cname", "_redirects")
        folded.add(unicodedata.normalize("NFC", output.path.casefold()))
    if not has_errors(checked.diagnostics):
        assert len(folded) == len(paths)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(posts(), max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(given_posts: list[Post], random: Any) -> None:
    unique = list({(post.key, post.path): post for post in given_posts}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)
    assert a_plan(shuffled) == a_plan(unique)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(posts(), max_size=3), CONFIGS)
def test_every_address_inside_the_site_leads_to_an_output(given_posts: list[Post], config: Any) -> None:
    checked = a_plan(given_posts, config=config)
    if has_errors(checked.diagnostics):
        return
    paths = {output.path for output in checked.value.outputs}
    for output in checked.value.outputs:
        view = getattr(output.body, "view", None)
        for link in (*getattr(view, "translations", ()), *getattr(view, "breadcrumbs", ())):
            path = unquote(link.url.removeprefix(config.base_path))
            assert (path + "index.html" if not path or path.endswith("/") else path) in paths, link


@given(TEXT)
def test_a_sanitised_name_is_its_own_name(name: str) -> None:
    rules = PathRules()
    assert rules.path(rules.path(name)) == rules.path(name)
    assert "/" not in rules.term(name)


@given(TEXT)
def test_a_clean_path_has_no_steps_left(path: str) -> None:
    cleaned, _ = clean_path(path)
    assert clean_path(cleaned) == (cleaned, False)
    assert not {".", ".."} & set(cleaned.split("/"))


@given(st.text(max_size=300))
def test_a_cut_sentence_begins_the_text(text: str) -> None:
    line = " ".join(text.split())
    for cut in (first_sentence(text), shortened(text)):
        assert line.startswith(cut.removesuffix("…").rstrip()) or cut == line
        assert len(cut) <= 141


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=6), st.data())
def test_later_dates_never_stand_further_left(years: list[int], data: st.DataObject) -> None:
    scale = Scale(years)
    dates = st.builds(PartialDate, st.sampled_from(years), st.integers(1, 12), st.integers(1, 28))
    one, other = sorted(data.draw(st.tuples(dates, dates)), key=PartialDate.timeline_key)
    assert 0 <= scale.span(one)[0] <= scale.span(other)[0] <= 1
    whole = scale.span(PartialDate(one.year, one.month))
    assert whole[0] <= scale.span(one)[0] <= whole[1]


@given(st.lists(st.text(max_size=5), max_size=5), st.sampled_from(["zh", "en"]))
def test_any_names_have_one_order(names: list[str], language: str) -> None:
    ordered = sorted(names, key=lambda name: sort_key(name, language))
    backwards = list(reversed(names))
    assert ordered == sorted(backwards, key=lambda name: sort_key(name, language))


def test_a_release_keeps_its_places_whatever_the_order() -> None:
    zh, en = (a_post("post/a", language, [a_section(f"GPT {language}", "x")]) for language in ("zh", "en"))
    registry = a_registry([a_release("gpt", "2023-03", covered(zh), covered(en))])
    assert a_plan([zh, en], registry) == a_plan([en, zh], registry)
