"""What a sitemap says of a page besides its address, in the words of sitemaps.org."""

from __future__ import annotations

from dataclasses import dataclass

CHANGE_FREQUENCIES: tuple[str, ...] = ("always", "hourly", "daily", "weekly", "monthly", "yearly", "never")


@dataclass(frozen=True, slots=True)
class SitemapSettings:
    """For the whole site, or what one page says instead."""

    disabled: bool = False  # left out
    changefreq: str = ""  # one of CHANGE_FREQUENCIES; "" says nothing
    priority: float | None = None  # 0 to 1; None says nothing
    filename: str = "sitemap.xml"  # of the site's only
