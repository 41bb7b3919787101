"""Posts, registry and config to the index of the site."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from llmtimeline.plan.addresses import settle_pages
from llmtimeline.plan.files import first_folders
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.listings import choose_main_sections, list_order
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.routing.routes import Routes
from llmtimeline.plan.survey import Survey
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Post, PostKey
from llmtimeline.values.registry import Claim, Registry
from llmtimeline.values.sources import Tree


def index_site(posts: Sequence[Post], registry: Registry, config: Config, tree: Tree) -> Checked[SiteIndex]:
    """The index of a site. Adds LT309, LT501, LT503 and LT505."""
    routes = Routes(config)
    survey = Survey(posts, registry, config, routes, first_folders(tree, config))
    survey.run()
    settled = settle_pages(survey.pages, config.path, _static_files(tree, config))
    pages, replaced = settled.value.pages, settled.value.replaced
    gone = settled.value.stand_ins
    posts_by_key = _by_key(survey.posts)
    listed = list_order(page for page in pages if _is_post(page) and page.is_rendered)
    main_sections = choose_main_sections(config, listed)
    releases_in = _releases_in(registry)
    index = SiteIndex(
        config=config,
        registry=registry,
        tree=tree,
        routes=routes,
        posts=posts_by_key,
        pages=pages,
        groups=_groups([page for page in pages if page.is_rendered]),
        versions=_versions(pages, replaced),
        replaced=replaced,
        stand_ins=gone,
        page_of={key: page for key, page in survey.page_of.items() if key in posts_by_key},
        fixed=_standing(survey.fixed, gone, pages),
        taxonomies={place: page for place, page in survey.taxonomies.items() if page.is_rendered},
        terms={place: page for place, page in survey.terms.items() if page.is_rendered},
        former_terms=_former_terms(survey),
        subjects=survey.subjects,
        comparisons=survey.comparisons,
        members=_members(survey, list_order((*listed, *_tagged_sections(pages)))),
        children=_children(pages),
        main_posts=_by_language(
            config, [page for page in listed if page.type in main_sections and page.is_listed and _is_plain(page)]
        ),
        all_posts=_by_language(config, [page for page in listed if page.is_listed]),
        terms_of=_terms_of(survey),
        main_sections=main_sections,
        releases_in=releases_in,
        claims_in=_claims_in(registry),
        short_anchors=_short_anchors(posts_by_key, releases_in),
        pages_of_files={post.path: survey.page_of[post.key] for post in survey.posts if post.key in survey.page_of},
        languages=_languages(config),
    )
    return Checked(index, (*survey.diagnostics, *settled.diagnostics))


def _static_files(tree: Tree, config: Config) -> dict[str, Span]:
    folder = (config.static_dirs or ("static",))[0].strip("/")
    return {unicodedata.normalize("NFC", asset.path): Span(f"{folder}/{asset.path}") for asset in tree.theme.assets}


def _standing(
    fixed: Mapping[tuple[str, Kind], Page], gone: Mapping[Page, Page | None], pages: Sequence[Page]
) -> dict[tuple[str, Kind], Page]:
    """Homes, and of our own pages those that stand, or in whose place stands a page that does the same."""
    standing: dict[tuple[str, Kind], Page] = {}
    for place, page in fixed.items():
        now = gone.get(page, page)
        if now is not None and (now.kind is page.kind or page.kind is Kind.HOME):
            standing[place] = now if now.kind is page.kind else page
    for page in pages:  # the site's own search is one also where ours is turned off
        if page.kind is Kind.SEARCH and page.is_rendered:
            standing.setdefault((page.language, Kind.SEARCH), page)
    return standing


def _by_key(posts: Sequence[Post]) -> dict[PostKey, Post]:
    found: dict[PostKey, Post] = {}
    for post in posts:
        found.setdefault(post.key, post)
    return found


def _is_post(page: Page) -> bool:
    return page.kind is Kind.POST or (page.kind in (Kind.ARCHIVES, Kind.SEARCH) and page.key.startswith("post:"))


def _is_plain(page: Page) -> bool:
    return page.kind is Kind.POST


def _groups(pages: Sequence[Page]) -> dict[tuple[str, Kind], tuple[Page, ...]]:
    found: dict[tuple[str, Kind], list[Page]] = {}
    for page in pages:
        found.setdefault((page.language, page.kind), []).append(page)
    return {place: tuple(group) for place, group in found.items()}


def _versions(pages: Sequence[Page], replaced: Mapping[Page, str]) -> dict[str, dict[str, Page]]:
    found: dict[str, dict[str, Page]] = {}
    for page in pages:
        found.setdefault(page.key, {}).setdefault(page.language, page)
    for page, key in replaced.items():
        found.setdefault(key, {}).setdefault(page.language, page)
    return found


def _by_language(config: Config, pages: Sequence[Page]) -> dict[str, tuple[Page, ...]]:
    found: dict[str, list[Page]] = {language.key: [] for language in config.languages}
    for page in pages:
        found[page.language].append(page)
    return {language: tuple(group) for language, group in found.items()}


def _members(survey: Survey, listed: Sequence[Page]) -> dict[Page, tuple[Page, ...]]:
    """Posts of sections and terms, and sections of terms. `build.list: never` keeps a page out of both."""
    found: dict[Page, list[Page]] = {}
    for page in listed:
        post = page.post
        if post is None or post.front.list == "never":
            continue
        if page.parent is not None and page.kind is not Kind.SECTION:
            found.setdefault(page.parent, []).append(page)
        for plural, slugs in survey.term_indexes[page.language].slugs_of(post):
            for slug in slugs:
                term = survey.terms.get((page.language, plural, slug))
                if term is not None:
                    found.setdefault(term, []).append(page)
    return {page: tuple(posts) for page, posts in found.items()}


def _tagged_sections(pages: Sequence[Page]) -> list[Page]:
    return [page for page in pages if page.kind is Kind.SECTION and page.is_rendered and _has_terms(page)]


def _has_terms(page: Page) -> bool:
    return page.post is not None and bool(page.post.front.terms)


def _children(pages: Sequence[Page]) -> dict[Page, tuple[Page, ...]]:
    found: dict[Page, list[Page]] = {}
    for page in pages:
        is_listed = page.post is None or page.post.front.list != "never"
        if page.kind is Kind.SECTION and page.parent is not None and page.is_rendered and is_listed:
            found.setdefault(page.parent, []).append(page)
    return {page: tuple(group) for page, group in found.items()}


def _terms_of(survey: Survey) -> dict[PostKey, tuple[tuple[str, tuple[Page, ...]], ...]]:
    found: dict[PostKey, tuple[tuple[str, tuple[Page, ...]], ...]] = {}
    for post in survey.posts:
        language = post.key.language
        index = survey.term_indexes.get(language)
        if index is None or not post.front.terms:
            continue
        groups = (
            (plural, tuple(term for slug in slugs if (term := survey.terms.get((language, plural, slug)))))
            for plural, slugs in index.slugs_of(post)
        )
        found[post.key] = tuple((plural, terms) for plural, terms in groups if terms)
    return found


def _former_terms(survey: Survey) -> dict[Page, tuple[str, ...]]:
    found: dict[Page, tuple[str, ...]] = {}
    routes = survey.routes
    for (language, plural, slug), page in survey.terms.items():
        term = survey.term_indexes[language].terms.get((plural, slug))
        if term is not None and plural not in survey.config.list_permalinks.get("term", {}):
            folder = routes.rules.file(plural)
            found[page] = tuple(routes.term(language, f"{folder}/{former}").path for former in sorted(term.former))
    return found


def _releases_in(registry: Registry) -> dict[PostKey, dict[int, str]]:
    found: dict[PostKey, dict[int, str]] = {}
    for (key, section), release in registry.by_section.items():
        found.setdefault(key, {})[section] = release
    return found


def _claims_in(registry: Registry) -> dict[tuple[str, PostKey], tuple[Claim, ...]]:
    found: dict[tuple[str, PostKey], list[Claim]] = {}
    for release in registry.releases.values():
        for claim in release.claims:
            if claim.post is not None:
                found.setdefault((release.id, claim.post), []).append(claim)
    return {place: tuple(claims) for place, claims in found.items()}


def _short_anchors(
    posts: Mapping[PostKey, Post], releases_in: Mapping[PostKey, Mapping[int, str]]
) -> dict[PostKey, dict[int, str]]:
    """For each release of a post its id as a second anchor, where the post has no such id already."""
    found: dict[PostKey, dict[int, str]] = {}
    for key, sections in releases_in.items():
        post = posts.get(key)
        if post is None:
            continue
        taken = set(post.body.anchors)
        anchors: dict[int, str] = {}
        for number, release in sorted(sections.items()):
            if release not in taken:
                taken.add(release)
                anchors[number] = release
        found[key] = anchors
    return found


def _languages(config: Config) -> dict[str, Language]:
    found = {language.key.lower(): language for language in config.languages}
    for language in config.languages:
        found.setdefault(language.key.lower().partition("-")[0], language)
    return found
