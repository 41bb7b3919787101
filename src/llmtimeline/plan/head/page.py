"""The head of one page: previews on other sites, translations, authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from llmtimeline.plan.blog.switches import flag, param
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.head.locales import og_locale
from llmtimeline.plan.head.pictures import MOST, page_files, page_pictures, web_address
from llmtimeline.plan.head.series import others_in_series
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.params import as_text
from llmtimeline.values.pictures import CARD_HEIGHT, CARD_WIDTH, Picture
from llmtimeline.values.views import HeadView, OriginView, TranslationView

_MEDIA = {kind: f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "avif")}
_ON_A_SERVER = re.compile(r"@?([\w.-]+@[\w.-]+\.\w+)")


def head_view(edition: Edition, page: Page, translations: Sequence[TranslationView]) -> HeadView:
    """What stands in the head of a page beside title, description and structured data.

    LT201 and LT203 for files that the front matter names go to the links' findings.
    """
    params = page.post.front.params if page.post else {}
    exact = [each for each in translations if each.exact] if page.kind is not Kind.NOT_FOUND else []
    own = page_pictures(edition.links, page)
    images, size = _images(edition, page, own)
    return HeadView(
        site=edition.head,
        authors=authors_of(edition, page),
        locale=og_locale(as_text(params.get("locale"))) or og_locale(edition.language.locale),
        other_locales=tuple(dict.fromkeys(og_locale(each.locale) for each in exact if each.language != page.language)),
        alternates=_alternates(exact, edition.index.config.default_language),
        images=images,
        image_width=size.width if size else 0,
        image_height=size.height if size else 0,
        image_type=_MEDIA.get(size.kind, "") if size else "",
        image_alt=as_text(param(edition, page, "cover.alt")) if own else "",
        audio=page_files(edition.links, page, "audio", _listed(params.get("audio")), images=False),
        videos=page_files(edition.links, page, "videos", _listed(params.get("videos")), images=False),
        see_also=tuple(other.permalink for other in islice(_see_also(edition, page), MOST)),
        fediverse_creator=_fediverse(param(edition, page, "social.fediverse_creator")),
        origin=_origin(edition, page),
    )


def _images(edition: Edition, page: Page, own: tuple[str, ...]) -> tuple[tuple[str, ...], Picture | None]:
    """The page's own pictures, else those that the config gives for all pages, else its card; the first one's size."""
    given = own or edition.pictures
    if given:
        return given, edition.links.pictures.size(given[0])
    card = edition.social.address(page)
    return ((card,), Picture(CARD_WIDTH, CARD_HEIGHT, "png")) if card else ((), None)


def canonical_address(page: Page) -> str:
    """The address that the front matter gives as the page's first place; "" without one."""
    return web_address(page.post.front.params.get("canonicalurl")) if page.post else ""


def authors_of(edition: Edition, page: Page) -> tuple[str, ...]:
    """Who wrote a page: as its front matter says, else the site's authors."""
    return (page.post.front.authors if page.post else ()) or edition.head.authors


def _alternates(exact: Sequence[TranslationView], default: str) -> tuple[tuple[str, str], ...]:
    if len(exact) < 2:
        return ()
    fallback = [each for each in exact if each.language == default]
    return (*((each.locale, each.permalink) for each in exact), *(("x-default", each.permalink) for each in fallback))


def _see_also(edition: Edition, page: Page) -> Sequence[Page]:
    others = others_in_series(edition.series, page)
    return [other for other in others if other.is_rendered]


def _origin(edition: Edition, page: Page) -> OriginView | None:
    """The note on the first publication, where PaperMod's `ShowCanonicalLink` asks for it."""
    address = canonical_address(page)
    if not address or not flag(edition, page, "ShowCanonicalLink"):
        return None
    host = re.split("[/?#]", address)[2].lower()
    return OriginView(address, host, as_text(param(edition, page, "CanonicalLinkText")))


def _fediverse(value: object) -> str:
    found = _ON_A_SERVER.fullmatch(as_text(value))
    return f"@{found[1]}" if found else ""


def _listed(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else () if value is None else (value,)
