"""Small values to plan with: a site in a few lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from llmtimeline.plan.site import plan_site
from llmtimeline.values.config import Config, Language
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.facts import Certainty, Fact, FactValue, Origin
from llmtimeline.values.names import Names
from llmtimeline.values.outputs import Output, Plan, Rendered, Text
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Body, FrontMatter, Heading, Node, Post, PostKey, Ref, Section
from llmtimeline.values.registry import Claim, Coverage, Edge, Mention, Model, Registry, Release, Vendor
from llmtimeline.values.sources import Asset, ContentFile, Source, Theme, Tree

ZH = Language("zh", "zh-CN", "中文", cjk=True)
EN = Language("en", "en-US", "English")


def a_config(*languages: Language, **settings: Any) -> Config:
    """A site of both languages with Chinese as the default, unless others are given."""
    spoken = languages or (ZH, EN)
    given = {
        "path": "hugo.yaml",
        "base_url": "https://ex.org/",
        "title": "大模型时间线",
        "languages": spoken,
        "default_language": spoken[0].key,
    }
    return Config(**{**given, **settings})


def a_date(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def a_post(
    name: str,
    language: str = "zh",
    sections: Sequence[Section] = (),
    *,
    node: Node = Node.LEAF,
    tags: Sequence[str] = (),
    date: str = "",
    body: Mapping[str, Any] | None = None,
    path: str = "",
    **front: Any,
) -> Post:
    """A content file `content/<name>.<language>.md`."""
    inner = {Node.LEAF: name, Node.BUNDLE: f"{name}/index", Node.BRANCH: f"{name}/_index".lstrip("/")}[node]
    path = path or f"content/{inner}.{language}.md"
    front.setdefault("title", name.rpartition("/")[2])
    if tags:
        front.setdefault("terms", (("tags", tuple(tags)),))
    if date:
        front["date"] = a_date(date)
    headings = tuple(section.heading for section in sections if section.heading)
    anchors = frozenset(heading.id for heading in headings)
    whole = {"sections": tuple(sections), "headings": headings, "anchors": anchors, **(body or {})}
    return Post(PostKey(name, language), path, node, FrontMatter(**front), Body(**whole), Span(path, 2, 8, 4))


def a_section(heading: str = "", text: str = "", *pieces: str | Ref, line: int = 5, **more: Any) -> Section:
    """A section under a level-2 heading whose id is its text in lower case with hyphens."""
    ident = heading.lower().replace(" ", "-")
    title = Heading(2, ident, heading, (heading,), Span("content/x.md", line, 4)) if heading else None
    return Section(title, tuple(pieces) or (f"<p>{text}</p>",), text, text, **more)


def a_ref(target: str, path: str = "content/post/a.zh.md", line: int = 7, *, image: bool = False) -> Ref:
    return Ref(target, image, Span(path, line, 9, len(target)))


def a_release(
    identity: str,
    date: str,
    *coverage: Coverage,
    vendors: Sequence[str] = ("openai",),
    **more: Any,
) -> Release:
    given = {
        "names": Names((("zh", identity), ("en", identity))),
        "name": identity,
        "models": (identity.partition("@")[0],),
        **more,
    }
    parts = [int(part) for part in date.split("-")]
    return Release(id=identity, date=PartialDate(*parts), vendors=tuple(vendors), coverage=coverage, **given)


def covered(post: Post, section: int = 0, line: int = 5) -> Coverage:
    heading = post.body.sections[section].heading
    return Coverage(post.key, section, heading.id if heading else "", post.path, line)


def a_claim(
    model: str,
    field: str,
    value: FactValue,
    post: Post | None = None,
    section: int = 0,
    *,
    size: str = "",
    text: str = "",
    line: int = 9,
    certainty: Certainty = Certainty.STATED,
) -> Claim:
    span = Span(post.path if post else "data/models.yaml", line, 3, 4)
    origin = Origin.BLOCK if post else Origin.CATALOG
    fact = Fact(field, value, text or str(value), span, origin, certainty)
    return Claim(model, field, fact, post.key if post else None, section if post else None, size)


def a_model(name: str, *claims: Claim, **more: Any) -> Model:
    return Model(id=name, claims=claims, **{"names": Names((("zh", name), ("en", name))), **more})


def a_vendor(name: str, zh: str = "", en: str = "", **more: Any) -> Vendor:
    names = Names((("zh", zh or name), ("en", en or zh or name)))
    return Vendor(name, names, Span("data/vendors.yaml"), **more)


def a_registry(
    releases: Iterable[Release] = (), models: Iterable[Model] = (), vendors: Iterable[Vendor] = (), **more: Any
) -> Registry:
    """A registry with its indexes; releases are put into timeline order, and models made for those that lack one."""
    ordered = sorted(releases, key=lambda each: (*(-part for part in each.date.timeline_key()), each.id))
    known = {model.id: model for model in models}
    for release in ordered:
        for model in release.models:
            told = tuple(each.id for each in ordered if model in each.models)
            known.setdefault(model, a_model(model, *release.claims, releases=told, vendors=release.vendors))
    names = dict.fromkeys(vendor for release in ordered for vendor in release.vendors)
    makers = {**{name: a_vendor(name) for name in names}, **{vendor.id: vendor for vendor in vendors}}
    return Registry(
        vendors={name: makers[name] for name in sorted(makers)},
        models={name: known[name] for name in sorted(known)},
        releases={release.id: release for release in ordered},
        by_section={(told.post, told.section): each.id for each in ordered for told in each.coverage},
        by_vendor={name: tuple(each.id for each in ordered if name in each.vendors) for name in makers},
        models_by_vendor={
            name: tuple(model.id for model in known.values() if name in model.vendors) for name in makers
        },
        by_family={
            model.family: tuple(sorted(other.id for other in known.values() if other.family == model.family))
            for model in known.values()
            if model.family
        },
        **more,
    )


def a_tree(*static: str, resources: Sequence[str | Asset] = (), content: Sequence[str] = ()) -> Tree:
    assets = tuple(Asset(path, f"/disk/{path}", 3, "1a2b3c4d") for path in sorted(static))
    neighbours = tuple(Asset(each, f"/disk/{each}", 3) if isinstance(each, str) else each for each in resources)
    files = tuple(ContentFile(Source(f"content/{inner}", ""), inner) for inner in content)
    return Tree(files, neighbours, (), Theme(assets=assets))


def a_plan(
    posts: Sequence[Post] = (),
    registry: Registry | None = None,
    config: Config | None = None,
    tree: Tree | None = None,
) -> Checked[Plan]:
    return plan_site(posts, registry or Registry(), config or a_config(), tree or Tree())


def paths_of(plan: Checked[Plan]) -> list[str]:
    return [output.path for output in plan.value.outputs]


def output_at(plan: Checked[Plan], path: str) -> Output:
    found = {output.path: output for output in plan.value.outputs}
    assert path in found, sorted(found)
    return found[path]


def view_at(plan: Checked[Plan], path: str) -> Any:
    """The view of a rendered output."""
    body = output_at(plan, path).body
    assert isinstance(body, Rendered)
    return body.view


def content_at(plan: Checked[Plan], path: str) -> Any:
    """The content of a page's view."""
    return view_at(plan, path).content


def text_at(plan: Checked[Plan], path: str) -> str:
    body = output_at(plan, path).body
    assert isinstance(body, Text)
    return body.text


def codes_of(plan: Checked[Any]) -> list[str]:
    return [diagnostic.code for diagnostic in plan.diagnostics]


__all__ = [
    "EN",
    "ZH",
    "Asset",
    "Edge",
    "Mention",
    "a_claim",
    "a_config",
    "a_date",
    "a_model",
    "a_plan",
    "a_post",
    "a_ref",
    "a_registry",
    "a_release",
    "a_section",
    "a_tree",
    "a_vendor",
    "codes_of",
    "content_at",
    "covered",
    "output_at",
    "paths_of",
    "text_at",
    "view_at",
]
