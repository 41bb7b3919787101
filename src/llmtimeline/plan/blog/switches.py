"""PaperMod's parameters as an edition has them: of the page first, else of the site."""

from __future__ import annotations

from llmtimeline.plan.edition import Edition
from llmtimeline.plan.pages import Page
from llmtimeline.plan.params import as_flag, page_param
from llmtimeline.values.params import find_param


def param(edition: Edition, page: Page, name: str) -> object:
    """The value of a dotted name such as "cover.hidden"; a page's False beats the site's True. None when unset."""
    return page_param(edition.site.params, page, name)


def flag(edition: Edition, page: Page, name: str, *, default: bool = False) -> bool:
    """A parameter as yes or no. Hugo's templates take the word "true" as well; anything else is `default`."""
    return as_flag(param(edition, page, name), default=default)


def answer(edition: Edition, page: Page, name: str) -> bool | None:
    """A parameter as yes or no; None when unset, where our own default holds."""
    value = param(edition, page, name)
    return None if value is None else as_flag(value)


def site_param(edition: Edition, name: str) -> object:
    """The value of a dotted name among the site's parameters in this language; None when unset."""
    return find_param(edition.site.params, name)
