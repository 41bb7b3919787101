"""What stands around the facts of a model: history, neighbours in time, sizes; and indexes that are long."""

from dataclasses import replace

import pytest

from llmtimeline.plan.vendors import ROWS_PER_PAGE, VENDORS_PER_PAGE
from llmtimeline.values.config import TimelineSettings
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Erratum, License, Link, Modalities, Size
from llmtimeline.values.names import Names
from llmtimeline.values.posts import Post
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Claim, Edge, Model
from llmtimeline.values.views import ErratumView, ModelContent

from .builders import (
    EN,
    ZH,
    Span,
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
    paths_of,
    view_at,
)

POST = a_post("post/a", "zh", [a_section("Falcon", "猎鹰来了。")], date="2023-09-07", title="周报")
EDITING = {"editpost": {"url": "https://git.example/edit/main/content", "appendfilepath": True}}


def model_page(*claims: Claim, **more: object) -> ModelContent:
    release = a_release("falcon", "2023-09-06", covered(POST), vendors=["tii"], claims=claims)
    models = [a_model("falcon", *claims, releases=("falcon",), date=release.date, vendors=("tii",), **more)]
    return content_at(a_plan([POST], a_registry([release], models)), "models/falcon/index.html")


def correction(field: str, was: str, *claims: Claim, path: str = POST.path, **more: object) -> ErratumView:
    erratum = Erratum(None, field, was, Names((("zh", "笔误"),)), Span(path, 12))
    (view,) = model_page(*claims, errata=(erratum,), **more).errata
    return view


def test_a_correction_says_what_was_what_is_why_and_where() -> None:
    view = correction("params", "14.7B", a_claim("falcon", "params", Quantity("340B", 340 * 10**9), POST, text="340B"))
    assert view.now is not None
    assert view.source is not None
    assert (view.was, view.now.text, view.why, view.stands) == ("14.7B", "340B", "笔误", False)
    assert (view.source.url, view.source.path, view.source.line) == ("/post/a/#falcon", POST.path, 12)


@pytest.mark.parametrize(("was", "text", "stands"), [(">200", ">200 (suspect)", True), ("20", "200", False)])
def test_a_doubtful_value_that_is_still_shown_is_not_struck(was: str, text: str, stands: bool) -> None:
    assert correction("languages", was, a_claim("falcon", "languages", text, POST, text=text)).stands is stands


def test_a_doubtful_date_is_the_same_however_the_heading_writes_it() -> None:
    said = a_claim("falcon", "date", PartialDate(2023, 7, 18), POST, text="2023/07/18")
    assert correction("date", "2023-07-18", said).stands
    assert not correction("date", "2023-07-26", said).stands


def test_a_model_of_which_nothing_is_known_is_not_offered_for_comparison() -> None:
    assert model_page().pick_url == ""
    assert model_page(a_claim("falcon", "params", "x", POST)).pick_url == "/compare/?m=falcon"


def test_a_wrong_vendor_is_answered_by_the_vendors_of_now() -> None:
    assert [chip.id for chip in correction("vendors", "阿联酋大学").now_chips] == ["tii"]


def test_a_correction_of_the_catalog_has_a_place_but_no_address() -> None:
    source = correction("data", "x", path="data/models.yaml").source
    assert source is not None
    assert (source.url, source.path) == ("", "data/models.yaml")


def test_history_holds_releases_and_corrections_newest_first() -> None:
    releases = [
        a_release("m", "2023-04", names=Names((("zh", "M"),))),
        a_release("m@open-weights", "2023-08-03", event="open-weights"),
    ]
    errata = (
        Erratum(PartialDate(2023, 8, 3), "params", "1", Names(), Span("x")),
        Erratum(None, "context", "2", Names(), Span("x")),
    )
    model = a_model("m", releases=("m@open-weights", "m"), errata=errata)
    history = content_at(a_plan(registry=a_registry(releases, [model])), "models/m/index.html").history
    told = [entry.release.event if entry.release else entry.erratum.field for entry in history]
    assert told == ["open-weights", "params", "release", "context"]


def line(*days: tuple[str, str], **more: object) -> list[tuple]:
    releases = [a_release(name, day) for name, day in days]
    return [
        (release, a_model(release.id, date=release.date, releases=(release.id,), vendors=("openai",), **more))
        for release in releases
    ]


def beside(name: str, pairs: list[tuple], *others: Model) -> tuple[str, str]:
    registry = a_registry([release for release, _ in pairs], [*(model for _, model in pairs), *others])
    content = content_at(a_plan(registry=registry), f"models/{name}/index.html")
    return content.before.id if content.before else "", content.after.id if content.after else ""


def test_a_model_has_neighbours_in_its_family_by_date() -> None:
    pairs = line(("b", "2023-02-01"), ("a", "2023-03-01"), ("c", "2023-01-01"), family="f")
    undated = a_model("d", family="f")
    assert beside("b", pairs, a_model("f", kind="family"), undated) == ("c", "a")
    assert beside("d", pairs, a_model("f", kind="family"), undated) == ("", "")


def test_a_vendors_models_of_one_name_are_neighbours_too() -> None:
    pairs = line(("gpt-3", "2020"), ("gpt-3.5", "2022-11-30"), ("gpt-4", "2023-03-13"), ("whisper", "2022-12-01"))
    assert beside("gpt-3.5", pairs) == ("gpt-3", "gpt-4")
    assert beside("whisper", pairs) == ("", "")


def test_what_came_out_together_is_neither_before_nor_after() -> None:
    release = a_release("m-2", "2023-02-01", models=("m-2-7b", "m-2-70b"))
    both = [a_model(f"m-2-{size}", date=release.date, releases=("m-2",), vendors=("openai",)) for size in ("7b", "70b")]
    pairs = line(("m-1", "2023-01-01"), ("m-3", "2023-03-01"))
    registry = a_registry([release, *(each for each, _ in pairs)], [*both, *(model for _, model in pairs)])
    plan = a_plan(registry=registry)
    for size in ("7b", "70b"):
        content = content_at(plan, f"models/m-2-{size}/index.html")
        assert (content.before.id, content.after.id) == ("m-1", "m-3")


def test_a_successor_is_a_neighbour_where_no_line_says_so() -> None:
    edge = Edge("b", "a", "successor", "none", Span("x"))
    models = [a_model("a", children=(edge,)), a_model("b", parents=(edge,))]
    plan = a_plan(registry=a_registry([], models))
    assert content_at(plan, "models/a/index.html").after.id == "b"
    assert content_at(plan, "models/b/index.html").before.id == "a"


def test_sizes_have_their_own_links_and_pages() -> None:
    sizes = (Size("7B", links=(Link("https://hf.co/x", "weights", "", Span(POST.path)),)), Size("40B"))
    release = a_release("falcon", "2023-09-06", covered(POST))
    models = [a_model("falcon", releases=("falcon",), sizes=sizes), a_model("falcon-40b", family="falcon")]
    content = content_at(a_plan([POST], a_registry([release], models)), "models/falcon/index.html")
    assert [name for name, _ in content.size_facts] == ["7B", "40B"]
    assert {name: [link.url for link in links] for name, links in content.size_links.items()} == {
        "7B": ["https://hf.co/x"]
    }
    assert {name: chip.id for name, chip in content.size_chips.items()} == {"40B": "falcon-40b"}


def test_readers_may_mend_the_post_that_tells_of_a_model() -> None:
    languages = tuple(replace(each, params=EDITING) for each in (ZH, EN))

    def edit_url(*posts: Post, **settings: object) -> str:
        release = a_release("falcon", "2023-09-06", *(covered(post) for post in posts))
        plan = a_plan(posts, a_registry([release]), a_config(*languages, params=EDITING, **settings))
        return content_at(plan, "models/falcon/index.html").edit_url

    assert edit_url(POST) == "https://git.example/edit/main/content/post/a.zh.md"
    assert edit_url() == ""
    assert edit_url(POST, timeline=TimelineSettings(open_edit=False)) == ""


def test_search_engines_hear_what_a_page_is_about() -> None:
    claims = (
        a_claim("falcon", "license", License("Apache-2.0"), POST),
        a_claim("falcon", "modalities", Modalities(("text", "image"), ("text",)), POST),
    )
    edge = Edge("falcon", "base", "finetune", "weights", Span("x"))
    release = a_release("falcon", "2023-05", covered(POST), vendors=["tii"])
    links = (Link("https://github.com/t/f", "repo", "", Span("x")), Link("/inner/", "site", "", Span("x")))
    model = a_model("falcon", *claims, releases=("falcon",), date=release.date, vendors=("tii",), aliases=("猎鹰",))
    model = Model(**{**{name: getattr(model, name) for name in model.__slots__}, "parents": (edge,), "links": links})
    models = [model, a_model("base", kind="dataset")]
    plan = a_plan([POST], a_registry([release], models, [a_vendor("tii", site="https://tii.ae", kind="lab")]))
    (about, _) = view_at(plan, "models/falcon/index.html").json_ld
    assert about["@type"] == "SoftwareApplication"
    assert (about["datePublished"], about["license"]) == ("2023-05", "Apache-2.0")
    assert (about["alternateName"], about["sameAs"]) == (["猎鹰"], ["https://github.com/t/f"])
    assert about["creator"] == [{"@type": "Organization", "name": "tii", "url": "https://ex.org/vendors/tii/"}]
    assert about["isBasedOn"] == [{"@type": "Dataset", "name": "base", "url": "https://ex.org/models/base/"}]
    assert content_at(plan, "models/falcon/index.html").modalities == Modalities(("text", "image"), ("text",))
    assert view_at(plan, "models/base/index.html").json_ld[0]["@type"] == "Dataset"
    (maker, _) = view_at(plan, "vendors/tii/index.html").json_ld
    assert (maker["@type"], maker["sameAs"]) == ("Organization", ["https://tii.ae"])


def test_sizes_without_a_date_stand_in_the_order_of_their_numbers() -> None:
    models = [a_model("f", kind="family"), *(a_model(f"f-{size}", family="f") for size in ("13b", "7b", "65b"))]
    content = content_at(a_plan(registry=a_registry([], models)), "models/f/index.html")
    assert [chip.id for chip in content.members] == ["f-7b", "f-13b", "f-65b"]


def test_a_vendor_with_a_thousand_releases_has_pages_of_a_hundred_rows() -> None:
    releases = [a_release(f"m{n}", f"{2000 + n // 12}-{n % 12 + 1:02d}") for n in range(ROWS_PER_PAGE + 20)]
    plan = a_plan(registry=a_registry(releases))
    first = content_at(plan, "vendors/openai/index.html")
    second = content_at(plan, "vendors/openai/page/2/index.html")

    def rows(content: object) -> int:
        return sum(len(month.releases) for year in content.years for month in year.months)

    assert (rows(first), rows(second)) == (ROWS_PER_PAGE, 20)
    assert (len(first.models), len(second.models), first.model_count) == (ROWS_PER_PAGE, 20, ROWS_PER_PAGE + 20)
    assert first.pager.older_url == "/vendors/openai/page/2/"
    assert first.rail == second.rail
    assert (first.rail[0].url, first.rail[-1].url) == (
        "/vendors/openai/#y2009",
        "/vendors/openai/page/2/#y2000",
    )
    counts = {year.year: year.count for year in (*first.years, *second.years)}
    assert set(counts.values()) == {12}  # of the whole year, also where a page cuts it


def test_a_vendors_families_name_their_members() -> None:
    models = [a_model("f", kind="family", vendors=("openai",)), a_model("f-7b", family="f"), a_model("g")]
    plan = a_plan(registry=a_registry([a_release("x", "2023-01-01")], models))
    (family,) = content_at(plan, "vendors/openai/index.html").families
    assert (family.chip.id, [chip.id for chip in family.members], family.count) == ("f", ["f-7b"], 1)


def test_the_index_of_models_is_cut_in_pages_and_leads_to_where_a_kind_begins() -> None:
    kinds = (("family", 3), ("model", 230), ("dataset", 4))
    models = [a_model(f"{kind}{n:03d}", kind=kind) for kind, count in kinds for n in range(count)]
    plan = a_plan(registry=a_registry([], models))
    first, second = (content_at(plan, f"models/{inner}index.html") for inner in ("", "page/2/"))
    assert [(kind, len(rows)) for kind, rows in first.groups] == [("family", 3), ("model", 197)]
    assert [(kind, len(rows)) for kind, rows in second.groups] == [("model", 33), ("dataset", 4)]
    assert [(each.kind, each.count, each.url) for each in second.kinds] == [
        ("family", 3, "/models/#family"),
        ("model", 230, "/models/#model"),
        ("dataset", 4, "/models/page/2/#dataset"),
    ]
    assert (first.count, second.pager.number, second.pager.total) == (237, 2, 2)


def test_the_index_of_vendors_is_cut_in_pages() -> None:
    vendors = [a_vendor(f"v{n:03d}") for n in range(VENDORS_PER_PAGE + 5)]
    plan = a_plan(registry=a_registry([a_release("m", "2023-01-01")], [], vendors))
    first, second = (content_at(plan, f"vendors/{inner}index.html") for inner in ("", "page/2/"))
    assert (len(first.vendors), len(second.vendors), first.count) == (VENDORS_PER_PAGE, 6, VENDORS_PER_PAGE + 6)
    assert (first.most, second.most) == (1, 1)
    assert "vendors/page/2/index.html" in paths_of(plan)
