"""Pages that send the reader on: aliases, `/page/1/`, the default language's other home, ids that moved."""

from __future__ import annotations

from collections.abc import Iterator

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
_MOVED = {"model": (Kind.MODEL, Kind.MODELS), "vendor": (Kind.VENDOR, Kind.VENDORS)}


def plan_aliases(index: SiteIndex) -> Checked[tuple[Planned, ...]]:
    """One redirect for each alias in front matters. Adds LT503 for an alias that climbs out of the site."""
    if index.config.disable_aliases:
        return Checked(())
    planned: list[Planned] = []
    found: list[Diagnostic] = []
    for page in index.pages:
        if page.post is None or not page.is_rendered:
            continue
        span = page.post.front.places.get("aliases", page.post.span)
        for number, (alias, path, climbed) in enumerate(index.routes.aliases(page.post, page.address)):
            place = page.post.front.places.get(f"aliases.{number}", span)
            if climbed:
                found.append(
                    diagnose("LT503", f"alias `{alias}` climbs out of the site", place, hint="leave out the `..`")
                )
            else:
                planned.append(_redirect(index, path, page, "alias", rank=Rank.ALIAS, origin=place))
    return Checked(tuple(planned), tuple(found))


def plan_redirects(edition: Edition) -> Iterator[Planned]:
    """The redirects that nobody asks for by name."""
    index = edition.index
    if index.config.pager_aliases:
        for kind in _PAGED:
            for page in edition.of_kind(kind):
                yield _redirect(index, index.routes.pager(page.address, 1).path, page, "first page", rank=Rank.REDIRECT)
    several = len(index.config.languages) > 1
    if several and edition.key == index.config.default_language:
        home = index.fixed[edition.key, Kind.HOME]
        path = "index.html" if index.config.default_in_subdir else f"{edition.key.lower()}/index.html"
        yield _redirect(index, path, home, "home", rank=Rank.REDIRECT)
    for (word, old), new in sorted(index.registry.moved.items()):
        kinds = _MOVED.get(word)
        page_now = edition.subject(kinds[0], new) if kinds else None
        above = edition.page(kinds[1]) if kinds else None
        if page_now is not None and above is not None:
            path = f"{above.address.folder}/{old}/index.html"
            yield _redirect(index, path, page_now, "moved id", rank=Rank.REDIRECT)


def _redirect(
    index: SiteIndex, path: str, page: Page, label: str, *, rank: Rank, origin: Span | None = None
) -> Planned:
    locale = index.languages[page.language.lower()].locale
    body = Rendered(TEMPLATE, RedirectContent(page.permalink, locale), page.language)
    return Planned(Output(path, body, origin or page.origin, label), rank)
