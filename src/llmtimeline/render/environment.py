"""Jinja as the theme needs it: layers of templates, and the two things that are called most without detours."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound
from jinja2.runtime import Context, Macro

from llmtimeline.render.loader import ThemeLoader, resolve_name
from llmtimeline.render.words import Texts


class LayeredEnvironment(Environment):
    """Jinja that knows what `!theme/` means inside a template, and keeps whatever a template has asked for.

    A page asks for some twenty templates, among them the site's own additions to the head and the footer, which most
    sites do not have; Jinja would look for those anew on every page.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.context_class = _QuickContext
        self._asked: dict[tuple[str, str | None], Template | None] = {}

    def join_path(self, template: str, parent: str) -> str:
        """The full name of what `parent` asks for."""
        loader = self.loader
        return resolve_name(template, parent, loader.templates) if isinstance(loader, ThemeLoader) else template

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's name for it
    ) -> Template:
        """A template by its name, compiled once. Raises TemplateNotFound."""
        if globals is not None or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        asked = (name, parent)
        if asked not in self._asked:
            try:
                self._asked[asked] = super().get_template(name, parent)
            except TemplateNotFound:
                self._asked[asked] = None
                raise
        template = self._asked[asked]
        if template is None:
            raise TemplateNotFound(name if parent is None else self.join_path(name, parent))
        return template


class _QuickContext(Context):
    """Calls macros and words, which are nearly all that templates call, without asking first what they are."""

    def call(self, called: Any, /, *values: Any, **options: Any) -> Any:
        """As Jinja's, whose two names for its own use no macro may see."""
        kind = type(called)
        if kind is not Macro and kind is not Texts:
            return super().call(called, *values, **options)
        options.pop("_block_vars", None)
        options.pop("_loop_vars", None)
        return called(self.eval_ctx, *values, **options) if kind is Macro else called(*values, **options)
