"""A page's and the site's parameters, as one and as what templates need."""

from __future__ import annotations

from collections.abc import Mapping

from llmtimeline.plan.pages import Page
from llmtimeline.values.params import find_param


def page_param(site: Mapping[str, object], page: Page, name: str) -> object:
    """The value among a page's parameters, else among the site's; a page's False beats the site's True."""
    own = find_param(page.post.front.params, name) if page.post else None
    return own if own is not None else find_param(site, name)


def as_flag(value: object, *, default: bool = False) -> bool:
    """A value as yes or no. Hugo's templates take the word "true" as well; anything else is `default`."""
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False}.get(str(value).lower(), default)


def as_text(value: object) -> str:
    """A value as one line of text; "" for what is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""


def as_size(value: object, default: int = 0) -> int:
    """A value as a number of pixels."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10_000 else default
