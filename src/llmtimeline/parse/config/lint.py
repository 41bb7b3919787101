"""What is right as notation and wrong as a setting: values that nobody filled in, links that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from llmtimeline.parse.config.edit_links import check_edit_links
from llmtimeline.parse.notation.left_over import gathered
from llmtimeline.parse.notation.reading import Reading
from llmtimeline.values.config import Config


def lint_config(config: Config, reading: Reading) -> None:
    """Adds LT121, and leaves one LT117 for each text that was never filled in."""
    reading.findings[:] = gathered(reading.findings, reading.places, dict(_switched_off(config)))
    reading.findings += check_edit_links(config)


def _switched_off(config: Config) -> Iterator[tuple[str, str]]:
    """The dotted key of PaperMod's profile wherever it is not shown, and its name."""
    for prefix, params in (
        ("", config.params),
        *((f"languages.{each.key}.", each.params) for each in config.languages),
    ):
        profile = params.get("profilemode")
        if isinstance(profile, Mapping) and profile.get("enabled") is not True:
            yield f"{prefix}params.profilemode", "profileMode"
