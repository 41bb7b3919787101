"""The menus of a language: what the config says, and the pages that put themselves into one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.routing.sanitise import clean_path
from llmtimeline.plan.targets import Target, Targets
from llmtimeline.values.config import Language
from llmtimeline.values.diagnostics import Checked, Diagnostic, Severity, diagnose
from llmtimeline.values.menus import MenuItem
from llmtimeline.values.places import Span
from llmtimeline.values.views import LinkView

_SAFE = "/~-_.$&+,;=:@%!*()?#"
_MAIN = "main"
_DEEPEST = 8  # entries above an entry


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    item: MenuItem
    text: str
    weight: int
    page: Page | None = None  # that put itself into the menu

    @property
    def names(self) -> tuple[str, ...]:
        """What an entry below it may call it."""
        return tuple(name for name in (self.item.identifier, self.item.name, self.text) if name)


def build_menus(index: SiteIndex, targets: Targets, language: Language) -> Checked[Mapping[str, tuple[LinkView, ...]]]:
    """The menus by lower-cased name, with `main` among them: the site's main pages where nobody has written one.

    In the order of Hugo: ascending by weight, those without one last, then by name, in any language by code point.
    Adds LT201 for an entry that leads nowhere, and LT108 for one below an entry that is not there.
    """
    found: list[Diagnostic] = []
    entries: dict[str, list[_Entry]] = {}
    for name, items in {_MAIN: language.menu, **language.menus}.items():
        entries[name] = [_Entry(item, _text(item), item.weight) for item in items]
    for name, entry in _own_entries(index, language.key):
        entries.setdefault(name, []).append(entry)
    menus = {}
    for name, listed in sorted(entries.items()):
        menus[name] = _tree(listed, _Resolver(index, targets, language.key, found))
    if not menus[_MAIN]:
        menus[_MAIN] = tuple(_usual(index, language.key))
    return Checked(menus, tuple(found))


def _text(item: MenuItem) -> str:
    return item.name or item.title or item.identifier or item.url or item.page_ref


def _own_entries(index: SiteIndex, language: str) -> Iterator[tuple[str, _Entry]]:
    keys = sorted(key for key in index.page_of if key.language == language)
    for page in (index.page_of[key] for key in keys):
        if page.post is None or not page.is_rendered:
            continue
        front = page.post.front
        for name, item in front.menus:
            yield name, _Entry(item, item.name or front.link_title or page.label, item.weight or front.weight, page)


def _usual(index: SiteIndex, language: str) -> Iterator[LinkView]:
    for kind in (Kind.TIMELINE, Kind.MODELS, Kind.VENDORS):
        page = index.fixed.get((language, kind))
        if page is not None:
            yield LinkView(page.url, page.label)
    if index.main_sections:
        section = main_section(index, language)
        if section is not None:
            named = section.label.startswith("@") or (section.post is not None and section.post.front.title)
            yield LinkView(section.url, section.label if named else "@posts")
    tags = index.taxonomies.get((language, "tags"))
    if tags is not None:
        yield LinkView(tags.url, tags.label)


def main_section(index: SiteIndex, language: str) -> Page | None:
    """The first of the main sections that a language has."""
    home = index.fixed[language, Kind.HOME]
    by_path = {page.subject: page for page in index.children.get(home, ())}
    return next((by_path[path] for path in index.main_sections if path in by_path), None)


def _tree(entries: Sequence[_Entry], resolver: _Resolver) -> tuple[LinkView, ...]:
    """The entries below each other. Those whose parent is not there, or is below them, stand at the top."""
    named: dict[str, _Entry] = {}
    for entry in entries:
        for name in entry.names:
            named.setdefault(name, entry)
    parents = {entry: named.get(entry.item.parent) for entry in entries if entry.item.parent}
    below: dict[_Entry | None, list[_Entry]] = {}
    for entry in entries:
        parent = parents.get(entry)
        fault = "no entry of the menu" if parent is None else _fault(entry, parents)
        if entry.item.parent and fault:
            others = [other.names[0] for other in entries if other is not entry and other.names]
            resolver.tell_parent(entry, fault, others)
            parent = parents[entry] = None
        below.setdefault(parent, []).append(entry)

    def views(parent: _Entry | None) -> tuple[LinkView, ...]:
        listed = sorted(below.get(parent, ()), key=resolver.order)
        return tuple(resolver.link(entry, views(entry)) for entry in listed)

    return views(None)


def _fault(entry: _Entry, parents: Mapping[_Entry, _Entry | None]) -> str:
    """What is wrong with the parent of an entry: it is below it, or deeper than any menu that templates can draw."""
    above = parents.get(entry)
    for _ in range(_DEEPEST):
        if above is None or above is entry:
            return "below it" if above is entry else ""
        above = parents.get(above)
    return "too far down"


@dataclass(frozen=True, slots=True)
class _Resolver:
    """From entries to links, in one language."""

    index: SiteIndex
    targets: Targets
    language: str
    found: list[Diagnostic]

    def order(self, entry: _Entry) -> tuple[object, ...]:
        return entry.weight == 0, entry.weight, entry.text.casefold(), entry.text, entry.item.identifier

    def link(self, entry: _Entry, children: tuple[LinkView, ...]) -> LinkView:
        item = entry.item
        if children and entry.page is None and not item.url and not item.page_ref:
            return LinkView("", entry.text, children=children)
        return replace(self._link(entry), children=children)

    def _link(self, entry: _Entry) -> LinkView:
        item, text = entry.item, entry.text
        if entry.page is not None:
            return LinkView(entry.page.url, text)
        url = self._inner(item.url)
        if item.page_ref:
            target = self._target(item.page_ref)
            if target is not None or not url:
                return self._inside(item.page_ref, target, entry)
        if "://" in url or url.startswith(("//", "mailto:", "tel:")):
            return LinkView(url, text, external=True)
        if url.startswith("#"):
            return LinkView(self.index.fixed[self.language, Kind.HOME].url + quote(url, safe=_SAFE), text)
        return self._inside(url, self._target(url), entry)

    def _inner(self, url: str) -> str:
        """An address below the site's own as one from its root."""
        base = self.index.config.base_url
        return "/" + url[len(base) :] if url == base.rstrip("/") or url.startswith(base) else url

    def _target(self, written: str) -> Target | None:
        inner = clean_path(unquote(_apart(written)[0]))[0]
        return self.targets.at(inner, self.language) or self.targets.content(inner, self.language)

    def _inside(self, written: str, target: Target | None, entry: _Entry) -> LinkView:
        path, mark, tail = _apart(written)
        if target is not None:
            return LinkView(target.address.url + quote(mark + tail, safe=_SAFE), entry.text)
        message = f"the menu's entry `{entry.text}` leads to `{written}`, where nothing stands"
        near = self.targets.nearest(clean_path(unquote(path))[0], self.language)
        hint = f"did you mean `/{near}/`?" if near else ""
        self.found.append(diagnose("LT201", message, self._place(entry), hint=hint))
        routes = self.index.routes
        return LinkView(
            routes.base_path + quote(routes.prefix(self.language) + path.lstrip("/"), safe=_SAFE), entry.text
        )

    def tell_parent(self, entry: _Entry, fault: str, others: Sequence[str]) -> None:
        message = f"the menu's entry `{entry.text}` stands below `{entry.item.parent}`, which is {fault}"
        hint = f"there are {', '.join(f'`{name}`' for name in others[:12])}" if others else ""
        place = self._place(entry)
        self.found.append(diagnose("LT108", message, place, hint=hint, severity=Severity.WARNING))

    def _place(self, entry: _Entry) -> Span:
        return entry.item.span or Span(self.index.config.path)


def _apart(url: str) -> tuple[str, str, str]:
    for mark in ("?", "#"):
        if mark in url:
            path, _, tail = url.partition(mark)
            return path, mark, tail
    return url, "", ""


Place = tuple[int, ...]


def places_by_url(menu: Sequence[LinkView]) -> dict[str, Place]:
    """Where in the menu each address of the site stands first: the number of the entry, of the one below it …"""
    places: dict[str, Place] = {}
    waiting: list[tuple[Place, LinkView]] = [((number,), link) for number, link in enumerate(menu)]
    while waiting:
        place, link = waiting.pop(0)
        if link.url and not link.external:
            places.setdefault(link.url, place)
        waiting += [((*place, number), child) for number, child in enumerate(link.children)]
    return places


def with_current(menu: Sequence[LinkView], place: Place) -> tuple[LinkView, ...]:
    """The menu with the entry at a place marked."""
    number, *rest = place
    link = menu[number]
    marked = replace(link, children=with_current(link.children, tuple(rest))) if rest else replace(link, current=True)
    return (*menu[:number], marked, *menu[number + 1 :])
