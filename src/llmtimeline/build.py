"""The six verbs in a row: load, parse, register, plan, render, write. This module knows them all, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from llmtimeline.load.config import find_config
from llmtimeline.load.tree import load_tree
from llmtimeline.parse.catalog import parse_catalog
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.config.spoken import settle_language
from llmtimeline.parse.notation.left_over import stand_ins_of
from llmtimeline.parse.posts import parse_post
from llmtimeline.parse.vocabulary import parse_vocabulary
from llmtimeline.plan.site import plan_site
from llmtimeline.register import register
from llmtimeline.register.cascade import apply_cascades
from llmtimeline.register.lock import lock_lines
from llmtimeline.register.published import select_published
from llmtimeline.render.faults import each_fault_once
from llmtimeline.render.templates import Renderer, open_theme
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose, has_errors, in_order
from llmtimeline.values.outputs import Copied, Drawn, Joined, Made, Output, Plan, Resized, Totals
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Catalog, Registry
from llmtimeline.values.request import Request
from llmtimeline.values.sources import PAGEFIND, Source, Tree
from llmtimeline.workers import map_in_order
from llmtimeline.write.destination import check_destination
from llmtimeline.write.lock import locked
from llmtimeline.write.pagefind import add_pagefind, check_pagefind
from llmtimeline.write.site import cannot_write, discard, open_staging, publish
from llmtimeline.write.staging import Staging, UnreadableError, read_plain

__all__ = ["BuildResult", "Progress", "build", "check", "lock_lines"]

T = TypeVar("T")
Progress = Callable[[str, int, int], None]  # name of the verb, how many are done, of how many


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a run came to."""

    diagnostics: tuple[Diagnostic, ...]
    totals: Totals = Totals()
    destination: Path | None = None  # where the site stands; None when nothing was written
    sources: Mapping[str, str] = field(default_factory=dict)  # path -> text, for excerpts
    registry: Registry = Registry()
    catalog: Catalog = Catalog()


@dataclass(frozen=True, slots=True)
class _Site:
    """What the first four verbs give."""

    config: Config
    tree: Tree
    registry: Registry
    catalog: Catalog
    plan: Plan
    renderer: Renderer
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]


def build(request: Request, progress: Progress | None = None) -> BuildResult:
    """The whole site, written into the destination, or nothing written when a diagnostic stops it."""
    site = _understand(request, progress)
    if isinstance(site, BuildResult):
        return site
    found = list(site.diagnostics)
    destination = Path(request.destination) if request.destination else Path(request.root, site.config.publish_dir)
    try:
        written = _write(site, request, destination, found, progress)
    except OSError as error:
        found.append(cannot_write(error, destination))
        written = False
    return _result(site, found, destination if written else None)


def _write(
    site: _Site, request: Request, destination: Path, found: list[Diagnostic], progress: Progress | None
) -> bool:
    """Renders into a folder beside the destination and publishes it, unless a diagnostic forbids. Raises OSError."""
    planned = [output.path for output in site.plan.outputs]
    found += check_destination(destination, Path(request.root), _read_folders(request, site.config), planned)
    if has_errors(found, strict=request.strict):
        return False
    with locked(destination, lambda: progress and progress("waiting for another build", 0, 0)) as waited:
        if waited:
            found.append(diagnose("LT604", "another build was writing to the same folder", hint="it was waited for"))
        staging = open_staging(destination)
        try:
            rendered, digests = _render(site, request, staging, progress)
            found += rendered
            planned += _add_pagefind(site, staging, found)
            if has_errors(found, strict=request.strict):
                return False
            publish(staging, planned, digests)
            return True
        finally:
            discard(staging)


def check(request: Request, progress: Progress | None = None) -> BuildResult:
    """All that `build` finds, without writing anything; but no picture is made, so none is found that is broken."""
    site = _understand(request, progress)
    if isinstance(site, BuildResult):
        return site
    found = list(site.diagnostics)
    if site.plan.records:
        found += check_pagefind(_pagefind_place(site))
    if not has_errors(found, strict=request.strict):
        found += _render(site, request, None, progress)[0]
    return _result(site, found)


def _understand(request: Request, progress: Progress | None) -> _Site | BuildResult:
    """Load, parse, register and plan; a result at once where there is no config to go by."""
    root = Path(request.root)
    config_sources = find_config(root, request.environment)
    if not config_sources.value:
        return BuildResult(in_order(config_sources.diagnostics))
    found = list(config_sources.diagnostics)

    def take(checked: Checked[object]) -> None:
        found.extend(checked.diagnostics)

    config = parse_config(
        *config_sources.value,
        environment=request.environment,
        base_url=request.base_url,
        environ=request.environ,
    )
    take(config)
    tree = load_tree(root, config.value)
    take(tree)
    config = settle_language(config.value, tree.value.content)
    take(config)
    posts = _parse_posts(tree.value, config.value, request.jobs, progress)
    take(posts)
    catalog = parse_catalog(tree.value.data)
    take(catalog)
    words = parse_vocabulary(tree.value.theme.words, config.value)
    take(words)
    published = select_published(apply_cascades(posts.value, config.value), request, config.value)
    registry = register(published, catalog.value, config.value)
    take(registry)
    plan = plan_site(published, registry.value, config.value, tree.value)
    take(plan)
    renderer = open_theme(tree.value.theme, words.value, minify=request.minify or config.value.minify)
    take(renderer)
    return _Site(
        config.value,
        tree.value,
        registry.value,
        catalog.value,
        plan.value,
        renderer.value,
        tuple(found),
        _texts(config_sources.value, tree.value),
    )


def _parse_posts(tree: Tree, config: Config, jobs: int, progress: Progress | None) -> Checked[tuple[Post, ...]]:
    posts: list[Post] = []
    found: list[Diagnostic] = []
    files, stand_ins = tree.content, stand_ins_of(source.text for source in tree.archetypes)
    for checked in _reported(
        "parse", map_in_order(lambda file: parse_post(file, config, stand_ins), files, jobs), len(files), progress
    ):
        posts.append(checked.value)
        found.extend(checked.diagnostics)
    return Checked(tuple(posts), tuple(found))


def _render(
    site: _Site, request: Request, staging: Staging | None, progress: Progress | None
) -> tuple[list[Diagnostic], dict[str, str]]:
    """Renders every output, and gathers it where there is a staging folder. Workers write what they render.

    With the digests of the pictures that were made, by their paths.
    """

    def make(output: Output) -> Checked[str]:
        body = output.body
        if isinstance(body, Copied | Joined):
            return Checked("", () if staging is None else _copy(staging, output.path, body, output.origin))
        if isinstance(body, Resized | Drawn):
            return Checked("") if staging is None else _make(site, staging, output, body)
        checked = site.renderer.render(output)
        if staging is not None:
            staging.put(output.path, checked.value)
        return Checked("", checked.diagnostics)

    outputs = site.plan.outputs
    answers = list(_reported("render", map_in_order(make, outputs, request.jobs), len(outputs), progress))
    digests = {output.path: answer.value for output, answer in zip(outputs, answers, strict=True) if answer.value}
    return each_fault_once(found for answer in answers for found in answer.diagnostics), digests


def _make(site: _Site, staging: Staging, output: Output, body: Made) -> Checked[str]:
    """Makes a picture, unless the former build did; its digest. LT012 for one that cannot be made smaller, LT004."""
    kept = staging.keep(output.path)
    if kept:
        return Checked(kept)
    origin = body.asset.origin if isinstance(body, Resized) else body.font.origin
    try:
        made = site.renderer.make(body, read_plain(Path(origin)))
    except UnreadableError as error:
        return Checked("", (diagnose("LT004", f"cannot read the file: {error}", output.origin),))
    return Checked(staging.put_made(output.path, made.content), made.tell(output.origin))


def _add_pagefind(site: _Site, staging: Staging, found: list[Diagnostic]) -> tuple[str, ...]:
    """The paths of Pagefind's files, where the site searches with it. May add LT606."""
    if not site.plan.records or has_errors(found):
        return ()
    added = add_pagefind(staging, PAGEFIND, site.plan.records, _pagefind_place(site))
    found += added.diagnostics
    return added.value


def _pagefind_place(site: _Site) -> Span:
    return site.config.place_of("timeline.searchEngine")


def _copy(staging: Staging, path: str, body: Copied | Joined, origin: Span | None) -> tuple[Diagnostic, ...]:
    try:
        if isinstance(body, Copied):
            staging.copy(path, Path(body.asset.origin))
        else:
            staging.join(path, [Path(asset.origin) for asset in body.assets])
    except UnreadableError as error:
        return (diagnose("LT004", f"cannot read the file: {error}", origin),)
    return ()


def _reported(verb: str, answers: Iterator[T], total: int, progress: Progress | None) -> Iterator[T]:
    for done, answer in enumerate(answers, start=1):
        if progress is not None:
            progress(verb, done, total)
        yield answer


def _read_folders(request: Request, config: Config) -> tuple[Path, ...]:
    names = {config.content_dir, *config.static_dirs, "templates", "data", "i18n", "themes", "archetypes", ".git"}
    names |= {"assets", "config", "layouts"}
    names.update(language.content_dir for language in config.languages if language.content_dir)
    return tuple(Path(request.root, name) for name in sorted(names))


def _texts(configs: tuple[Source, ...], tree: Tree) -> dict[str, str]:
    texts = {source.path: source.text for source in configs}
    texts.update((file.source.path, file.source.text) for file in tree.content)
    texts.update((source.path, source.text) for source in tree.data)
    texts.update((template.path, template.text) for template in tree.theme.templates.values())
    texts.update((source.path, source.text) for sources in tree.theme.words.values() for source in sources)
    return texts


def _result(site: _Site, found: list[Diagnostic], destination: Path | None = None) -> BuildResult:
    return BuildResult(in_order(found), site.plan.totals, destination, site.sources, site.registry, site.catalog)
