"""The keys of a record in data/vendors.yaml and data/models.yaml."""

from __future__ import annotations

from llmtimeline.parse.facts.fact_fields import FACT_FIELDS
from llmtimeline.parse.notation.typed import Field, Kind, Table
from llmtimeline.values.registry import MODEL_KINDS, VENDOR_KINDS

_NAMES: tuple[Field, ...] = (
    Field("name", Kind.NODE, "what it is called: a text, or one for each language", required=True, slips=("names",)),
    Field("aliases", Kind.TEXTS, "other right ways to write the name", slips=("alias",)),
    Field("former", Kind.TEXTS, "names it had before"),
    Field("typos", Kind.TEXTS, "wrong ways to write the name, for suggestions only"),
)
_SUMMARY = Field("summary", Kind.NODE, "one line: a text, or one for each language", slips=("description",))

VENDOR = Table(
    "a vendor",
    (
        *_NAMES,
        Field("kind", Kind.TEXT, "what it is", words=VENDOR_KINDS, slips=("type",)),
        Field("parent", Kind.TEXT, "id of the vendor that it belongs to"),
        Field("country", Kind.TEXT, "two letters, ISO 3166: CN, US"),
        Field("site", Kind.ADDRESS, "its home page", slips=("url", "website", "homepage")),
        Field("github", Kind.TEXTS, "its accounts on GitHub"),
        Field("huggingface", Kind.TEXTS, "its accounts on Hugging Face"),
        _SUMMARY,
    ),
)

MODEL = Table(
    "a model",
    (
        *_NAMES,
        Field("kind", Kind.TEXT, "what it is", words=MODEL_KINDS, slips=("type",)),
        Field("family", Kind.TEXT, "id of the family that it belongs to"),
        Field("vendors", Kind.TEXTS, "ids of those who made it", slips=("vendor",)),
        Field("date", Kind.NODE, "when it came out, as far as known: 2023, 2023-05, 2023-05-11"),
        Field("base", Kind.NODE, "what it descends from: `llama-2 (finetune)`, or a list"),
        Field("sizes", Kind.NODE, "checkpoints: [7B, 13B], or mappings with a name and facts"),
        Field("links", Kind.NODE, "addresses, or mappings with url, kind and label"),
        _SUMMARY,
        *(Field(row.name, Kind.NODE, row.meaning[:1].lower() + row.meaning[1:].rstrip(".")) for row in FACT_FIELDS),
    ),
)
