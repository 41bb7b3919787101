"""A site's config: Hugo's vocabulary in YAML, TOML or JSON, every default filled in."""

from __future__ import annotations

import re

from llmtimeline.parse.config_checks import (
    check_address,
    check_base_url,
    check_folder,
    check_permalinks,
    check_zone,
    texts_by_name,
)
from llmtimeline.parse.config_keys import SITE
from llmtimeline.parse.config_languages import read_languages
from llmtimeline.parse.located import FILE_LIMITS, parse_json, parse_toml, parse_yaml
from llmtimeline.parse.plain import shown
from llmtimeline.parse.reading import Reading, read_table
from llmtimeline.parse.typed import Values
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config, Language, MarkupSettings, TimelineSettings
from llmtimeline.values.diagnostics import Checked, diagnose
from llmtimeline.values.located import Node, Scalar
from llmtimeline.values.sources import Source

_THEME = re.compile(r"[\w.-]+(?:/[\w.-]+)*")
_DEFAULTS = Config("")
_PARSERS = {".toml": parse_toml, ".json": parse_json}


def parse_config(source: Source, *, environment: str = "production", base_url: str | None = None) -> Checked[Config]:
    """The settings of a site. `base_url` stands in for what the file says.

    Whatever is wrong, the config is whole: a setting that cannot be read has its default. May add LT101, LT102, LT104,
    LT105, LT106, LT108, LT109, LT112, LT113, LT115, LT116, LT117, LT118, LT209.
    """
    suffix = source.path[source.path.rfind(".") :].lower()
    parse = _PARSERS.get(suffix, parse_yaml)
    document = parse(source.text, path=source.path, limits=FILE_LIMITS)
    reading = Reading(list(document.diagnostics))
    values = read_table(document.value, SITE, reading)
    languages, default = read_languages(values.node("languages"), values, source.path, reading)
    if document.value is None and document.diagnostics:
        base_url = base_url or _DEFAULTS.base_url  # what is not read cannot be missing
    base = check_base_url(values.text("baseURL"), base_url, source.path, reading)
    config = _assembled(values, languages, default, reading, path=source.path, base_url=base, environment=environment)
    return Checked(config, tuple(reading.findings))


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
    return Config(
        path=path,
        base_url=base_url,
        title=values.text("title"),
        languages=languages,
        default_language=default,
        default_in_subdir=values.flag("defaultContentLanguageInSubdir"),
        theme=_theme(values, reading),
        taxonomies=_taxonomies(values.node("taxonomies"), reading),
        permalinks=check_permalinks(values.node("permalinks"), reading),
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
        rss_limit=values.table("services").table("rss").whole("limit", values.whole("rssLimit", -1)),
        markup=_markup(values.table("markup")),
        timeline=_timeline(values.table("timeline"), reading),
        params=params.by_key,
    )


def _theme(values: Values, reading: Reading) -> tuple[str, ...]:
    """Folders below themes/. PaperMod is none of them: the built-in theme does what it does."""
    names = []
    for index, name in enumerate(values.texts("theme")):
        span = reading.places.get(f"theme.{index}") or reading.places.get("theme")
        if "papermod" in name.lower().rpartition("/")[2]:
            reading.findings.append(
                diagnose(
                    "LT115",
                    f"the theme `{shown(name)}` is not used: its templates are written for Hugo",
                    span,
                    hint="the built-in theme reads PaperMod's parameters",
                    severity=Severity.NOTE,
                )
            )
        elif not _THEME.fullmatch(name) or ".." in name.split("/") or "." in name.split("/"):
            hint = "name a folder below themes/"
            reading.findings.append(diagnose("LT209", f"`{shown(name)}` is no folder of a theme", span, hint=hint))
        else:
            names.append(name)
    return tuple(names)


def _taxonomies(node: Node | None, reading: Reading) -> tuple[tuple[str, str], ...]:
    if node is None:
        return _DEFAULTS.taxonomies
    pairs = []
    for entry in texts_by_name(node, "taxonomies", reading):
        plural = entry.value.text.strip() if isinstance(entry.value, Scalar) else ""
        if plural:
            pairs.append((entry.key.text.lower(), plural.lower()))
    return tuple(pairs)


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


def _markup(values: Values) -> MarkupSettings:
    goldmark, toc = values.table("goldmark"), values.table("tableOfContents")
    extensions, parser = goldmark.table("extensions"), goldmark.table("parser")
    cjk = extensions.table("cjk")
    usual = MarkupSettings()
    return MarkupSettings(
        unsafe=goldmark.table("renderer").flag("unsafe"),
        typographer=_typographer(extensions.node("typographer")),
        cjk_emphasis=cjk.flag("emphasis", default=cjk.flag("enable", default=usual.cjk_emphasis)),
        cjk_line_breaks=cjk.flag("eastAsianLineBreaks", default=cjk.flag("enable", default=usual.cjk_line_breaks)),
        toc_start=toc.whole("startLevel", usual.toc_start),
        toc_end=toc.whole("endLevel", usual.toc_end),
        heading_ids=parser.text("autoIDType") or parser.text("autoHeadingIDType") or usual.heading_ids,
    )


def _typographer(node: Node | None) -> bool:
    """`false`, or Hugo's `{disable: true}`."""
    if isinstance(node, Scalar):
        return node.text.lower() not in ("false", "no", "off")
    disable = None if node is None or not hasattr(node, "get") else node.get("disable")
    return not (isinstance(disable, Scalar) and disable.text.lower() in ("true", "yes", "on"))


def _timeline(values: Values, reading: Reading) -> TimelineSettings:
    usual = TimelineSettings()
    return TimelineSettings(
        timeline=check_address(values.node("timeline"), usual.timeline, "timeline", reading),
        models=check_address(values.node("models"), usual.models, "models", reading),
        vendors=check_address(values.node("vendors"), usual.vendors, "vendors", reading),
        data=check_address(values.node("data"), usual.data, "data", reading),
        archives=check_address(values.node("archives"), usual.archives, "archives", reading),
        builtin_catalog=values.flag("builtinCatalog", default=usual.builtin_catalog),
        open_edit=values.flag("openEdit", default=usual.open_edit),
        license=values.text("license"),
        license_url=values.text("licenseURL"),
    )
