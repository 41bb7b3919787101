"""The six verbs in a row: load, parse, register, plan, render, write. This module knows them all, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from llmtimeline.load.config import find_config
from llmtimeline.load.tree import load_tree
from llmtimeline.parse.catalog import parse_catalog
from llmtimeline.parse.config.date_formats import date_layout
from llmtimeline.parse.config.site import parse_config
from llmtimeline.parse.config.spoken import settle_language
from llmtimeline.parse.notation.left_over import stand_ins_of
from llmtimeline.parse.posts import parse_post
from llmtimeline.parse.words import parse_words
from llmtimeline.plan.site import plan_site
from llmtimeline.register import register
from llmtimeline.register.cascade import apply_cascades
from llmtimeline.register.lock import lock_lines
from llmtimeline.register.published import select_published
from llmtimeline.render.faults import each_fault_once
from llmtimeline.render.templates import Renderer, open_theme
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose, has_errors, in_order
from llmtimeline.values.outputs import Copied, Joined, Output, Plan, Totals
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Post
from llmtimeline.values.registry import Catalog, Registry
from llmtimeline.values.request import Request
from llmtimeline.values.sources import Source, Tree
from llmtimeline.values.words import Words
from llmtimeline.workers import map_in_order
from llmtimeline.write.destination import check_destination
from llmtimeline.write.lock import locked
from llmtimeline.write.site import cannot_write, discard, open_staging, publish
from llmtimeline.write.staging import Staging, UnreadableError

__all__ = ["BuildResult", "Progress", "build", "check", "lock_lines"]

# What people write for a language whose country they think of.
_COUNTRIES: Mapping[str, str] = {"cn": "zh", "tw": "zh-tw", "jp": "ja", "kr": "ko", "us": "en", "gb": "en"}

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
            found += _render(site, request, staging, progress)
            if has_errors(found, strict=request.strict):
                return False
            publish(staging, planned)
            return True
        finally:
            discard(staging)


def check(request: Request, progress: Progress | None = None) -> BuildResult:
    """All that `build` finds, without writing anything."""
    site = _understand(request, progress)
    if isinstance(site, BuildResult):
        return site
    found = list(site.diagnostics)
    if not has_errors(found, strict=request.strict):
        found += _render(site, request, None, progress)
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
    words = _parse_words(tree.value, config.value)
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


def _parse_words(tree: Tree, config: Config) -> Checked[dict[str, Words]]:
    """Words of each language by its key: the files of its key, its locale and its primary subtag laid over each other.

    A language that nobody has written words for takes the English ones.
    """
    words: dict[str, Words] = {}
    found: list[Diagnostic] = []
    known = tree.theme.words
    for language in config.languages:
        key, locale = language.key.lower(), language.locale.lower()
        names = dict.fromkeys((key, locale, key.split("-")[0], locale.split("-")[0]))
        sources = [source for name in names for source in known.get(name, ())]
        if not sources:
            message = f"there are no words for the language `{key}`, so its pages use the English ones"
            hint = f"copy templates/i18n/en.yaml to templates/i18n/{key}.yaml and translate it"
            if key in _COUNTRIES:
                hint = f"`{key}` is a country; the language is `{_COUNTRIES[key]}`"
            place = config.places.get(f"languages.{key}") or config.place_of("defaultContentLanguage")
            found.append(diagnose("LT404", message, place, hint=hint, severity=Severity.WARNING))
        checked = parse_words(language.key, tuple(sources or known.get("en", ())))
        words[language.key] = _with_layout(checked.value, language)
        found.extend(checked.diagnostics)
    return Checked(words, tuple(found))


def _with_layout(words: Words, language: Language) -> Words:
    """The words with the site's `DateFormat` among them: how a date is written is a matter of the language."""
    layout = date_layout(language)
    return replace(words, texts={**words.texts, "date_layout": layout}) if layout else words


def _render(site: _Site, request: Request, staging: Staging | None, progress: Progress | None) -> list[Diagnostic]:
    """Renders every output, and gathers it where there is a staging folder. Workers write what they render."""

    def make(output: Output) -> tuple[Diagnostic, ...]:
        if isinstance(output.body, Copied | Joined):
            return () if staging is None else _copy(staging, output.path, output.body, output.origin)
        checked = site.renderer.render(output)
        if staging is not None:
            staging.put(output.path, checked.value)
        return checked.diagnostics

    outputs = site.plan.outputs
    made = map_in_order(make, outputs, request.jobs)
    return each_fault_once(found for answer in _reported("render", made, len(outputs), progress) for found in answer)


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
