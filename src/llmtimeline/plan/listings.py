"""What lists hold, in which order, and how they are cut into pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from llmtimeline.plan.collation import sort_key
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.params import as_flag
from llmtimeline.values.config import Config
from llmtimeline.values.posts import Post

T = TypeVar("T")


def list_order(pages: Iterable[Page]) -> list[Page]:
    """Hugo's order: by weight and date, then by title in the order of the language, then by path."""

    def key(page: Page) -> tuple[object, ...]:
        front = _post(page).front
        title = sort_key(front.link_title or front.title, page.language)
        return *by_weight_and_date(front.weight, front.date), title, _post(page).path

    return sorted(pages, key=key)


def by_weight_and_date(weight: int, date: datetime | None) -> tuple[bool, int, bool, float]:
    """How every list is sorted first: weight ascending with 0 last, then date descending with undated last."""
    return weight == 0, weight, date is None, -date.timestamp() if date else 0.0


def by_date(pages: Iterable[Page]) -> list[Page]:
    """Newest first, without regard to weight; undated ones are left out."""
    dated = [page for page in pages if _post(page).front.date]
    return sorted(dated, key=lambda page: (-_moment(page), _post(page).path))


def cut_in_pages(items: Sequence[T], size: int) -> Iterator[tuple[int, Sequence[T]]]:
    """(number from 1, items of that page); one empty page where there is nothing."""
    size = max(1, size)
    for number, start in enumerate(range(0, max(1, len(items)), size), start=1):
        yield number, items[start : start + size]


def choose_main_sections(config: Config, posts: Iterable[Page]) -> tuple[str, ...]:
    """The configured ones, else the section with the most pages (of equals the first by name)."""
    if config.main_sections:
        return config.main_sections
    counts = Counter(section for page in posts if (section := page.section))
    return (min(counts, key=lambda section: (-counts[section], section)),) if counts else ()


def is_on_home(page: Page) -> bool:
    """Whether the home page's list may name a post."""
    return not is_set(_post(page), "hiddeninhomelist")


def is_in_feeds(page: Page) -> bool:
    """Whether feeds hold a post."""
    post = _post(page)
    return page.kind in (Kind.POST, Kind.SECTION) and post.front.layout != "search" and not is_set(post, "hiddeninrss")


def is_set(post: Post, key: str) -> bool:
    """Whether the front matter says yes; PaperMod takes the word "true" as well."""
    return as_flag(post.front.params.get(key))


def _post(page: Page) -> Post:
    if page.post is None:
        raise ValueError(f"{page.address.path} is no post")
    return page.post


def _moment(page: Page) -> float:
    date = _post(page).front.date
    return date.timestamp() if date else 0.0
