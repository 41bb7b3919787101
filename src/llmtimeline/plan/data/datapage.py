"""The dataset's files, and the page that offers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from llmtimeline.plan.data.contract import CONTRACTS, CURRENT
from llmtimeline.plan.data.dataset import CHANGELOG, DatasetFile
from llmtimeline.plan.data.describing import day_of, last_change
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.frames import Head, Planned, plan_page
from llmtimeline.plan.head import structured
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.timeline.years import latest_change
from llmtimeline.values.outputs import Output, Rendered, Text
from llmtimeline.values.views import ContractContent, DataContent, DataFile

_WITH_SCHEMA = {f"{name}.json": f"schema/{name}.schema.json" for name in ("registry", "releases", "models", "vendors")}
_TABLES = (*_WITH_SCHEMA, "releases.csv", "releases.excel.csv")
_VERSIONS = tuple(contract.version for contract in CONTRACTS)


def plan_dataset(index: SiteIndex, files: Sequence[DatasetFile]) -> Iterator[Planned]:
    """The files of the dataset, shared by all languages."""
    if not files:
        return
    for file in files:
        output = Output(index.routes.dataset(file.name).path, Text(file.text), None, "file of the dataset")
        yield Planned(output, Rank.OURS)
    content = ContractContent(_VERSIONS, tuple(language.key for language in index.config.languages))
    body = Rendered("feeds/data-changelog.md", content, index.config.default_language)
    yield Planned(Output(index.routes.dataset(CHANGELOG).path, body, None, "file of the dataset"), Rank.OURS)


def plan_data_page(edition: Edition, files: Sequence[DatasetFile]) -> Iterator[Planned]:
    """The dataset's page in one language. Schemas stand beside what they describe."""
    registry, offered = edition.index.registry, [file for file in files if file.name in _TABLES]
    for page in edition.of_kind(Kind.DATA):
        content = _content(edition, page, offered)
        changed = latest_change(edition, registry.releases)
        thing = _structured(edition, page, offered)
        yield plan_page(edition, page, content, Head(lastmod=changed.lastmod, json_ld=(thing,)))


def _content(edition: Edition, page: Page, files: Sequence[DatasetFile]) -> DataContent:
    index, settings = edition.index, edition.index.config.timeline
    registry, changed = index.registry, last_change(index)
    return DataContent(
        intro_html=edition.intro(page),
        files=tuple(_file_view(index, file) for file in files),
        counts={
            "releases": len(registry.releases),
            "models": len(registry.models),
            "vendors": len(registry.vendors),
            "claims": sum(len(model.claims) for model in registry.models.values()),
        },
        license=settings.license,
        license_url=settings.license_url,
        date=changed,
        versions=_VERSIONS,
        author=edition.site.author,
        cite_key="".join(each for each in edition.site.title.lower() if each.isascii() and each.isalnum()) or "data",
        citation_url=index.routes.dataset("CITATION.cff").url,
        changelog_url=index.routes.dataset(CHANGELOG).url,
        record_url=index.routes.dataset("dcat.jsonld").url,
    )


def _structured(edition: Edition, page: Page, files: Sequence[DatasetFile]) -> structured.Thing:
    index = edition.index
    downloads = [(index.routes.dataset(file.name).permalink, file.media) for file in files]
    thing = dict(structured.dataset(edition.site, page.permalink, downloads, index.config.timeline.license_url))
    dates = [release.date for release in index.registry.releases.values()]
    span = (
        (min(dates, key=lambda date: date.first_day()), max(dates, key=lambda date: date.last_day())) if dates else ()
    )
    more = {
        "version": CURRENT,
        "dateModified": day_of(last_change(index)),
        "temporalCoverage": "/".join(date.edtf().rstrip("~?%") for date in span),
        "sameAs": index.routes.dataset("dcat.jsonld").permalink,
    }
    return thing | {key: value for key, value in more.items() if value}


def _file_view(index: SiteIndex, file: DatasetFile) -> DataFile:
    schema = _WITH_SCHEMA.get(file.name)
    return DataFile(
        name=file.name,
        url=index.routes.dataset(file.name).url,
        size=len(file.text.encode("utf-8", "replace")),
        schema_url=index.routes.dataset(schema).url if schema else "",
    )
