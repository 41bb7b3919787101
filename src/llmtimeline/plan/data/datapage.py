"""The dataset's files, and the page that offers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from llmtimeline.plan.data.dataset import DatasetFile
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.head import structured
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Rank
from llmtimeline.plan.timeline import latest_change
from llmtimeline.values.outputs import Output, Text
from llmtimeline.values.views import DataContent, DataFile

_WITH_SCHEMA = {f"{name}.json": f"schema/{name}.schema.json" for name in ("registry", "releases", "models", "vendors")}


def plan_dataset(index: SiteIndex, files: Sequence[DatasetFile]) -> Iterator[Planned]:
    """The files of the dataset, shared by all languages."""
    for file in files:
        output = Output(index.routes.dataset(file.name).path, Text(file.text), None, "file of the dataset")
        yield Planned(output, Rank.OURS)


def plan_data_page(edition: Edition, files: Sequence[DatasetFile]) -> Iterator[Planned]:
    """The dataset's page in one language. Schemas stand beside what they describe."""
    index, settings = edition.index, edition.index.config.timeline
    views = tuple(_file_view(index, file) for file in files if not file.name.startswith("schema/"))
    registry = index.registry
    counts = {
        "releases": len(registry.releases),
        "models": len(registry.models),
        "vendors": len(registry.vendors),
        "claims": sum(len(model.claims) for model in registry.models.values()),
    }
    for page in edition.of_kind(Kind.DATA):
        content = DataContent(edition.intro(page), views, counts, settings.license, settings.license_url)
        downloads = [
            (index.routes.dataset(file.name).permalink, file.media)
            for file in files
            if not file.name.startswith("schema/")
        ]
        thing = structured.dataset(edition.site, page.permalink, downloads, settings.license_url)
        changed = latest_change(edition, registry.releases)
        yield plan_page(edition, page, content, Head(lastmod=changed.lastmod, json_ld=(thing,)))


def _file_view(index: SiteIndex, file: DatasetFile) -> DataFile:
    schema = _WITH_SCHEMA.get(file.name)
    return DataFile(
        name=file.name,
        url=index.routes.dataset(file.name).url,
        size=len(file.text.encode("utf-8", "replace")),
        schema_url=index.routes.dataset(schema).url if schema else "",
    )
