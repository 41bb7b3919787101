"""What can be known of the templates before any of them runs."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

from llmtimeline.render import shortcodes
from llmtimeline.render.faults import did_you_mean, field_names, nearest, place, syntax_fault
from llmtimeline.render.labels import KEYS
from llmtimeline.render.loader import resolve_name
from llmtimeline.render.words import Texts
from llmtimeline.values.diagnostics import Diagnostic, diagnose, in_order
from llmtimeline.values.sources import TemplateSource
from llmtimeline.values.views import PageView, ShortcodeView, SiteView

CONTEXT = ("page", "site", "feed")
_VIEWS = {"page": PageView, "site": SiteView, "shortcode": ShortcodeView}

_N = TypeVar("_N", bound=nodes.Node)
_Referring = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport


class _Kind(enum.Enum):
    EXTENDED = enum.auto()
    INCLUDED = enum.auto()
    IMPORTED = enum.auto()  # sees no context


@dataclass(frozen=True, slots=True)
class _Reference:
    """One template that another names. `target` is None when only a run would tell."""

    asked: str
    target: str | None
    line: int
    optional: bool  # `ignore missing`, or one of several
    kind: _Kind


@dataclass(frozen=True, slots=True)
class _Parsed:
    """A template that could be read."""

    source: TemplateSource
    all_nodes: tuple[nodes.Node, ...]  # all of its tree; walking the tree once for each question is slow
    references: tuple[_Reference, ...]
    unknown: frozenset[str]  # names that it takes from its context
    stored: frozenset[str]  # names that it sets

    def nodes_of(self, kind: type[_N]) -> Iterator[_N]:
        """Its nodes of a kind, in the order of the text."""
        return _of_kind(self.all_nodes, kind)


def check_templates(
    templates: Mapping[str, TemplateSource], environment: Environment, languages: Iterable[Texts]
) -> tuple[Diagnostic, ...]:
    """Everything wrong with the templates, in order. Adds LT401 to LT405."""
    found: list[Diagnostic] = []
    parsed: dict[str, _Parsed] = {}
    for name in sorted(templates):
        source = templates[name]
        try:
            parsed[name] = _parse(name, source, environment, templates)
        except TemplateSyntaxError as error:
            found.append(syntax_fault(error, source))
        except RecursionError:
            found.append(diagnose("LT402", "nested too deep", place(source, 1)))
    visible, lonely = _visible(parsed), _only_imported(parsed)
    spoken = tuple(languages)
    for name, template in parsed.items():
        known = {*environment.globals, *visible[name]}
        found.extend(_check_references(template, templates))
        context = () if name in lonely else shortcodes.CONTEXT if shortcodes.is_shortcode(name) else CONTEXT
        found.extend(_check_names(template, known.union(context)))
        found.extend(_check_fields(template))
        found.extend(_check_words(template, spoken))
    return in_order(found)


def check_labels(languages: Iterable[Texts]) -> Iterator[Diagnostic]:
    """LT404 for each word that the filters need and a language lacks; no template is to blame for these."""
    for texts in languages:
        for key in KEYS:
            if key not in texts:
                yield diagnose("LT404", f"the words of `{texts.language}` lack `{key}`", hint=_where_to_add(texts))


def _where_to_add(texts: Texts) -> str:
    return f"add it to templates/i18n/{texts.language}.yaml"


def _parse(
    name: str, source: TemplateSource, environment: Environment, templates: Mapping[str, TemplateSource]
) -> _Parsed:
    tree = environment.parse(source.text, name, source.path)
    unknown = meta.find_undeclared_variables(tree)  # also finds unknown filters and tests
    found = tuple(tree.find_all(nodes.Node))
    stored = {node.name for node in _of_kind(found, nodes.Name) if node.ctx == "store"}
    stored |= {node.name for node in _of_kind(found, nodes.Macro)}
    stored |= {node.target for node in _of_kind(found, nodes.Import)}
    for imported in _of_kind(found, nodes.FromImport):
        stored |= {item if isinstance(item, str) else item[1] for item in imported.names}
    references = tuple(_references(found, name, templates))
    return _Parsed(source, found, references, frozenset(unknown), frozenset(stored))


def _of_kind(found: Iterable[nodes.Node], kind: type[_N]) -> Iterator[_N]:
    return (node for node in found if isinstance(node, kind))


def _references(
    found: Sequence[nodes.Node], name: str, templates: Mapping[str, TemplateSource]
) -> Iterator[_Reference]:
    for node in _referring(found):
        several = node.template.items if isinstance(node.template, (nodes.Tuple, nodes.List)) else None
        optional = several is not None or (isinstance(node, nodes.Include) and node.ignore_missing)
        for part in [node.template] if several is None else several:
            if isinstance(part, nodes.Const) and isinstance(part.value, str):
                target = resolve_name(part.value, name, templates)
                yield _Reference(part.value, target, node.lineno, optional, _kind(node))
            else:
                yield _Reference("", None, node.lineno, optional, _kind(node))


def _referring(found: Sequence[nodes.Node]) -> Iterator[_Referring]:
    yield from _of_kind(found, nodes.Extends)
    yield from _of_kind(found, nodes.Include)
    yield from _of_kind(found, nodes.Import)
    yield from _of_kind(found, nodes.FromImport)


def _kind(node: _Referring) -> _Kind:
    if isinstance(node, nodes.Extends):
        return _Kind.EXTENDED
    return _Kind.INCLUDED if isinstance(node, nodes.Include) or node.with_context else _Kind.IMPORTED


def _visible(parsed: Mapping[str, _Parsed]) -> dict[str, frozenset[str]]:
    """What each template may take from its context, besides the views: names set by itself and by whoever runs it."""
    runs_with: dict[str, set[str]] = {name: {name} for name in parsed}
    for name, template in parsed.items():
        for reference in template.references:
            if reference.target is None or reference.target not in parsed or reference.kind is _Kind.IMPORTED:
                continue
            runs_with[reference.target].add(name)
            if reference.kind is _Kind.EXTENDED:  # what the base sets at its top is seen in the blocks
                runs_with[name].add(reference.target)
    return {name: frozenset().union(*(parsed[other].stored for other in _closure(name, runs_with))) for name in parsed}


def _only_imported(parsed: Mapping[str, _Parsed]) -> set[str]:
    """Templates of macros: nothing runs them with a context."""
    references = [reference for template in parsed.values() for reference in template.references if reference.target]
    imported = {reference.target for reference in references if reference.kind is _Kind.IMPORTED}
    return {name for name in imported if name} - {
        reference.target for reference in references if reference.target and reference.kind is not _Kind.IMPORTED
    }


def _closure(name: str, edges: Mapping[str, set[str]]) -> set[str]:
    reached, waiting = {name}, [name]
    while waiting:
        for other in edges[waiting.pop()] - reached:
            reached.add(other)
            waiting.append(other)
    return reached


def _check_references(template: _Parsed, templates: Mapping[str, TemplateSource]) -> Iterator[Diagnostic]:
    for reference in template.references:
        if reference.target is None:
            hint = 'write the name out: {% include "partials/x.html" %}'
            yield diagnose(
                "LT405", "the name of a template is worked out", place(template.source, reference.line), hint=hint
            )
        elif reference.target not in templates and not reference.optional:
            span = place(template.source, reference.line, reference.asked)
            hint = did_you_mean(nearest(reference.asked, templates))
            yield diagnose("LT401", f"no template `{reference.asked}`", span, hint=hint)


def _check_names(template: _Parsed, known: set[str]) -> Iterator[Diagnostic]:
    for name in sorted(template.unknown - known):
        line = next((n.lineno for n in template.nodes_of(nodes.Name) if n.name == name), 1)
        near = did_you_mean(nearest(name, sorted(known)))
        hint = "an imported macro sees only its arguments" if name in CONTEXT else near
        yield diagnose("LT403", f"unknown name `{name}`", place(template.source, line, name), hint=hint)


def _check_fields(template: _Parsed) -> Iterator[Diagnostic]:
    for node in template.nodes_of(nodes.Getattr):
        owner = node.node
        if not isinstance(owner, nodes.Name) or owner.name in template.stored:
            continue
        view = _VIEWS.get(owner.name)
        if view is None or node.attr in field_names(view):
            continue
        hint = did_you_mean(nearest(node.attr, field_names(view)))
        span = place(template.source, node.lineno, node.attr)
        yield diagnose("LT403", f"`{owner.name}` has no `{node.attr}`", span, hint=hint)


def _check_words(template: _Parsed, languages: tuple[Texts, ...]) -> Iterator[Diagnostic]:
    for node in template.nodes_of(nodes.Call):
        if not isinstance(node.node, nodes.Name) or node.node.name != "t" or not node.args:
            continue
        key = node.args[0]
        if not isinstance(key, nodes.Const) or not isinstance(key.value, str):
            continue
        for texts in languages:
            if key.value not in texts:
                span = place(template.source, node.lineno, key.value)
                message = f"the words of `{texts.language}` lack `{key.value}`"
                yield diagnose("LT404", message, span, hint=_where_to_add(texts))
