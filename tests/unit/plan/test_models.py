"""Pages of models and vendors: facts with their sources, lineage, coverage."""

import pytest

from llmtimeline.plan.facts import fact_rows, same_value
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.facts import Benchmark, Erratum, License, Link, Modalities, Size
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Post
from llmtimeline.values.quantities import Bound, Known, Quantity
from llmtimeline.values.registry import Claim
from llmtimeline.values.views import SourceMark

from .builders import (
    Edge,
    Mention,
    a_claim,
    a_config,
    a_model,
    a_plan,
    a_post,
    a_registry,
    a_release,
    a_section,
    a_tree,
    a_vendor,
    content_at,
    covered,
    view_at,
)

ZH_POST = a_post(
    "post/a", "zh", [a_section("前言"), a_section("Falcon 中", "猎鹰来了。")], date="2023-09-07", title="周报"
)
EN_POST = a_post("post/a", "en", [a_section("Falcon en", "It is here.")], date="2023-09-07", title="Weekly")
OLD_POST = a_post("post/old", "zh", [a_section("旧闻", "更早。")], date="2023-01-01", title="旧")
P180 = Quantity("180B", 180_000_000_000, "parameters")


def mark(claim: Claim) -> SourceMark:
    return SourceMark(f"/{claim.fact.span.path}", "", claim.fact.span.path, claim.fact.span.line)


def falcon(*claims: Claim, **more: object) -> object:
    release = a_release("falcon", "2023-09-06", covered(ZH_POST, 1), covered(EN_POST, 0), claims=claims)
    model = a_model("falcon", *claims, releases=("falcon",), **more)
    return a_plan([ZH_POST, EN_POST, OLD_POST], a_registry([release], [model]))


def test_rows_come_in_one_order_and_other_fields_after() -> None:
    fields = ("zebra", "license", "params", "apple", "date", "weights")
    rows = fact_rows([a_claim("m", field, field, ZH_POST) for field in fields], mark)
    assert [row.field for row in rows] == ["date", "params", "weights", "license", "apple", "zebra"]


def test_different_values_stand_beside_the_first_and_equal_ones_once() -> None:
    values = [P180, Quantity("1800亿", 180_000_000_000, "parameters"), Quantity("170B", 170_000_000_000, "parameters")]
    (row,) = fact_rows([a_claim("m", "params", value, ZH_POST, text=value.text) for value in values], mark)
    assert (row.shown.text, [other.text for other in row.others]) == ("180B", ["170B"])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (P180, Quantity("1800亿", 180_000_000_000, "parameters"), True),
        (P180, Quantity(">180B", 180_000_000_000, "parameters", bound=Bound.OVER), False),
        (Quantity("未公开", known=Known.UNDISCLOSED), Quantity("undisclosed", known=Known.UNDISCLOSED), True),
        (License("MIT"), License("mit", "https://x"), True),
        ("open", "Open", True),
        (("zh", "en"), ("zh", "EN"), True),
        (Modalities(("text", "image"), ("text",)), Modalities(("image", "text"), ("text",)), True),
        (True, False, False),
    ],
)
def test_values_are_compared_by_what_they_mean(one: object, other: object, *, same: bool) -> None:
    assert (same_value(one) == same_value(other)) is same  # type: ignore[arg-type]


def test_two_benchmarks_are_two_rows_and_two_scores_of_one_differ() -> None:
    values = [Benchmark("MMLU", "70.4"), Benchmark("HellaSwag", "89"), Benchmark("mmlu", "68")]
    rows = fact_rows([a_claim("m", "benchmarks", value, ZH_POST) for value in values], mark)
    assert [(row.shown.value, len(row.others)) for row in rows] == [(values[0], 1), (values[1], 0)]


def test_a_coarser_date_does_not_differ() -> None:
    dates = [PartialDate(2023, 5, 25), PartialDate(2023, 5), PartialDate(2023, 6)]
    (row,) = fact_rows([a_claim("m", "date", date, ZH_POST) for date in dates], mark)
    assert [other.value for other in row.others] == [PartialDate(2023, 6)]


def test_a_source_that_the_row_above_has_is_marked() -> None:
    claims = [
        a_claim("m", "params", P180, ZH_POST),
        a_claim("m", "weights", "open", ZH_POST, line=12),
        a_claim("m", "code", "open"),
    ]
    assert [row.shown.source.same_as_previous for row in fact_rows(claims, mark)] == [False, True, False]


def test_a_source_leads_to_the_sentence_in_the_pages_language() -> None:
    checked = falcon(a_claim("falcon", "params", P180, ZH_POST, 1, line=30))
    zh = content_at(checked, "models/falcon/index.html").facts[0].shown.source
    en = content_at(checked, "en/models/falcon/index.html").facts[0].shown.source
    assert (zh.url, zh.label, zh.language) == ("/post/a/#falcon-%E4%B8%AD", "周报", "")
    assert (en.url, en.label, en.language) == ("/en/post/a/#falcon-en", "Weekly", "")
    assert (en.path, en.line) == ("content/post/a.zh.md", 30)


def test_a_source_without_a_translation_names_its_language() -> None:
    release = a_release("x", "2023-01-01", covered(OLD_POST, 0))
    model = a_model("x", a_claim("x", "params", P180, OLD_POST, 0), a_claim("x", "weights", "open"), releases=("x",))
    checked = a_plan([OLD_POST], a_registry([release], [model]))
    params, weights = content_at(checked, "en/models/x/index.html").facts
    assert (params.shown.source.url, params.shown.source.language) == ("/post/old/#%E6%97%A7%E9%97%BB", "zh-CN")
    assert (weights.shown.source.url, weights.shown.source.path) == ("", "data/models.yaml")


def test_the_date_of_a_later_event_is_no_contradiction() -> None:
    first = a_release("m", "2023-01-01", covered(OLD_POST, 0))
    update = a_release("m@update", "2023-09-06", covered(ZH_POST, 1), models=("m",), event="update")
    claims = (
        a_claim("m", "date", PartialDate(2023, 9, 6), ZH_POST, 1),
        a_claim("m", "date", PartialDate(2023, 1, 1), OLD_POST, 0),
    )
    model = a_model("m", *claims, releases=("m@update", "m"))
    content = content_at(a_plan([ZH_POST, OLD_POST], a_registry([first, update], [model])), "models/m/index.html")
    (row,) = content.facts
    assert (row.shown.value, row.others) == (PartialDate(2023, 1, 1), ())
    assert [release.id for release in content.releases] == ["m@update", "m"]


def test_sizes_have_rows_of_their_own() -> None:
    claims = (
        a_claim("falcon", "params", P180, ZH_POST, 1, size="180B"),
        a_claim("falcon", "weights", "open", ZH_POST, 1),
    )
    checked = falcon(*claims, sizes=(Size("40B"), Size("180B")))
    content = content_at(checked, "models/falcon/index.html")
    assert [row.field for row in content.facts] == ["weights"]
    assert [(size, [row.field for row in rows]) for size, rows in content.size_facts] == [
        ("40B", []),
        ("180B", ["params"]),
    ]
    assert (content.weights, content.sizes) == ("open", ("40B", "180B"))
    card = content_at(checked, "post/a/index.html").sections[1]
    assert [(row.field, row.size) for row in card.facts] == [("weights", ""), ("params", "180B")]


def test_a_post_shows_the_facts_that_it_or_its_translation_gives() -> None:
    claims = (
        a_claim("falcon", "params", Quantity("1800亿", 180_000_000_000), ZH_POST, 1, text="1800亿"),
        a_claim("falcon", "params", P180, EN_POST, 0, text="180B"),
        a_claim("falcon", "weights", "open", EN_POST, 0),
        a_claim("falcon", "date", PartialDate(2023, 9, 6), ZH_POST, 1),
        a_claim("falcon", "code", "open", OLD_POST, 0),
    )
    checked = falcon(*claims)
    zh = content_at(checked, "post/a/index.html").sections[1]
    en = content_at(checked, "en/post/a/index.html").sections[0]
    assert [(row.field, row.shown.text) for row in zh.facts] == [("params", "1800亿"), ("weights", "open")]
    assert [(row.field, row.shown.text) for row in en.facts] == [("params", "180B"), ("weights", "open")]
    assert (zh.release.id, zh.anchor, zh.heading_id) == ("falcon", "falcon", "falcon-中")


def test_coverage_is_newest_first_and_each_post_once_in_the_pages_language() -> None:
    third = a_post("post/z", "zh", [a_section("Falcon 又", "再说。")], date="2023-10-01")
    release = a_release("falcon", "2023-09-06", covered(ZH_POST, 1), covered(EN_POST, 0), covered(third, 0))
    mentions = (
        *(Mention("falcon", post.key, 0, "") for post in (ZH_POST, OLD_POST)),
        *(Mention("falcon", a_post(f"post/m{n}").key, 0, "") for n in range(30)),
    )
    posts = [ZH_POST, EN_POST, OLD_POST, third, *(a_post(f"post/m{n}", "zh", [a_section("M")]) for n in range(30))]
    model = a_model("falcon", releases=("falcon",), mentions=mentions)
    content = content_at(a_plan(posts, a_registry([release], [model])), "en/models/falcon/index.html")
    told = [view for view in content.coverage if view.announces]
    assert [(view.title, view.language) for view in told] == [("z", "zh-CN"), ("Weekly", "")]
    assert (told[1].heading, told[1].lead, told[1].url) == ("Falcon en", "It is here.", "/en/post/a/#falcon-en")
    others = [view for view in content.coverage if not view.announces]
    assert len(others) == 20
    assert others[0].title == "旧"


def test_lineage_and_family_are_chips() -> None:
    span = Span("content/post/a.zh.md", 9)
    edge = Edge("child", "falcon", "finetune", "weights", span)
    family = [a_model(name, family="fam", date=PartialDate(2020 + n)) for n, name in enumerate(("c", "b"))]
    models = [
        a_model("falcon", children=(edge,), family="fam", date=PartialDate(2023, 9)),
        a_model("child", parents=(edge,), date=PartialDate(2024)),
        a_model("fam", kind="family"),
        *family,
    ]
    checked = a_plan(registry=a_registry((), models, edges=(edge,)))
    falcon_page = content_at(checked, "models/falcon/index.html")
    assert [(e.model.id, e.relation, e.inherits, e.date) for e in falcon_page.children] == [
        ("child", "finetune", "weights", PartialDate(2024))
    ]
    assert [e.model.url for e in content_at(checked, "models/child/index.html").parents] == ["/models/falcon/"]
    assert [chip.id for chip in falcon_page.siblings] == ["c", "b"]
    assert falcon_page.family.id == "fam"
    assert [chip.id for chip in content_at(checked, "models/fam/index.html").members] == ["c", "b", "falcon"]


def test_a_large_family_shows_the_nearest_siblings_only() -> None:
    models = [a_model(f"m{n:03}", family="fam", date=PartialDate(1900 + n)) for n in range(100)]
    checked = a_plan(registry=a_registry((), [*models, a_model("fam", kind="family")]))
    middle = [chip.id for chip in content_at(checked, "models/m050/index.html").siblings]
    assert middle == [f"m{n:03}" for n in range(40, 61) if n != 50]
    assert len(content_at(checked, "models/m000/index.html").siblings) == 20
    assert len(content_at(checked, "models/m099/index.html").siblings) == 20


def test_links_and_errata_are_shown() -> None:
    span = Span("content/post/a.zh.md", 9)
    checked = falcon(
        links=(Link("https://www.arxiv.org/abs/1", "paper", "论文", span), Link("https://[bad", "site", "", span)),
        errata=(Erratum(PartialDate(2023, 9, 8), "params", "18B", Names((("en", "typo"),)), span),),
    )
    content = content_at(checked, "models/falcon/index.html")
    assert [(link.kind, link.host) for link in content.links] == [("paper", "arxiv.org"), ("site", "")]
    assert [(each.field, each.was) for each in content.errata] == [("params", "18B")]


def test_a_link_has_the_words_of_the_pages_language_or_none() -> None:
    def link(url: str, label: str, post: Post) -> Link:
        return Link(f"https://x/{url}", "paper", label, Span(post.path, 9))

    zh = a_post("post/a", "zh", [a_section("Falcon", links=(link("1", "论文", ZH_POST), link("2", "代码", ZH_POST)))])
    en = a_post("post/a", "en", [a_section("Falcon", links=(link("1", "Paper", EN_POST),))])
    release = a_release("falcon", "2023-09-06", covered(zh), covered(en))
    catalog = Link("https://x/3", "site", "Site", Span("data/models.yaml", 3))
    links = (*zh.body.sections[0].links, catalog)
    checked = a_plan([zh, en], a_registry([release], [a_model("falcon", releases=("falcon",), links=links)]))
    for path, labels in (("", ["论文", "代码", "Site"]), ("en/", ["Paper", "", "Site"])):
        assert [view.label for view in content_at(checked, f"{path}models/falcon/index.html").links] == labels


def test_a_link_inside_the_site_leads_there_from_the_page_of_the_model() -> None:
    at = Span(ZH_POST.path, 9)
    links = (Link("/files/paper.pdf", "paper", "", at), Link("old.md", "blog", "", at), Link("gone.md", "blog", "", at))
    release = a_release("falcon", "2023-09-06", covered(ZH_POST, 1))
    registry = a_registry([release], [a_model("falcon", releases=("falcon",), links=links)])
    checked = a_plan(
        [ZH_POST, OLD_POST],
        registry,
        config=a_config(base_url="https://ex.org/sub/"),
        tree=a_tree("files/paper.pdf"),
    )
    content = content_at(checked, "models/falcon/index.html")
    assert [link.url for link in content.links] == ["/sub/files/paper.pdf", "/sub/post/old/", "gone.md"]
    assert [(found.code, found.span) for found in checked.diagnostics] == [("LT201", at)]


def test_models_are_grouped_by_kind_and_newest_first() -> None:
    models = [
        a_model("tool", kind="tool"),
        a_model("old", date=PartialDate(2020)),
        a_model("new", date=PartialDate(2023, 5)),
        a_model("undated"),
        a_model("fam", kind="family"),
        a_model("odd", kind="oddity"),
    ]
    content = content_at(a_plan(registry=a_registry((), models)), "models/index.html")
    groups = [(kind, [row.chip.id for row in rows]) for kind, rows in content.groups]
    assert groups == [
        ("family", ["fam"]),
        ("model", ["new", "old", "undated"]),
        ("tool", ["tool"]),
        ("oddity", ["odd"]),
    ]


def test_a_row_of_a_model_shows_its_size_and_context() -> None:
    context = Quantity("4k", 4000, "tokens")
    many = (P180, Quantity("40B", 40_000_000_000, "parameters"))
    model = a_model(
        "m", a_claim("m", "params", many), a_claim("m", "context", context), a_claim("m", "params", P180, size="x")
    )
    row = content_at(a_plan(registry=a_registry((), [model])), "models/index.html").groups[0][1][0]
    assert (row.params, row.context) == (many, context)


def test_vendors_come_with_their_releases_models_and_units() -> None:
    releases = [a_release("a", "2023-01-01", vendors=["meta"]), a_release("b", "2022", vendors=["meta", "fair"])]
    vendors = [
        a_vendor("meta", "元", "Meta", former=("Facebook",), site="https://meta.com", kind="company"),
        a_vendor("fair", parent="meta", summary=Names((("zh", "实验室"), ("en", "a lab")))),
        a_vendor("zero"),
    ]
    checked = a_plan(registry=a_registry(releases, (), vendors))
    index = content_at(checked, "en/vendors/index.html")
    assert [(row.chip.name, row.count, row.models) for row in index.vendors] == [
        ("Meta", 2, 2),
        ("fair", 1, 1),
        ("zero", 0, 0),
    ]
    assert index.vendors[0].latest.id == "a"
    meta = content_at(checked, "vendors/meta/index.html")
    assert (meta.name, meta.former, meta.count, meta.units[0].id) == ("元", ("Facebook",), 2, "fair")
    assert [(year.year, year.url) for year in meta.years] == [(2023, "/timeline/2023/"), (2022, "/timeline/2022/")]
    assert [row.chip.id for row in meta.models] == ["a", "b"]
    fair = view_at(checked, "en/vendors/fair/index.html")
    assert (fair.title, fair.description, fair.content.parent.name) == ("fair", "a lab", "Meta")
    assert [crumb.text for crumb in fair.breadcrumbs] == ["@home", "@vendors"]


def test_moved_ids_send_the_reader_on() -> None:
    registry = a_registry((), [a_model("new")], moved={("model", "old"): "new", ("release", "x"): "y"})
    assert view_at(a_plan(registry=registry), "models/old/index.html").permalink == "https://ex.org/models/new/"
    assert view_at(a_plan(registry=registry), "en/models/old/index.html").permalink == "https://ex.org/en/models/new/"
