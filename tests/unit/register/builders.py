"""Posts, blocks and catalogs in a line each, for tests of the registry."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from llmtimeline.register import register
from llmtimeline.values.config import Config, Language
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic
from llmtimeline.values.facts import (
    BaseRef,
    Certainty,
    Fact,
    FactValue,
    Link,
    Origin,
    Placed,
    ReleaseBlock,
    ReleaseHeading,
)
from llmtimeline.values.names import Names
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Body, FrontMatter, Heading, Node, Post, PostKey, Section
from llmtimeline.values.quantities import Quantity
from llmtimeline.values.registry import Catalog, CatalogModel, LockedId, Registry, Vendor

CONFIG = Config(
    "llmtimeline.yaml",
    languages=(Language("zh", "zh-CN", "中文", cjk=True), Language("en", "en", "English")),
    default_language="zh",
)
HERE = Span("here.md")


def date(text: str) -> PartialDate:
    """`2023`, `2023-05`, `2023-05-11`, with `~` or `?` behind."""
    parts = [int(part) for part in text.rstrip("~?").split("-")]
    return PartialDate(*parts, approximate="~" in text, uncertain="?" in text)


def placed(text: str, span: Span = HERE) -> Placed:
    return Placed(text, Span(span.path, span.line, span.column, max(1, len(text))))


def block(**fields: Any) -> ReleaseBlock:
    """A release block; places, names and dates may be plain text, facts a mapping."""
    origin = fields.pop("origin", Origin.BLOCK)
    span = Span(fields.pop("path", "block.md"), fields.pop("line", 1))
    for key in ("about", "id"):
        if key in fields:
            fields[key] = placed(fields[key], span)
    for key in ("models", "vendors"):
        if key in fields:
            fields[key] = tuple(placed(name, span) for name in fields[key])
    for key in ("names", "summary"):
        if key in fields:
            fields[key] = Names(tuple(fields[key].items()))
    if "date" in fields:
        fields["date"], fields["date_span"] = date(fields["date"]), span
    if "facts" in fields:
        fields["facts"] = tuple(fact(name, value, span=span, origin=origin) for name, value in fields["facts"])
    if "bases" in fields:
        fields["bases"] = tuple(base(written, span, origin) for written in fields["bases"])
    return ReleaseBlock(span, origin, **fields)


def fact(
    field: str,
    value: FactValue,
    *,
    span: Span = HERE,
    origin: Origin = Origin.BLOCK,
    certainty: Certainty = Certainty.STATED,
    **more: Any,
) -> Fact:
    text = value.text if isinstance(value, Quantity) else str(value)
    return Fact(field, value, text, span, origin, certainty, **more)


def base(written: str, span: Span = HERE, origin: Origin = Origin.BLOCK) -> BaseRef:
    """`falcon-40b (upgrade)`."""
    name, _, relation = written.partition(" (")
    return BaseRef(name, relation.rstrip(")"), Span(span.path, span.line, 3, len(name)), origin)


def heading(text: str, span: Span = HERE, **more: Any) -> ReleaseHeading:
    """Name, date and what follows, with plain commas; everything finer comes as a keyword."""
    pieces = []
    column = span.column
    for piece in text.split(","):
        lead = len(piece) - len(piece.lstrip())
        pieces.append(Placed(piece.strip(), Span(span.path, span.line, column + lead, max(1, len(piece.strip())))))
        column += len(piece) + 1
    at = next(i for i, piece in enumerate(pieces) if re.fullmatch(r"\d{4}(-\d\d)*[~?]*", piece.text))
    for key in ("also", "joined"):
        if key in more:
            more[key] = tuple(placed(name, span) for name in more[key])
    return ReleaseHeading(
        name=pieces[0],
        date=date(pieces[at].text),
        date_span=pieces[at].span,
        tagline=tuple(pieces[1:at]),
        after=tuple(pieces[at + 1 :]),
        **more,
    )


def section(text: str, *blocks: ReleaseBlock, body: str = "", **more: Any) -> dict[str, Any]:
    """A section to be placed by `post`; `text` without a date gives a plain heading, "" none."""
    return {"title": text, "blocks": blocks, "body": body, **more}


def post(path: str, *sections: dict[str, Any] | str, on: str = "2023-09-29", **front: Any) -> Post:
    """A post; `path` ends in `.zh.md` or `.en.md`. Sections stand ten lines apart."""
    stem, language, _ = path.rsplit(".", 2)
    made = []
    for number, given in enumerate(sections):
        made.append(_section(path, 10 * (number + 1), section(given) if isinstance(given, str) else given))
    moment = datetime.fromisoformat(on).replace(tzinfo=UTC) if on else None
    key = PostKey(stem.removeprefix("content/"), language)
    return Post(key, path, Node.LEAF, FrontMatter(date=moment, **front), Body(tuple(made)), Span(path))


def _section(path: str, line: int, given: dict[str, Any]) -> Section:
    given = dict(given)
    title, blocks, body = given.pop("title"), given.pop("blocks"), given.pop("body")
    anchor = given.pop("anchor", re.sub(r"[^\w]+", "-", title.lower()))
    links = tuple(Link(url, kind, "", Span(path, line + 2)) for url, kind in given.pop("links", ()))
    language = given.pop("language", "")
    span = Span(path, line, 4, max(1, len(title)))
    is_release = re.search(r",\s*\d{4}", title) is not None
    return Section(
        heading=Heading(2, anchor, title, (title,), span) if title else None,
        pieces=(),
        text=body,
        lead=body,
        release=heading(title, span, **given) if is_release else None,
        blocks=tuple(_moved(one, path, line + 3) for one in blocks),
        links=links,
        language=language,
        first_line=line,
    )


def _moved(one: ReleaseBlock, path: str, line: int) -> ReleaseBlock:
    """The block with all its places in the post."""

    def moved(value: Any) -> Any:
        if isinstance(value, Span):
            return Span(path, line, value.column, value.width)
        if isinstance(value, tuple):
            return tuple(moved(item) for item in value)
        if isinstance(value, Fact | BaseRef | Placed | Link | ReleaseBlock):
            names = type(value).__dataclass_fields__
            return type(value)(**{name: moved(getattr(value, name)) for name in names})
        return value

    result: ReleaseBlock = moved(one)
    return result


def vendor(identity: str, *names: str, **more: Any) -> Vendor:
    """A vendor of the catalog; the first name is shown, the others are aliases."""
    shown = names[:1] or (identity,)
    return Vendor(identity, Names((("", shown[0]),)), _line(identity, "vendors", more), names[1:], **more)


def model(identity: str, *names: str, **more: Any) -> CatalogModel:
    """A model of the catalog; the first name is shown, the others are aliases; `bases` and `facts` as in `block`."""
    span = _line(identity, "models", more)
    if "bases" in more:
        more["bases"] = tuple(base(written, span, Origin.CATALOG) for written in more["bases"])
    if "facts" in more:
        more["facts"] = tuple(fact(name, value, span=span, origin=Origin.CATALOG) for name, value in more["facts"])
    shown = names[:1] or (identity,)
    return CatalogModel(identity, Names((("", shown[0]),)), span, names[1:], **more)


def _line(identity: str, file: str, more: dict[str, Any]) -> Span:
    layer = "" if more.get("own", True) else "<built-in>/"
    return Span(f"{layer}data/{file}.yaml", more.pop("line", 1), 1, len(identity))


def locked(*lines: str) -> tuple[LockedId, ...]:
    """`model falcon`, `model old -> new`."""
    made = []
    for number, line in enumerate(lines, 1):
        kind, _, rest = line.partition(" ")
        old, _, new = rest.partition(" -> ")
        made.append(LockedId(kind, old, Span("data/ids.lock", number, 1, len(line)), new))
    return tuple(made)


def catalog(*entries: Vendor | CatalogModel, lock: tuple[LockedId, ...] | None = None) -> Catalog:
    return Catalog(
        tuple(entry for entry in entries if isinstance(entry, Vendor)),
        tuple(entry for entry in entries if isinstance(entry, CatalogModel)),
        lock,
    )


def registered(*posts: Post, known: Catalog = Catalog(), config: Config = CONFIG) -> Registry:  # noqa: B008
    """The registry of posts that nothing is wrong with, notes aside."""
    checked = register(posts, known, config)
    assert [d for d in checked.diagnostics if d.severity != "note"] == []
    return checked.value


def told(*posts: Post, known: Catalog = Catalog(), config: Config = CONFIG) -> tuple[Diagnostic, ...]:  # noqa: B008
    """What is wrong with posts."""
    return register(posts, known, config).diagnostics


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [diagnostic.code for diagnostic in diagnostics]


def quantity(amount: int, unit: str = "", **more: Any) -> Quantity:
    return Quantity(f"{amount} {unit}".strip(), amount, unit, **more)
