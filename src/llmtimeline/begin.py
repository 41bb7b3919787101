"""What `new content` does, as a straight list: it loads the config and an archetype, runs it, and writes the new files.

The pipeline's small sister. It never parses the site's posts, so that a broken one cannot keep an author from writing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from llmtimeline.load.archetype_lookup import find_archetype
from llmtimeline.load.config import find_config
from llmtimeline.load.folders import real_path
from llmtimeline.parse.archetypes.evaluate import evaluate
from llmtimeline.parse.archetypes.files import Files, plan_files
from llmtimeline.parse.archetypes.made import check_made
from llmtimeline.parse.archetypes.names import Target, read_path, rivals
from llmtimeline.parse.archetypes.pages import describe_page, moment_in
from llmtimeline.parse.config.site import parse_config
from llmtimeline.values.archetypes import Wish
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Diagnostic, diagnose, has_errors, in_order
from llmtimeline.values.request import Request
from llmtimeline.write.content import NewFile, write_new

# With one of these nothing of a config is known: neither its languages nor its folders.
_UNREADABLE = frozenset({"LT001", "LT002", "LT003", "LT004", "LT101", "LT109"})


@dataclass(frozen=True, slots=True)
class Begun:
    """What came of a wish."""

    made: tuple[str, ...]  # from the site's root; () when nothing was written
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str] = field(default_factory=dict)  # path -> text, for excerpts


@dataclass(slots=True)
class _Findings:
    """What is found on the way, and the texts that it speaks of."""

    all: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)

    def stopped(self) -> Begun:
        return Begun((), in_order(self.all), self.sources)


def begin(request: Request, wish: Wish) -> Begun:
    """Makes what was wished for: all files, or none when an error stops it."""
    found = _Findings()
    config, whole = _read_config(request, found)
    if config is None:
        return found.stopped()
    path = read_path(wish, config, whole_config=whole)
    found.all += path.diagnostics
    if path.value is None:
        return found.stopped()
    archetype = find_archetype(
        Path(request.root), config.theme, wish.kind, path.value.section, folders=path.value.stem in ("", "index")
    )
    found.all += archetype.diagnostics
    if archetype.value is None:
        return found.stopped()
    found.sources.update((source.path, source.text) for _, source in archetype.value.pages)
    files = plan_files(path.value, archetype.value, wish, config)
    found.all += files.diagnostics
    places = _places(files.value, Path(request.root), config, found, force=wish.force)
    if has_errors(found.all):
        return found.stopped()
    texts = _run(files.value, request, wish, config, found)
    if has_errors(found.all):
        return found.stopped()
    made = [NewFile(places[path], text.encode()) for path, text in texts.items()]
    made += [NewFile(places[path], Path(asset.origin)) for path, asset in files.value.copies]
    try:
        write_new(made, force=wish.force)
    except OSError as error:
        found.all.append(_cannot_write(error, files.value))
        return found.stopped()
    return Begun(tuple(places), in_order(found.all), found.sources)


def _read_config(request: Request, found: _Findings) -> tuple[Config | None, bool]:
    """The config, with defaults for what is wrong in it, and whether it could be read. None where there is no site."""
    sources = find_config(Path(request.root), request.environment)
    if any(finding.code == "LT005" for finding in sources.diagnostics):
        found.all += sources.diagnostics
        return None, False
    config = parse_config(*sources.value, environment=request.environment, environ=request.environ)
    findings = [*sources.diagnostics, *(config.diagnostics if sources.value else ())]
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    # A build tells all of them; here only what may put the new file into a wrong place counts, and stops nothing.
    found.all += [replace(finding, severity=Severity.WARNING) for finding in errors]
    found.sources.update((source.path, source.text) for source in sources.value)
    return config.value, not any(finding.code in _UNREADABLE for finding in errors)


def _run(files: Files, request: Request, wish: Wish, config: Config, found: _Findings) -> dict[str, str]:
    """The text of each page by its path."""
    now = moment_in(request.now, config)
    texts: dict[str, str] = {}
    for page in files.pages:
        record = describe_page(page.path, page.target, kind=wish.kind, now=now, config=config)
        made = evaluate(page.archetype, record, now)
        found.all += made.diagnostics
        if made.value is not None:
            texts[page.target.path] = made.value.text
            found.all += check_made(made.value, page.archetype, config)
    return texts


def _places(files: Files, root: Path, config: Config, found: _Findings, *, force: bool) -> dict[str, Path]:
    """Where each file stands on the disk, by its path. Adds LT003 and LT605 for those that cannot stand there."""
    places: dict[str, Path] = {}
    paths = [*(page.target.path for page in files.pages), *(path for path, _ in files.copies)]
    for path in paths:
        folder = real_path((root / path).parent, root, path, found.all)
        if folder is None:
            continue
        places[path] = folder / path.rpartition("/")[2]
        if os.path.lexists(places[path]) and not (force and not places[path].is_dir()):
            hint = "--force replaces it" if places[path].is_file() else "give another name"
            found.all.append(diagnose("LT605", f"`{path}` is there already", hint=hint))
    found.all += _check_rivals((page.target for page in files.pages), root, config)
    return places


def _check_rivals(targets: Iterable[Target], root: Path, config: Config) -> list[Diagnostic]:
    return [
        diagnose(
            "LT605",
            f"`{rival}` is there already, and is the same page as `{target.path}` would be",
            hint="rename or remove it first, or give another name",
        )
        for target in targets
        for rival in rivals(target, config)
        if os.path.lexists(root / rival)
    ]


def _cannot_write(error: OSError, files: Files) -> Diagnostic:
    path = files.pages[0].target.path
    if isinstance(error, FileExistsError):
        return diagnose("LT605", f"the place of `{path}` is taken", hint="give another name")
    return diagnose("LT602", f"cannot write `{path}`: {error.strerror or error}", hint="nothing was changed")
