"""Shortcodes on their way to a template: addresses filled in, unknown ones reported."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from html import unescape

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Page
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.posts import ArgumentValue, Piece, Ref, Shortcode
from llmtimeline.values.views import Html, HtmlPart, PictureView, ShortcodePage, ShortcodeValue, ShortcodeView

FOLDER = "shortcodes/"
_BUILT_IN = ("ref", "relref", "param", "comment", "highlight")  # without a template

Resolve = Callable[[Ref], str]  # the address, escaped for an attribute


def joined(parts: Iterable[HtmlPart]) -> Html:
    """The parts as HTML: one string where no shortcode stands in it."""
    merged: list[HtmlPart] = []
    run: list[str] = []
    for part in parts:
        if isinstance(part, str):
            run.append(part)
        else:
            merged += ("".join(run), part) if run else (part,)
            run = []
    if not merged:
        return "".join(run)
    return (*merged, "".join(run)) if run else tuple(merged)


class Shortcodes:
    """The shortcodes that the theme has templates for."""

    def __init__(self, index: SiteIndex) -> None:
        self._index = index
        templates = index.tree.theme.templates
        suffix = ".html"
        self._names = frozenset(
            name[len(FOLDER) : -len(suffix)] for name in templates if name.startswith(FOLDER) and name.endswith(suffix)
        )

    def view(
        self,
        hole: Shortcode,
        page: Page,
        resolve: Resolve,
        fill: Callable[[Iterable[Piece]], Html],
        picture: Callable[[str], PictureView],
    ) -> Html:
        """What a template sees of the hole; what the shortcode encloses where there is no template."""
        inner = fill(hole.inner)
        if hole.name not in self._names:
            return inner

        def value(given: ArgumentValue) -> ShortcodeValue:
            if isinstance(given, Ref):
                return unescape(resolve(given))
            if isinstance(given, tuple):
                filled = fill(given)
                return (filled,) if isinstance(filled, str) else filled
            return given

        return (
            ShortcodeView(
                name=hole.name,
                number=hole.number,
                positional=tuple(value(each) for each in hole.positional),
                named={key: value(each) for key, each in hole.named.items()},
                inner=inner,
                inner_text=hole.inner_text,
                is_paired=hole.is_paired,
                page=self._page(page),
                pictures={
                    key: picture(unescape(resolve(each)))
                    for key, each in hole.named.items()
                    if isinstance(each, Ref) and each.image
                },
            ),
        )

    def check(self, hole: Shortcode) -> Diagnostic | None:
        """LT210 where no template draws the shortcode."""
        if hole.name in self._names:
            return None
        near = difflib.get_close_matches(hole.name, sorted((*self._names, *_BUILT_IN)), 1, 0.6)
        hint = f"did you mean `{near[0]}`?" if near else f"write a Jinja template templates/{FOLDER}{hole.name}.html"
        return diagnose("LT210", f"no shortcode `{hole.name}`", hole.span, hint=hint)

    def _page(self, page: Page) -> ShortcodePage:
        params: Mapping[str, object] = page.post.front.params if page.post else {}
        config = self._index.config
        site = config.language(page.language).params
        return ShortcodePage(page.title, page.url, page.permalink, page.language, params, site)
