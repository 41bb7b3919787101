"""What the heads of all pages of one language share: icons, accounts, proofs of ownership, the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from llmtimeline.plan.blog.comments import discussion_of
from llmtimeline.plan.head.icons import find_icons, logo_of
from llmtimeline.plan.head.manifest import manifest_address
from llmtimeline.plan.head.pictures import web_address
from llmtimeline.plan.head.structured import publisher
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.links import Links
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.views import AnalyticsView, SiteHeadView

# Parameter below `analytics` -> name of the meta element that the search engine looks for.
_VERIFICATIONS = {
    "google": "google-site-verification",
    "bing": "msvalidate.01",
    "yandex": "yandex-verification",
    "naver": "naver-site-verification",
}
_CODE = re.compile(r"[\w.=+/-]+", re.ASCII)
_X_ACCOUNT = re.compile(r"(?:https?://(?:www\.)?(?:twitter|x)\.com/)?@?(\w{1,15})/?", re.ASCII)
_TYPE = re.compile(r"[A-Za-z]+")


def plan_site_head(index: SiteIndex, language: Language, links: Links) -> Checked[SiteHeadView]:
    """The shared part of the heads of a language.

    Adds LT106 for a code that no search engine takes and for settings that giscus cannot use; LT203 goes to the links'
    findings.
    """
    config, params = index.config, language.params
    found: list[Diagnostic] = []
    icons = find_icons(index, language, links)
    assets, social = _table(params, "assets"), _table(params, "social")
    account = _X_ACCOUNT.fullmatch(_text(social.get("twitter")))
    title = language.title or config.title or one_line(_text(params.get("title")))
    discussion = discussion_of(config, language)
    view = SiteHeadView(
        name=title,
        authors=author_names(params.get("author")),
        icons=icons,
        manifest_url=manifest_address(index, icons),
        theme_color=_text(assets.get("theme_color")),
        tile_color=_text(assets.get("msapplication_tilecolor")),
        verifications=tuple(_verifications(config, language, _table(params, "analytics"), found)),
        twitter=f"@{account[1]}" if account else "",
        facebook=_facebook(social),
        analytics=_analytics(config),
        discussion=discussion.value,
        publisher=publisher(
            _publisher_type(params),
            title,
            index.fixed[language.key, Kind.HOME].permalink,
            description=one_line(_text(params.get("description"))),
            logo=logo_of(index, icons),
            same_as=tuple(_profiles(config, params)),
        ),
    )
    return Checked(view, (*found, *discussion.diagnostics))


def author_names(value: object) -> tuple[str, ...]:
    """PaperMod takes a name, a list of names, or a mapping with `name`."""
    if isinstance(value, Mapping):
        return author_names(value.get("name"))
    if isinstance(value, (list, tuple)):
        return tuple(name for item in value for name in author_names(item))
    return (value,) if isinstance(value, str) and value else ()


def _verifications(
    config: Config, language: Language, analytics: Mapping[str, object], found: list[Diagnostic]
) -> Iterator[tuple[str, str]]:
    for engine, name in _VERIFICATIONS.items():
        code = _text(_table(analytics, engine).get("siteverificationtag"))
        if not code or code == "XYZabc":
            continue
        if _CODE.fullmatch(code):
            yield name, code
            continue
        place = config.place_of(f"params.analytics.{engine}.siteverificationtag", language.key)
        message = f"`analytics.{engine}.SiteVerificationTag` takes the code alone"
        hint = 'copy what stands in `content="…"` of the element that the search engine shows'
        found.append(diagnose("LT106", message, place, hint=hint, severity=Severity.WARNING))


def _analytics(config: Config) -> AnalyticsView | None:
    """None also where the site is not built for the public: a preview counts nobody."""
    if not config.analytics_id or config.analytics_disabled or not config.is_public:
        return None
    return AnalyticsView(config.analytics_id, config.analytics_respect_dnt)


def _facebook(social: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """The app's id, else the administrator's."""
    for key, name in (("facebook_app_id", "fb:app_id"), ("facebook_admin", "fb:admins")):
        value = _text(social.get(key))
        if value:
            return ((name, value),)
    return ()


def _publisher_type(params: Mapping[str, object]) -> str:
    given = _text(_table(params, "schema").get("publishertype"))
    return given if _TYPE.fullmatch(given) else "Organization"


def _profiles(config: Config, params: Mapping[str, object]) -> Iterator[str]:
    """Other pages on the publisher: `schema.sameAs`, else where the icons of accounts lead outside the site."""
    given = _table(params, "schema").get("sameas")
    targets = given if isinstance(given, (list, tuple)) else (given,) if given else ()
    if not targets:
        icons = params.get("socialicons")
        entries = icons if isinstance(icons, (list, tuple)) else ()
        targets = tuple(entry.get("url") for entry in entries if isinstance(entry, Mapping))
    addresses = dict.fromkeys(web_address(target) for target in targets)
    yield from (address for address in addresses if address and not address.startswith(config.base_url))


def _table(params: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = params.get(name)
    return value if isinstance(value, Mapping) else {}


def _text(value: object) -> str:
    """A text; ids may be written as numbers."""
    return str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
