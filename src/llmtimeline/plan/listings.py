"""What lists hold, in which order, and how they are cut into pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from llmtimeline.plan.pages import Kind, Page
from llmtimeline.values.config import Config
from llmtimeline.values.posts import Post

T = TypeVar("T")


def list_order(pages: Iterable[Page]) -> list[Page]:
    """Hugo's order: weight ascending with 0 last, then date descending with undated last, then title, then path."""

    def key(page: Page) -> tuple[bool, int, bool, float, str, str, str]:
        front = _post(page).front
        moment = front.date.timestamp() if front.date else 0.0
        title = front.link_title or front.title
        return front.weight == 0, front.weight, front.date is None, -moment, title.casefold(), title, _post(page).path

    return sorted(pages, key=key)


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
    return page.kind is Kind.POST and post.front.layout != "search" and not is_set(post, "hiddeninrss")


def is_set(post: Post, key: str) -> bool:
    """Whether the front matter says yes; PaperMod takes the word "true" as well."""
    value = post.front.params.get(key)
    return value is True or (isinstance(value, str) and value.lower() == "true")


def _post(page: Page) -> Post:
    if page.post is None:
        raise ValueError(f"{page.address.path} is no post")
    return page.post


def _moment(page: Page) -> float:
    date = _post(page).front.date
    return date.timestamp() if date else 0.0
