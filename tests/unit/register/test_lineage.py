"""Parents, families and vendors that must exist, without circles."""

from llmtimeline.register import register
from llmtimeline.register.lineage import find_circles

from .builders import CONFIG, block, catalog, codes, model, post, registered, section, told, vendor

TII = vendor("tii", "TII")


def test_parents_are_found_by_any_name_also_those_announced_later() -> None:
    known = catalog(TII, model("falcon-7b", "Falcon 7B", "小隼"))
    child = post(
        "content/a.zh.md",
        section("Kid, 2023-05, TII", block(bases=("小隼 (finetune)", "Parent (data)"))),
        on="2023-05-01",
    )
    parent = post("content/b.zh.md", "Parent, 2023-09, TII", on="2023-09-01")
    registry = registered(child, parent, known=known)
    assert [(e.child, e.parent, e.relation, e.inherits) for e in registry.edges] == [
        ("kid", "falcon-7b", "finetune", "weights"),
        ("kid", "parent", "data", "data"),
    ]
    assert registry.models["kid"].parents == registry.edges
    assert registry.models["parent"].children == registry.edges[1:]


def test_a_plain_base_gives_way_to_a_relation() -> None:
    known = catalog(TII, model("a", "A"), model("b", "B", bases=("a",)))
    page = post("content/a.zh.md", section("B, 2023-05, TII", block(bases=("a (upgrade)",))))
    assert [(e.relation, e.inherits) for e in registered(page, known=known).edges] == [("upgrade", "none")]


def test_a_base_that_nothing_has_is_an_error_with_the_nearest_name() -> None:
    known = catalog(TII, model("falcon-40b", "Falcon 40B"))
    page = post("content/a.zh.md", section("Kid, 2023-05, TII", block(bases=("falcon-40 (upgrade)",))))
    (diagnostic,) = told(page, known=known)
    assert (diagnostic.code, diagnostic.severity, diagnostic.message) == ("LT309", "error", "no model `falcon-40`")
    assert diagnostic.hint == "did you mean `Falcon 40B`?"
    assert diagnostic.span is not None
    assert (diagnostic.span.path, diagnostic.span.line, diagnostic.span.column, diagnostic.span.width) == (
        "content/a.zh.md",
        13,
        3,
        9,
    )


def test_a_vendor_is_no_base() -> None:
    page = post("content/a.zh.md", section("Kid, 2023-05, TII", block(bases=("tii",))))
    (diagnostic,) = told(page, known=catalog(TII))
    assert (diagnostic.code, diagnostic.message) == ("LT319", "`tii` is a vendor, not a model")


def test_a_homonym_is_looked_up_in_its_own_kind() -> None:
    known = catalog(vendor("midjourney", "Midjourney"), model("midjourney", "Midjourney", vendors=("midjourney",)))
    page = post("content/a.zh.md", section("Kid, 2023-05, Midjourney", block(bases=("midjourney",))))
    assert [e.parent for e in registered(page, known=known).edges] == ["midjourney"]


def test_a_circle_is_told_with_its_chain_and_cut() -> None:
    known = catalog(
        TII, model("a", "A", bases=("b",)), model("b", "B", bases=("c (data)",)), model("c", "C", bases=("a",))
    )
    checked = register([], known, CONFIG)
    (diagnostic,) = checked.diagnostics
    assert (diagnostic.code, diagnostic.message) == ("LT310", "circle: `a` → `b` → `c` → `a`")
    assert [(e.child, e.parent) for e in checked.value.edges] == [("a", "b"), ("b", "c")]


def test_nothing_is_its_own_base() -> None:
    page = post("content/a.zh.md", section("Kid, 2023-05, TII", block(bases=("Kid (upgrade)",))))
    assert [d.message for d in told(page, known=catalog(TII))] == ["circle: `kid` → `kid`"]


def test_every_circle_is_broken_by_leaving_out_its_last_step() -> None:
    parents = {"a": ["b", "c"], "b": ["c"], "c": ["a", "b"], "d": ["a", "d"]}
    chains = list(find_circles(parents))
    for chain in chains:
        parents[chain[-2]].remove(chain[-1])
    assert list(find_circles(parents)) == []


def test_a_chain_of_a_hundred_thousand_is_walked() -> None:
    parents = {str(i): [str(i + 1)] for i in range(100_000)}
    parents["100000"] = ["0"]
    (chain,) = find_circles(parents)
    assert len(chain) == 100_002


def test_a_dangling_family_or_vendor_of_the_catalog_is_an_error_at_the_entry() -> None:
    known = catalog(TII, model("a", "A", family="nix", vendors=("tti",), line=7))
    diagnostics = told(known=known)
    assert [(d.code, d.message, d.span and d.span.line) for d in diagnostics] == [
        ("LT309", "no model `nix`", 7),
        ("LT309", "no vendor `tti`", 7),
    ]
    assert diagnostics[1].hint == "did you mean `TII`?"


def test_family_and_vendor_may_come_from_headings() -> None:
    known = catalog(model("a-7b", "A 7B", family="a", vendors=("new-lab",)))
    checked = register([post("content/a.zh.md", "A, 2023-05, New Lab")], known, CONFIG)
    assert codes(checked.diagnostics) == ["LT301"]
    assert checked.value.models["a-7b"].family == "a"
    assert checked.value.models["a-7b"].vendors == ("new-lab",)


def test_families_and_parents_in_a_circle_are_told_and_cut() -> None:
    known = catalog(
        vendor("x", "X", parent="y"),
        vendor("y", "Y", parent="x"),
        model("a", "A", family="b"),
        model("b", "B", family="a"),
    )
    checked = register([], known, CONFIG)
    assert codes(checked.diagnostics) == ["LT310", "LT310"]
    assert [checked.value.models[i].family for i in "ab"].count("") == 1
    assert [checked.value.vendors[i].parent for i in "xy"].count("") == 1


def test_an_edge_has_the_place_of_the_block_before_that_of_the_catalog() -> None:
    known = catalog(TII, model("a", "A"), model("b", "B", bases=("a (upgrade)",)))
    page = post("content/a.zh.md", section("B, 2023-05, TII", block(bases=("a (upgrade)",))))
    (edge,) = registered(page, known=known).edges
    assert edge.span.path == "content/a.zh.md"


def test_a_parent_may_be_named_by_the_id_that_a_clash_gave_it() -> None:
    page = post(
        "content/a.zh.md",
        "Foo, 2023-05, TII",
        "Foo!, 2023-05, TII",
        section("Kid, 2023-06, TII", block(bases=("tii--foo (upgrade)",))),
    )
    assert [e.parent for e in registered(page, known=catalog(TII)).edges] == ["tii--foo"]
