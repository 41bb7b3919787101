"""What PaperMod's parameters put into a page: profile, sharing, and which parts are shown at all."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.values.views.html import Html
from llmtimeline.values.views.look import PictureView
from llmtimeline.values.views.parts import LinkView


@dataclass(frozen=True, slots=True)
class IconLink:
    """A link to an account elsewhere, drawn as an icon."""

    name: str  # of the icon, in small letters; one without a drawing gets that of a link
    url: str
    title: str = ""  # what the author calls it


@dataclass(frozen=True, slots=True)
class ShareLink:
    """A link by which a reader passes a post on."""

    service: str  # key of the words: service_weibo
    url: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """What stands in place of the home page's lists (`profileMode`)."""

    title_html: str
    subtitle_html: str = ""
    picture: PictureView | None = None
    buttons: tuple[LinkView, ...] = ()
    icons: tuple[IconLink, ...] = ()


@dataclass(frozen=True, slots=True)
class HomeInfoView:
    """The box that opens the home page (`homeInfoParams`)."""

    title_html: str
    html: Html = ""
    icons: tuple[IconLink, ...] = ()
    align: str = ""  # of the icons: left, center, right


@dataclass(frozen=True, slots=True)
class PageParts:
    """Which parts of the frame one page shows."""

    breadcrumbs: bool = True
    footer: bool = True
    feed_url: str = ""  # of the feed that its title links to
    feeds: bool = True  # its feeds may be named below its title
    styled: bool = False  # it holds something that css/blog.css draws
    rich: bool = False  # it holds a post, or text that css/post.css draws
    described: bool = True  # its description may stand below its title; a summary is for lists and search engines


@dataclass(frozen=True, slots=True)
class PostParts:
    """What a post shows beside its text."""

    meta: bool = True  # date, length and authors below the title
    toc_open: bool = False
    toc_numbered: bool = False
    anchors: bool = True  # links to headings
    copy_buttons: bool = False
    comments: bool = False
