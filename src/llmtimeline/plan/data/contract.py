"""What the dataset promises: the versions of its form, each with the schemas that it had.

Within v1 the form is only added to. A change of the schemas needs a new row here and words for it in
templates/i18n (`contract_1_2_0`), from which the changelog is made; a test compares the digest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from llmtimeline.plan.data.jsontext import json_file


@dataclass(frozen=True, slots=True)
class Contract:
    """A version of the dataset's form."""

    version: str  # semantic: the second number grows with what is added, the third with what is only said better
    digest: str  # of the schemas


CONTRACTS: tuple[Contract, ...] = (
    Contract("1.1.0", "e6c4add3c38461f5"),
    Contract("1.0.0", "4a643d2ed3b1bdbc"),
)
"""Newest first."""

CURRENT = CONTRACTS[0].version


def digest_of(schemas: Mapping[str, object]) -> str:
    """The digest of schemas: the first sixteen digits of the SHA-256 of their JSON."""
    return hashlib.sha256(json_file(dict(schemas)).encode()).hexdigest()[:16]
