"""A site's config: Hugo's vocabulary in YAML, TOML or JSON, every default filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from llmtimeline.parse.config.checks import (
    check_address,
    check_base_url,
    check_folder,
    check_permalinks,
    check_zone,
    texts_by_name,
)
from llmtimeline.parse.config.date_formats import check_date_formats
from llmtimeline.parse.config.dates import read_date_keys
from llmtimeline.parse.config.environment import overlay_environment, tell_variables
from llmtimeline.parse.config.foreign import analytics_id, check_formats, check_modules, papermod_note, read_outputs
from llmtimeline.parse.config.keys import SITE
from llmtimeline.parse.config.languages import read_languages
from llmtimeline.parse.config.layers import read_sources
from llmtimeline.parse.config.lint import lint_config
from llmtimeline.parse.config.markup import read_markup
from llmtimeline.parse.config.pictures import read_cards, read_images
from llmtimeline.parse.config.policy import read_policy
from llmtimeline.parse.config.prose import with_prose
from llmtimeline.parse.config.sitemaps import read_sitemap
from llmtimeline.parse.front.frontmatter import read_site_cascade
from llmtimeline.parse.notation.plain import shown
from llmtimeline.parse.notation.reading import Reading, read_table
from llmtimeline.parse.notation.typed import Values
from llmtimeline.values.config import Config, Language, TimelineSettings
from llmtimeline.values.diagnostics import Checked, diagnose
from llmtimeline.values.located import Mapping, Scalar
from llmtimeline.values.sources import Source

_THEME = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_DEFAULTS = Config("")


def parse_config(
    *sources: Source,
    environment: str = "production",
    base_url: str | None = None,
    environ: Iterable[tuple[str, str]] = (),
) -> Checked[Config]:
    """The settings of a site from its config files, each laid over those before it, and variables laid over them all.

    `base_url` stands in for what they say. Whatever is wrong, the config is whole: a setting that cannot be read has
    its default. May add LT101, LT102, LT104, LT105, LT106, LT108, LT109, LT112, LT113, LT115, LT116, LT117, LT118,
    LT119, LT121, LT209.
    """
    path = sources[0].path if sources else _DEFAULTS.path
    reading = Reading()
    root, is_whole = read_sources(sources, reading)
    values = read_table(overlay_environment(root, environ, reading), SITE, reading)
    languages, default = read_languages(values.node("languages"), values, path, reading)
    if not is_whole:
        base_url = base_url or values.text("baseURL") or _DEFAULTS.base_url  # what is not read cannot be missing
    base = check_base_url(values.text("baseURL"), base_url, path, reading)
    config = _assembled(values, languages, default, reading, path=path, base_url=base, environment=environment)
    config = replace(config, cascade=read_site_cascade(values.node("cascade"), config, reading))
    check_date_formats(config.params, languages, reading)
    lint_config(config, reading)
    tell_variables(reading)
    told = with_prose(config, sources)
    return Checked(told.value, (*reading.findings, *told.diagnostics))


def _assembled(
    values: Values,
    languages: tuple[Language, ...],
    default: str,
    reading: Reading,
    *,
    path: str,
    base_url: str,
    environment: str,
) -> Config:
    pagination, params = values.table("pagination"), values.table("params")
    counting = values.table("privacy").table("googleAnalytics")
    check_formats(values.node("outputFormats"), reading)
    patterns = check_permalinks(values.node("permalinks"), reading)
    return Config(
        path=path,
        base_url=base_url,
        title=values.text("title"),
        languages=languages,
        default_language=default,
        default_in_subdir=values.flag("defaultContentLanguageInSubdir"),
        theme=_theme(values, reading),
        taxonomies=_taxonomies(values, reading),
        permalinks=patterns["page"],
        list_permalinks={kind: patterns[kind] for kind in ("section", "taxonomy", "term") if patterns[kind]},
        pager_size=_at_least_one(values, reading),
        pager_path=_pager_path(pagination.text("path") or values.text("paginatePath"), reading),
        pager_aliases=not pagination.flag("disableAliases"),
        summary_length=values.whole("summaryLength", _DEFAULTS.summary_length),
        has_cjk=values.flag("hasCJKLanguage"),
        time_zone=check_zone(values.text("timeZone"), reading),
        build_drafts=values.flag("buildDrafts"),
        build_future=values.flag("buildFuture"),
        build_expired=values.flag("buildExpired"),
        ugly_urls=values.flag("uglyURLs"),
        lower_paths=not values.flag("disablePathToLower"),
        remove_accents=values.flag("removePathAccents"),
        disable_aliases=values.flag("disableAliases"),
        capitalize_titles=values.flag("capitalizeListTitles", default=True),
        pluralize_titles=values.flag("pluralizeListTitles", default=True),
        robots_txt=values.flag("enableRobotsTXT", default=_DEFAULTS.robots_txt),
        copyright=values.text("copyright"),
        main_sections=values.texts("mainSections") or params.texts("mainSections"),
        disabled_kinds=values.texts("disableKinds"),
        content_dir=check_folder(values.text("contentDir"), _DEFAULTS.content_dir, "contentDir", reading),
        static_dirs=_static_dirs(values, reading),
        publish_dir=check_folder(values.text("publishDir"), _DEFAULTS.publish_dir, "publishDir", reading),
        environment=environment,
        minify=values.table("minify").flag("minifyOutput") and not values.table("minify").flag("disableHTML"),
        rss_limit=values.table("services").table("rss").whole("limit", values.whole("rssLimit", -1)),
        markup=read_markup(values.table("markup"), raw_shortcode=values.table("timeline").flag("rawHTML")),
        timeline=_timeline(values.table("timeline"), reading),
        params=params.by_key,
        places=reading.places,
        sitemap=read_sitemap(values.table("sitemap"), reading),
        outputs=read_outputs(values.node("outputs"), reading),
        git_info=values.flag("enableGitInfo"),
        date_keys=read_date_keys(values.node("frontmatter"), reading, git=values.flag("enableGitInfo")),
        analytics_id=analytics_id(values, reading),
        analytics_respect_dnt=counting.flag("respectDoNotTrack", default=True),
        analytics_disabled=counting.flag("disable"),
    )


def _theme(values: Values, reading: Reading) -> tuple[str, ...]:
    """Folders below themes/. PaperMod is none of them: the built-in theme does what it does."""
    names = []
    told = False
    for index, name in enumerate(values.texts("theme")):
        span = reading.places.get(f"theme.{index}") or reading.places.get("theme")
        if "papermod" in name.lower().rpartition("/")[2]:
            reading.findings.append(papermod_note(name, span))
            told = True
        elif not _THEME.fullmatch(name) or ".." in name.split("/") or "." in name.split("/"):
            hint = "name a folder below themes/"
            reading.findings.append(diagnose("LT209", f"`{shown(name)}` is no folder of a theme", span, hint=hint))
        else:
            names.append(name)
    check_modules(values.node("module"), reading, told=told)
    return tuple(names)


def _taxonomies(values: Values, reading: Reading) -> tuple[tuple[str, str], ...]:
    """Those of the site, and those that a language has of its own; every language then has a page for each."""
    languages = values.node("languages")
    entries = languages if isinstance(languages, Mapping) else ()
    own = [entry.value.get("taxonomies") if isinstance(entry.value, Mapping) else None for entry in entries]
    site = values.node("taxonomies")
    pairs: list[tuple[str, str]] = []
    if site is None and (not own or None in own):
        pairs += _DEFAULTS.taxonomies
    for node in (site, *own):
        for entry in texts_by_name(node, "taxonomies", reading) if node is not None else ():
            plural = entry.value.text.strip() if isinstance(entry.value, Scalar) else ""
            if plural:
                pairs.append((entry.key.text.lower(), plural.lower()))
    return tuple(dict.fromkeys(pairs))


def _at_least_one(values: Values, reading: Reading) -> int:
    size = values.table("pagination").whole("pagerSize", values.whole("paginate", _DEFAULTS.pager_size))
    if size >= 1:
        return size
    key = "pagination.pagersize" if "pagerSize" in values.table("pagination") else "paginate"
    reading.findings.append(
        diagnose("LT108", f"{size} posts on a page are too few", reading.places.get(key), hint="write 1 or more")
    )
    return _DEFAULTS.pager_size


def _pager_path(written: str, reading: Reading) -> str:
    if not written:
        return _DEFAULTS.pager_path
    key = "pagination.path" if "pagination.path" in reading.places else "paginatePath"
    return check_folder(written, _DEFAULTS.pager_path, key, reading)


def _static_dirs(values: Values, reading: Reading) -> tuple[str, ...]:
    written = values.texts("staticDir")
    folders = (check_folder(name, "", "staticDir", reading) for name in written)
    return tuple(folder for folder in folders if folder) or _DEFAULTS.static_dirs


def _timeline(values: Values, reading: Reading) -> TimelineSettings:
    usual = TimelineSettings()

    def address(key: str) -> str | None:
        return check_address(values.node(key), getattr(usual, key), key, reading)

    return TimelineSettings(
        timeline=address("timeline"),
        models=address("models"),
        vendors=address("vendors"),
        data=address("data"),
        archives=address("archives"),
        lineage=address("lineage"),
        charts=address("charts"),
        compare=address("compare"),
        search=address("search"),
        search_engine=values.text("searchEngine", usual.search_engine),
        feeds=values.texts("feeds") if "feeds" in values else usual.feeds,
        markdown=values.flag("markdown", default=usual.markdown),
        builtin_catalog=values.flag("builtinCatalog", default=usual.builtin_catalog),
        open_edit=values.flag("openEdit", default=usual.open_edit),
        license=values.text("license"),
        license_url=values.text("licenseURL"),
        images=read_images(values.node("images"), reading),
        cards=read_cards(values.node("cards"), reading),
        policy=read_policy(values.node("contentSecurityPolicy"), reading),
    )
