"""The language switch: for every page and every language an address."""

from __future__ import annotations

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Page
from llmtimeline.plan.params import as_text
from llmtimeline.plan.routing.routes import Address
from llmtimeline.values.params import find_param
from llmtimeline.values.views import TranslationView


def translation_views(index: SiteIndex, page: Page, shown: Address) -> tuple[TranslationView, ...]:
    """One view for each language of the site, in their order. `shown` is where the page stands.

    A further page of a list has no translation of its own: the other languages' lists are cut elsewhere.
    """
    further = shown is not page.address
    views = []
    for language in index.config.languages:
        if language.key == page.language:
            address, exact = shown, True
        else:
            found, exact = index.nearest(page, language.key)
            address, exact = found.address, exact and not further
        views.append(
            TranslationView(
                language=language.key,
                locale=language.locale,
                label=language.label,
                url=address.url,
                permalink=address.permalink,
                exact=exact,
                title=as_text(find_param(language.params, "languageAltTitle")),
            )
        )
    return tuple(views)
