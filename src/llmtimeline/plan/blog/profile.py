"""What opens the home page in place of its title: PaperMod's home-info box, or its profile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from llmtimeline.plan.blog.switches import site_param
from llmtimeline.plan.bodies import whole_body
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.head.pictures import picture
from llmtimeline.plan.pages import Page
from llmtimeline.plan.params import as_flag, as_size, as_text
from llmtimeline.values.addresses import is_inside
from llmtimeline.values.params import find_param
from llmtimeline.values.views import HomeInfoView, IconLink, LinkView, PictureView, ProfileView

_SIDE = 150  # of the picture, in pixels, where nothing is said
_ALIGNMENTS = frozenset({"left", "center", "right"})


def home_profile(edition: Edition, home: Page) -> ProfileView | None:
    """The profile, where `profileMode` is enabled. LT201 and LT203 go to the links' findings."""
    if not as_flag(site_param(edition, "profileMode.enabled")):
        return None
    prose, links = edition.language.prose, edition.links
    return ProfileView(
        title_html=links.fill_text(home, prose.profile_title),
        subtitle_html=links.fill_text(home, prose.profile_subtitle),
        picture=_picture(edition, home),
        buttons=tuple(LinkView(url, name) for name, url, _ in _entries(edition, home, "profileMode.buttons")),
        icons=_icons(edition, home),
    )


def home_info(edition: Edition, home: Page) -> HomeInfoView | None:
    """The box, where `homeInfoParams` holds anything."""
    prose, links = edition.language.prose, edition.links
    if not prose.home_title and not prose.home.sections:
        return None
    align = as_text(site_param(edition, "homeInfoParams.AlignSocialIconsTo")).lower()
    return HomeInfoView(
        title_html=links.fill_text(home, prose.home_title),
        html=links.fill(home, whole_body(prose.home)),
        icons=_icons(edition, home),
        align=align if align in _ALIGNMENTS else "",
    )


def _picture(edition: Edition, home: Page) -> PictureView | None:
    settings = site_param(edition, "profileMode")
    params = settings if isinstance(settings, Mapping) else {}
    config = edition.index.config
    place = config.place_of("params.profileMode.imageUrl", edition.key)
    url = picture(edition.links, home, find_param(params, "imageUrl"), place)
    if not url:
        return None
    return replace(
        edition.links.pictures.view(url),
        alt=as_text(find_param(params, "imageTitle")),
        title=as_text(find_param(params, "imageTitle")),
        width=as_size(find_param(params, "imageWidth"), _SIDE),
        height=as_size(find_param(params, "imageHeight"), _SIDE),
    )


def _icons(edition: Edition, home: Page) -> tuple[IconLink, ...]:
    entries = _entries(edition, home, "socialIcons")
    return tuple(IconLink(name.lower(), url, title) for name, url, title in entries)


def _entries(edition: Edition, home: Page, key: str) -> Iterator[tuple[str, str, str]]:
    """(name, address, title) of each entry that has a name and an address."""
    given = site_param(edition, key)
    for number, entry in enumerate(given if isinstance(given, (list, tuple)) else ()):
        if not isinstance(entry, Mapping):
            continue
        name, url = as_text(entry.get("name")), as_text(entry.get("url"))
        if name and url:
            if is_inside(url):
                place = edition.index.config.place_of(f"params.{key}.{number}.url", edition.key)
                url = edition.links.address(home, url, place)
            yield name, url, as_text(entry.get("title"))
