"""What the picker reads: the names of all models that can be compared, and their facts in files of two hundred.

Values are in the words of the language, so that the script writes none of its own and both tables agree. One file of
all facts would be some megabytes for two thousand models; a file for each model would be two thousand files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from llmtimeline.plan.compare.rows import compared_model, facts_to_compare
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.facts import value_key
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.listings import cut_in_pages
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.routing.routes import Address
from llmtimeline.values.outputs import Output, Rendered, Text
from llmtimeline.values.registry import Model
from llmtimeline.values.views import ComparableContent, ComparableModel

MODELS_PER_FILE = 200
_TEMPLATE = "feeds/compare.json"


def plan_compare_files(edition: Edition) -> Iterator[Planned]:
    """`models.json` with the names and `facts-1.json` and so on, beside the page of comparisons."""
    models = _comparable(edition.index)
    for page in edition.of_kind(Kind.COMPARE):
        if not models:
            return
        names: list[object] = []
        for number, part in cut_in_pages(models, MODELS_PER_FILE):
            content = ComparableContent(tuple(_comparable_model(edition, page, model) for model in part))
            path = _beside(edition, page, f"facts-{number}.json").path
            yield Planned(Output(path, Rendered(_TEMPLATE, content, edition.key), None, "facts to compare"), Rank.OURS)
            names += (_names(edition, model, number) for model in part)
        text = json.dumps(names, ensure_ascii=False, separators=(",", ":"))
        yield Planned(Output(names_address(edition, page).path, Text(text + "\n"), None, "names"), Rank.OURS)


def names_address(edition: Edition, page: Page) -> Address:
    """Where the names stand; the files of facts are its neighbours."""
    return _beside(edition, page, "models.json")


def has_files(index: SiteIndex) -> bool:
    """Whether anything can be compared."""
    return bool(_comparable(index))


def _comparable(index: SiteIndex) -> list[Model]:
    return [model for model in index.registry.models.values() if model.claims]


def _names(edition: Edition, model: Model, number: int) -> list[object]:
    """Id, name, number of the file, then what else it is called."""
    name = edition.cards.model(model.id).name
    others = dict.fromkeys((*model.names.all(), *model.aliases))
    return [model.id, name, number, *(other for other in others if other != name)]


def _comparable_model(edition: Edition, page: Page, model: Model) -> ComparableModel:
    facts = facts_to_compare(edition, model)
    return ComparableModel(
        model=compared_model(edition, page, model),
        rows=tuple(("|".join(key) if key[1] else key[0], row) for key, row in facts),
        keys=tuple(value_key(row.shown.value) for _, row in facts),
    )


def _beside(edition: Edition, page: Page, name: str) -> Address:
    return edition.index.routes.at(f"{page.address.folder}/{name}")
