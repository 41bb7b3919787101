"""What tells of the dataset beside its page: CITATION.cff for whoever cites it, DCAT for catalogs of data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from llmtimeline.plan.data.contract import CURRENT
from llmtimeline.plan.data.jsontext import json_file, json_text
from llmtimeline.plan.head.site import author_names
from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind
from llmtimeline.plan.params import as_text
from llmtimeline.plan.sentences import one_line
from llmtimeline.values.config import Language

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
# Licences of data that the Citation File Format knows by their id; another one is named by its address alone.
_CITABLE = frozenset(
    {
        *("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0"),
        *("CC-BY-NC-ND-4.0", "CC-BY-3.0", "CC-BY-SA-3.0", "ODbL-1.0", "ODC-By-1.0", "PDDL-1.0"),
        *("Apache-2.0", "MIT", "BSD-3-Clause", "GPL-3.0-only", "AGPL-3.0-only", "Unlicense", "GFDL-1.3-only"),
    }
)


def last_change(index: SiteIndex) -> datetime | None:
    """When the newest post was written or changed: the day of the data, which no clock of a build can move."""
    fronts = (post.front for post in index.posts.values())
    return max((moment for front in fronts if (moment := front.lastmod or front.date)), default=None)


def day_of(moment: datetime | None) -> str:
    """`2023-10-08`, in the zone in which it was given; "" of None."""
    return moment.date().isoformat() if moment else ""


def citation(index: SiteIndex) -> str:
    """CITATION.cff in version 1.2.0. The data's version is its day, behind that of its form: `1.1.0+20231008`."""
    config, settings = index.config, index.config.timeline
    language = config.language(config.default_language)
    day = day_of(last_change(index))
    page = index.fixed.get((config.default_language, Kind.DATA))
    lines = {
        "cff-version": "1.2.0",
        "message": "If you use this data, please cite it as below.",
        "type": "dataset",
        "title": _plain(language.title or config.title) or config.base_url,
        "abstract": _plain(_description(language)),
        "version": CURRENT + (f"+{day.replace('-', '')}" if day else ""),
        "date-released": day,
        "url": page.permalink if page else config.base_url,
        "repository-artifact": index.routes.dataset("registry.json").permalink,
        "license": settings.license if settings.license in _CITABLE else "",
        "license-url": settings.license_url,
    }
    text = "".join(f"{key}: {json_text(value)}\n" for key, value in lines.items() if value)
    return text + f"authors:\n  - name: {json_text(_author(index, language))}\n"


def catalog_record(index: SiteIndex, files: Iterable[tuple[str, str, str]]) -> str:
    """The dataset in DCAT 3 as JSON-LD; each of the `files`, (name, text, media type), with size and checksum."""
    config, settings = index.config, index.config.timeline
    page = index.fixed.get((config.default_language, Kind.DATA))
    dates = [release.date for release in index.registry.releases.values()]
    record: dict[str, object] = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
        },
        "@id": index.routes.dataset("").permalink,
        "@type": "dcat:Dataset",
        "dct:title": _spoken(config.languages, lambda language: language.title or config.title),
        "dct:description": _spoken(config.languages, _description),
        "dct:language": [language.locale for language in config.languages],
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _author(index, config.language(config.default_language))},
        "dct:modified": day_of(last_change(index)),
        "dcat:version": CURRENT,
        "dcat:landingPage": {"@id": page.permalink} if page else None,
        "dct:license": {"@id": settings.license_url} if settings.license_url else settings.license,
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": min(date.first_day() for date in dates).isoformat(),
            "dcat:endDate": max(date.last_day() for date in dates).isoformat(),
        }
        if dates
        else None,
        "dcat:distribution": [_distribution(index, *file) for file in files],
    }
    return json_file({key: value for key, value in record.items() if value})


def _distribution(index: SiteIndex, name: str, text: str, media: str) -> Mapping[str, object]:
    content = text.encode("utf-8", "replace")
    return {
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:downloadURL": {"@id": index.routes.dataset(name).permalink},
        "dcat:mediaType": {"@id": MEDIA_TYPES + media},
        "dcat:byteSize": len(content),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": hashlib.sha256(content).hexdigest(),
        },
    }


def _spoken(languages: Iterable[Language], said: Callable[[Language], str]) -> list[Mapping[str, str]]:
    texts = [(language.locale, _plain(said(language))) for language in languages]
    return [{"@value": text, "@language": locale} for locale, text in texts if text]


def _description(language: Language) -> str:
    return as_text(language.params.get("description"))


def _author(index: SiteIndex, language: Language) -> str:
    names = ", ".join(author_names(language.params.get("author")))
    return _plain(names) or _plain(language.title or index.config.title) or index.config.base_url


def _plain(text: str) -> str:
    """One line without characters that YAML would not take."""
    return one_line("".join(each for each in text if each.isprintable() or each in "\n\t"))
