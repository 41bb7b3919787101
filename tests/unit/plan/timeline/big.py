"""A timeline as it may be in ten years, in memory: as many releases, models and vendors as one asks for."""

from __future__ import annotations

from datetime import date, timedelta

from llmtimeline.values.facts import Modalities
from llmtimeline.values.registry import Registry, Release

from ..builders import a_claim, a_model, a_registry, a_release

_FIRST = date(2017, 1, 1)
_OPENNESS = ("open", "closed", "gated", "partial", "")
_MODALITIES = (Modalities(("text",), ("text",)), Modalities(("text", "image"), ("text",)), Modalities(("audio",)))


def many_releases(count: int, *, vendors: int = 300, years: int = 9) -> list[Release]:
    """Releases that grow denser: of the n-th the date is the root of its share of the years. Of every tenth only the
    month is known, of every hundredth only the year; every seventh is a major one."""
    found = []
    for number in range(count):
        day = _FIRST + timedelta(days=int((number / count) ** 0.5 * years * 365.25))
        text = day.isoformat()[: 4 if number % 100 == 0 else 7 if number % 10 == 0 else 10]
        identity = f"model-{number:04}"
        claims = [a_claim(identity, "modalities", _MODALITIES[number % 3])] if number % 2 else []
        if openness := _OPENNESS[number % 5]:
            claims.append(a_claim(identity, "weights", openness))
        vendor = f"vendor-{number * number % vendors:03}"
        importance = 3 if number % 7 == 0 else 2
        found.append(a_release(identity, text, vendors=[vendor], claims=tuple(claims), importance=importance))
    return found


def a_big_registry(count: int, **more: int) -> Registry:
    """The registry of so many releases, each of a model of its own; ten families hold two fifths of them."""
    releases = many_releases(count, **more)
    families = [a_model(f"family-{number}", kind="family") for number in range(10)]
    models = [
        a_model(
            release.id,
            *release.claims,
            family=f"family-{number % 10}" if number % 5 < 2 else "",
            releases=(release.id,),
            vendors=release.vendors,
        )
        for number, release in enumerate(releases)
    ]
    return a_registry(releases, [*models, *families])
