"""The main menu of a language."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, unquote

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.sanitise import clean_path
from llmtimeline.plan.targets import Targets
from llmtimeline.values.config import Language, MenuItem
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.views import LinkView

_SAFE = "/~-_.$&+,;=:@%!*()?#"


def build_menu(index: SiteIndex, targets: Targets, language: Language) -> Checked[tuple[LinkView, ...]]:
    """The configured entries, else the site's main pages. Adds LT201 for an entry that leads nowhere."""
    if not language.menu:
        return Checked(tuple(_usual(index, language.key)))
    found: list[Diagnostic] = []
    links = (_link(item, index, targets, language.key, found) for item in language.menu)
    return Checked(tuple(links), tuple(found))


def _usual(index: SiteIndex, language: str) -> Iterator[LinkView]:
    for kind in (Kind.TIMELINE, Kind.MODELS, Kind.VENDORS):
        page = index.fixed.get((language, kind))
        if page is not None:
            yield LinkView(page.url, page.label)
    if index.main_sections:
        section = main_section(index, language)
        if section is not None:
            named = section.post is not None and section.post.front.title
            yield LinkView(section.url, section.label if named else "@posts")
    tags = index.taxonomies.get((language, "tags"))
    if tags is not None:
        yield LinkView(tags.url, tags.label)


def main_section(index: SiteIndex, language: str) -> Page | None:
    """The first of the main sections that a language has."""
    home = index.fixed[language, Kind.HOME]
    by_path = {page.subject: page for page in index.children.get(home, ())}
    return next((by_path[path] for path in index.main_sections if path in by_path), None)


def _link(item: MenuItem, index: SiteIndex, targets: Targets, language: str, found: list[Diagnostic]) -> LinkView:
    text = item.name or item.title or item.identifier or item.url or item.page_ref
    base = index.config.base_url
    url = item.url
    if url == base.rstrip("/") or url.startswith(base):
        url = "/" + url[len(base) :]
    if "://" in url or url.startswith(("//", "mailto:", "tel:")):
        return LinkView(url, text, external=True)
    if url.startswith("#"):
        return LinkView(index.fixed[language, Kind.HOME].url + quote(url, safe=_SAFE), text)
    written = item.page_ref or url
    path, mark, tail = _apart(written)
    inner = clean_path(unquote(path))[0]
    target = targets.at(inner, language) or targets.content(inner, language)
    if target is None:
        message = f"the menu's entry `{text}` leads to `{written}`, where nothing stands"
        near = targets.nearest(inner, language)
        hint = f"did you mean `/{near}/`?" if near else ""
        found.append(diagnose("LT201", message, Span(index.config.path), hint=hint))
        return LinkView(
            index.routes.base_path + quote(index.routes.prefix(language) + path.lstrip("/"), safe=_SAFE), text
        )
    return LinkView(target.address.url + quote(mark + tail, safe=_SAFE), text)


def _apart(url: str) -> tuple[str, str, str]:
    for mark in ("?", "#"):
        if mark in url:
            path, _, tail = url.partition(mark)
            return path, mark, tail
    return url, "", ""
