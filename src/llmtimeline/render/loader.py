"""Templates by name out of the theme's layers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import BaseLoader, Environment, TemplateNotFound

from llmtimeline.values.sources import TemplateSource

HIDDEN = "!theme/"


class ThemeLoader(BaseLoader):
    """Gives Jinja the theme's texts, under the path that an author knows."""

    def __init__(self, templates: Mapping[str, TemplateSource]) -> None:
        self.templates = templates

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """The text, its path to show, and that it never goes stale."""
        source = self.templates.get(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.path, lambda: True

    def list_templates(self) -> list[str]:
        """All names, sorted."""
        return sorted(self.templates)


def resolve_name(asked: str, asking: str, templates: Mapping[str, TemplateSource]) -> str:
    """The full name of what a template asks for.

    `!theme/x` inside `x` is the `x` that this one hides, at every depth. Inside another template it is the nearest
    hidden `x`, or the plain one where no layer hides any.
    """
    if not asked.startswith(HIDDEN):
        return asked
    depth, name = _split(asked)
    asking_depth, asking_name = _split(asking)
    if name == asking_name:
        return HIDDEN * (depth + asking_depth) + name
    while depth and HIDDEN * depth + name not in templates:
        depth -= 1
    return HIDDEN * depth + name


def _split(name: str) -> tuple[int, str]:
    plain = name
    while plain.startswith(HIDDEN):
        plain = plain[len(HIDDEN) :]
    return (len(name) - len(plain)) // len(HIDDEN), plain
