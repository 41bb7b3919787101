"""Posts and registry to the list of everything that the site shall hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from llmtimeline.plan.charts.page import plan_charts
from llmtimeline.plan.collisions import settle
from llmtimeline.plan.compare.files import plan_compare_files
from llmtimeline.plan.compare.pages import plan_comparisons
from llmtimeline.plan.coverage import Told
from llmtimeline.plan.data.datapage import plan_data_page, plan_dataset
from llmtimeline.plan.data.dataset import DatasetFile, build_dataset, dataset_names
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.feeds.feeds import plan_feeds
from llmtimeline.plan.feeds.llms import plan_llms, plan_search_index
from llmtimeline.plan.feeds.sitemap import ROBOTS, plan_sitemaps
from llmtimeline.plan.files import Resource, find_resources, plan_resources, plan_static
from llmtimeline.plan.formats import FORMATS, feed_formats, wants_json
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.head.manifest import plan_manifest
from llmtimeline.plan.head.site import plan_site_head
from llmtimeline.plan.home import plan_home
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.indexing import index_site
from llmtimeline.plan.lineage.pages import plan_lineage
from llmtimeline.plan.links import Links
from llmtimeline.plan.lists import plan_archives, plan_sections, plan_terms
from llmtimeline.plan.menus import build_menus
from llmtimeline.plan.missing import plan_not_found
from llmtimeline.plan.models import plan_models
from llmtimeline.plan.pages import Rank
from llmtimeline.plan.pictures import Pictures
from llmtimeline.plan.posts import plan_posts
from llmtimeline.plan.redirects import plan_aliases, plan_former_feeds, plan_redirects
from llmtimeline.plan.search.planned import plan_records, plan_search
from llmtimeline.plan.targets import Targets
from llmtimeline.plan.timeline.pages import plan_timeline
from llmtimeline.plan.twins import plan_twins
from llmtimeline.plan.vendors import plan_vendors
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, in_order
from llmtimeline.values.outputs import Output, Plan, Rendered, Totals
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Registry
from llmtimeline.values.sources import Tree
from llmtimeline.values.views import PageView


def plan_site(posts: Sequence[Post], registry: Registry, config: Config, tree: Tree) -> Checked[Plan]:
    """Every file of the site with the view that its template sees; the order of `posts` changes nothing.

    Adds LT106, LT201, LT202, LT203, LT209, LT215, LT309 and LT501 to LT506.
    """
    indexed = index_site(posts, registry, config, tree)
    index, found = indexed.value, list(indexed.diagnostics)
    resources = find_resources(index)
    targets = Targets(index, _files(index, resources), [(r.asset.path, r.language, r.path) for r in resources])
    copied = (*plan_static(index), *plan_resources(index, resources))
    pictures = Pictures(index, (each.output for each in copied))
    links, told = Links(index, targets, pictures), Told(index)
    editions = []
    for language in config.languages:
        menus = build_menus(index, targets, language)
        found += menus.diagnostics
        head = plan_site_head(index, language, links)
        found += head.diagnostics
        editions.append(Edition(index, language, links, told, menus=menus.value, head=head.value))
    dataset = build_dataset(index) if config.timeline.data else ()
    aliases = plan_aliases(index)
    found += aliases.diagnostics
    planned = [each for edition in editions for each in _plan_edition(edition, dataset)]
    views = {p.output.path: view for p in planned if (view := _view_of(p.output))}
    planned += tuple(plan_twins(planned))
    planned += (each for edition in editions for each in plan_llms(edition, views))
    planned += plan_sitemaps(index, editions, views)
    planned += plan_dataset(index, dataset)
    planned += tuple(plan_former_feeds(index, planned))
    planned += copied
    planned += aliases.value
    planned += (Planned(output, Rank.OURS) for output in pictures.outputs())
    planned += (
        Planned(output, Rank.OURS)
        for edition in editions
        if edition.key == config.default_language
        for output in plan_manifest(index, edition.head)
    )
    planned += (Planned(output, Rank.OURS) for edition in editions for output in edition.social.outputs())
    found += (each for edition in editions for each in edition.social.diagnostics)
    settled = settle(planned)
    diagnostics = in_order((*found, *links.diagnostics, *settled.diagnostics))
    return Checked(Plan(settled.value, _totals(index, settled.value), plan_records(editions)), diagnostics)


def _plan_edition(edition: Edition, dataset: Sequence[DatasetFile]) -> Iterator[Planned]:
    yield from plan_home(edition)
    yield from plan_posts(edition)
    yield from plan_sections(edition)
    yield from plan_terms(edition)
    yield from plan_archives(edition)
    yield from plan_timeline(edition)
    yield from plan_models(edition)
    yield from plan_vendors(edition)
    yield from plan_lineage(edition)
    yield from plan_comparisons(edition)
    yield from plan_compare_files(edition)
    yield from plan_charts(edition)
    yield from plan_data_page(edition, dataset)
    yield from plan_not_found(edition)
    yield from plan_feeds(edition)
    yield from plan_search_index(edition)
    yield from plan_search(edition)
    yield from plan_redirects(edition)


def _files(index: SiteIndex, resources: Sequence[Resource]) -> Iterator[str]:
    """Every file that a link may name, beside pages; known before any page is made."""
    routes = index.routes
    yield from (asset.path for asset in index.tree.theme.assets)
    yield from (resource.path for resource in resources)
    for page in index.pages:
        yield from (routes.feed(page.address, FORMATS[each].file).path for each in feed_formats(index, page))
    for language in index.config.languages:
        yield routes.sitemap(language.key).path
        yield from (routes.llms(language.key).path, routes.llms(language.key, "llms-full.txt").path)
        if wants_json(index):
            yield routes.search_index(language.key).path
    yield from (index.config.sitemap.filename, ROBOTS)
    if index.config.timeline.data:
        yield from (routes.dataset(name).path for name in dataset_names())


def _view_of(output: Output) -> PageView | None:
    """The view of a page; None of all else, and of the page's twin in Markdown."""
    body = output.body
    if not isinstance(body, Rendered) or not isinstance(body.view, PageView) or output.path.endswith(".md"):
        return None
    return body.view


def _totals(index: SiteIndex, outputs: Sequence[Output]) -> Totals:
    languages = [language.key for language in index.config.languages]
    pages = Counter(view.site.language for output in outputs if (view := _view_of(output)))
    labels = Counter(output.label for output in outputs)
    return Totals(
        pages=tuple((language, pages[language]) for language in languages),
        posts=tuple((key, sum(1 for page in index.all_posts[key] if page.section)) for key in languages),
        releases=len(index.registry.releases),
        models=len(index.registry.models),
        vendors=len(index.registry.vendors),
        files=len(outputs),
        aliases=labels["alias"],
    )
