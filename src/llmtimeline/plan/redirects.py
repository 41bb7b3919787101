"""Pages that send the reader on: aliases, `/page/1/`, the default language's other home, ids that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.outputs import Output, Rendered
from llmtimeline.values.places import Span
from llmtimeline.values.views import RedirectContent

TEMPLATE = "feeds/redirect.html"
_PAGED = (Kind.HOME, Kind.SECTION, Kind.TERM)
_MOVED = {"model": Kind.MODEL, "vendor": Kind.VENDOR}


def plan_aliases(index: SiteIndex) -> Checked[tuple[Planned, ...]]:
    """One redirect for each alias in front matters. Adds LT503 for an alias that climbs out of the site.

    Hugo 0.168 puts the language before an alias that begins with "/", and Hugo 0.151 does not (both measured). A site
    may have been published by either, so the other address redirects as well where it is free.
    """
    if index.config.disable_aliases:
        return Checked(())
    planned: list[Planned] = []
    found: list[Diagnostic] = []
    for page in sorted(index.pages, key=lambda page: page.language != index.config.default_language):
        if page.post is None or not page.is_rendered:
            continue
        prefix = index.routes.prefix(page.language)
        span = page.post.front.places.get("aliases", page.post.span)
        for number, (alias, path, climbed) in enumerate(index.routes.aliases(page.post, page.address)):
            place = page.post.front.places.get(f"aliases.{number}", span)
            if climbed:
                found.append(
                    diagnose("LT503", f"alias `{alias}` climbs out of the site", place, hint="leave out the `..`")
                )
            else:
                planned.append(_redirect(index, path, page, "alias", rank=Rank.ALIAS, origin=place))
                if prefix and alias.startswith("/"):
                    planned.append(_redirect(index, path[len(prefix) :], page, "former alias", rank=Rank.SPARE))
    return Checked(tuple(planned), tuple(found))


def plan_redirects(edition: Edition) -> Iterator[Planned]:
    """The redirects that nobody asks for by name."""
    index = edition.index
    if index.config.pager_aliases:
        for kind in _PAGED:
            for page in edition.of_kind(kind):
                yield _redirect(index, index.routes.pager(page.address, 1).path, page, "first page", rank=Rank.REDIRECT)
    for page in edition.of_kind(Kind.TERM):
        for path in index.former_terms.get(page, ()):
            yield _redirect(index, path, page, "former term", rank=Rank.SPARE)
    several = len(index.config.languages) > 1
    if several and edition.key == index.config.default_language:
        home = index.fixed[edition.key, Kind.HOME]
        path = "index.html" if index.config.default_in_subdir else f"{edition.key.lower()}/index.html"
        yield _redirect(index, path, home, "home", rank=Rank.REDIRECT)
    for (word, old), new in sorted(index.registry.moved.items()):
        moved = _MOVED.get(word)
        page_now = edition.subject(moved, new) if moved else None
        if page_now is not None:
            path = f"{page_now.address.folder.rpartition('/')[0]}/{old}/index.html"
            yield _redirect(index, path, page_now, "moved id", rank=Rank.REDIRECT)


def plan_former_feeds(index: SiteIndex, planned: Iterable[Planned]) -> Iterator[Planned]:
    """The feeds of terms that have another address in Hugo, there as well: no feed reader follows an HTML page."""
    by_path = {each.output.path: each.output for each in planned}
    for page, paths in index.former_terms.items():
        feed = by_path.get(index.routes.feed(page.address).path)
        if feed is None:
            continue
        for path in paths:  # RSS alone: Hugo has no other format there
            yield Planned(replace(feed, path=index.routes.feed(index.routes.at(path)).path), Rank.SPARE)


def _redirect(
    index: SiteIndex, path: str, page: Page, label: str, *, rank: Rank, origin: Span | None = None
) -> Planned:
    locale = index.languages[page.language.lower()].locale
    body = Rendered(TEMPLATE, RedirectContent(page.permalink, locale), page.language)
    return Planned(Output(path, body, origin or page.origin, label), rank)
