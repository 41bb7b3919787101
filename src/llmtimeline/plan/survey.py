"""Content and registry to the list of all pages, each with its address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from llmtimeline.plan.compare.pairs import common_pairs
from llmtimeline.plan.pages import OURS, Kind, Page
from llmtimeline.plan.routing.permalinks import Subject, content_name, subject_of
from llmtimeline.plan.routing.routes import Address, Routes
from llmtimeline.plan.routing.titles import list_title, section_label, section_title, taxonomy_label
from llmtimeline.plan.taxonomies import TermIndex
from llmtimeline.plan.timeline.traits import slices_of
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Diagnostic, Related, Severity, diagnose
from llmtimeline.values.posts import Node, Post, PostKey
from llmtimeline.values.registry import Registry

_KIND_OF = {
    "page": (Kind.POST,),
    "home": (Kind.HOME,),
    "section": (Kind.SECTION,),
    "taxonomy": (Kind.TAXONOMY,),
    "term": (Kind.TERM,),
}
_NAMED_IN_WORDS = (Kind.YEAR, Kind.COMPARISON)  # the templates have a title for these
_LAYOUTS = {"archives": Kind.ARCHIVES, "search": Kind.SEARCH}


class Survey:
    """Gathers the pages. Made once, read once; nothing of it outlives the indexing."""

    def __init__(
        self,
        posts: Sequence[Post],
        registry: Registry,
        config: Config,
        routes: Routes,
        folders: Iterable[tuple[str, str]] = (),
    ) -> None:
        """`folders` are first folders below the content folder, each with a language: sections whether or not any post
        of theirs is out."""
        self.config, self.registry, self.routes = config, registry, routes
        spoken = {language.key for language in config.languages}
        known = (post for post in posts if post.key.language in spoken)
        self.posts = sorted(known, key=lambda post: (post.path, post.key))
        self.pages: list[Page] = []
        self.page_of: dict[PostKey, Page] = {}
        self.fixed: dict[tuple[str, Kind], Page] = {}
        self.taxonomies: dict[tuple[str, str], Page] = {}
        self.terms: dict[tuple[str, str, str], Page] = {}
        self.subjects: dict[tuple[str, Kind, str], Page] = {}
        self.comparisons = common_pairs(registry)
        self.term_indexes: dict[str, TermIndex] = {}
        self.diagnostics: list[Diagnostic] = []
        self._nodes: dict[tuple[str, str], Page] = {}  # (language, folder) -> the page that lists it
        self._branches: dict[tuple[str, str], Post] = {}
        self._folders: dict[str, str] = {}
        self._first_folders = tuple(folders)
        self._slices = slices_of(registry)
        disabled = {kind.lower() for kind in config.disabled_kinds}
        self._has_404 = "404" not in disabled
        self._unmade = frozenset(kind for name in disabled for kind in _KIND_OF.get(name, ()))
        self._taken: frozenset[tuple[str, str]] = frozenset()  # (language, folder) where lists of the site stand

    def run(self) -> None:
        """Fills everything."""
        self._gather_branches()
        self._taken = frozenset(self._lists_of_the_site())
        for language in self.config.languages:
            self._add_fixed(language)
            self._add_taxonomies(language)
        self._add_sections()
        for post in self.posts:
            if post.node is not Node.BRANCH:
                self._add_post(post)
        for language in self.config.languages:
            self._add_terms(language)
            self._add_subjects(language)
            if self._has_404:
                self._add_not_found(language)

    def _gather_branches(self) -> None:
        for post in self.posts:
            if post.node is not Node.BRANCH:
                continue
            place = (post.key.language, self.routes.rules.file(post.key.id))
            first = self._branches.setdefault(place, post)
            if first is not post:
                related = (Related(first.span, "the other file"), Related(post.span, "this file"))
                message = f"two files are the `_index.md` of `/{place[1]}/`"
                self.diagnostics.append(diagnose("LT501", message, post.span, related=related))

    def _add_fixed(self, language: Language) -> None:
        key = language.key
        home = self._node(Kind.HOME, key, "", "@home")
        self.fixed[key, Kind.HOME] = home
        for kind in OURS:
            address: str | None = getattr(self.config.timeline, kind.value)
            path = self.routes.rules.path((address or "").strip("/"))
            if path:
                page = self._node(kind, key, path, f"@{kind.value}", parent=home)
                self.fixed[key, kind] = page

    def _lists_of_the_site(self) -> Iterator[tuple[str, str]]:
        """Where a section with posts or a taxonomy stands, and nothing of ours can."""
        for language in self.config.languages:
            yield from ((language.key, self.routes.rules.file(plural)) for _, plural in self.config.taxonomies)
        for post in self.posts:
            folder = self._folder(post)
            while folder and post.node is not Node.BRANCH:
                if "/" not in folder or (post.key.language, folder) in self._branches:
                    yield post.key.language, folder
                folder = folder.rpartition("/")[0]

    def _listed(self, kind: str, language: str, path: str, sections: tuple[str, ...], title: str) -> Address:
        """The address of a list of Hugo's; `kind` is Hugo's word for it."""
        own = self._branches.get((language, path))
        name = path.rpartition("/")[2]
        slugs = self._slugs(language, sections)
        subject = subject_of(own, sections, slugs) if own else Subject(title, name, "", None, sections, slugs)
        address, climbed = self.routes.listed(kind, language, path, own, subject)
        if own is not None:
            self._check_climbing(own, climbed=climbed)
        return address

    def _slugs(self, language: str, sections: tuple[str, ...]) -> tuple[str, ...]:
        """The sections of a path, each by the `slug` of its own file where it has one."""
        found = []
        for number, name in enumerate(sections, start=1):
            own = self._branches.get((language, "/".join(sections[:number])))
            found.append(self.routes.rules.path(own.front.slug) if own and own.front.slug else name)
        return tuple(found)

    def _add_taxonomies(self, language: Language) -> None:
        key, rules = language.key, self.routes.rules
        self.term_indexes[key] = TermIndex(self.config.taxonomies, rules)
        for _, plural in self.config.taxonomies:
            path = rules.file(plural)
            title = list_title(plural, self.config)
            home = self.fixed[key, Kind.HOME]
            address = self._listed("taxonomy", key, path, (path,), title)
            label = taxonomy_label(plural, title, language.locale)
            page = self._node(Kind.TAXONOMY, key, path, label, address=address, parent=home, subject=plural)
            self.taxonomies[key, plural] = page

    def _add_sections(self) -> None:
        """First folders always are sections, deeper ones with an `_index.md` (measured in Hugo)."""
        wanted: set[tuple[str, str]] = {place for place in self._branches if not self._is_overlay(*place)}
        wanted.update((language, self.routes.rules.file(folder)) for language, folder in self._first_folders)
        for post in self.posts:
            folder = self._folder(post)
            if folder and post.node is not Node.BRANCH:
                wanted.add((post.key.language, folder.partition("/")[0]))
        for language, path in sorted(wanted):
            if (language, path) in self._nodes:
                continue
            first = path.partition("/")[0]
            if first != path and (language, first) not in self._nodes:
                self._add_section(language, first)
            self._add_section(language, path)

    def _add_section(self, language: str, path: str) -> None:
        own = self._branches.get((language, path))
        name = path.rpartition("/")[2]
        title = section_title(name, self.config)
        label = section_label(name, title, self.config.language(language).locale)
        address = self._listed("section", language, path, tuple(path.split("/")), title)
        above = self._above(language, path)
        if own is not None and above.kind in (Kind.MODELS, Kind.VENDORS):
            message = f"no {above.kind.value[:-1]} `{name}` that this file could introduce"
            self.diagnostics.append(diagnose("LT309", message, own.span, severity=Severity.WARNING))
        self._node(Kind.SECTION, language, path, label, address=address, parent=above)

    def _add_post(self, post: Post) -> None:
        language = post.key.language
        parent = self._above(language, self._folder(post) + "/x")
        sections = tuple(parent.subject.split("/")) if parent.kind is Kind.SECTION else ()
        subject = subject_of(post, sections, self._slugs(language, sections))
        address, climbed = self.routes.post(post, subject)
        self._check_climbing(post, climbed=climbed)
        front = post.front
        title = front.title or content_name(post)
        kind = _LAYOUTS.get(front.layout, Kind.POST)
        key = f"post:{front.translation_key or post.key.id}"
        label = front.link_title or title or "@home"
        page = Page(kind, key, language, address, label, title, parent, post, Kind.POST not in self._unmade)
        self.pages.append(page)
        self.page_of.setdefault(post.key, page)

    def _add_terms(self, language: Language) -> None:
        key, index, rules = language.key, self.term_indexes[language.key], self.routes.rules
        for post in self.posts:  # also those that no list names, and sections: Hugo publishes the pages of their terms
            page = self.page_of.get(post.key)
            if page is not None and page.language == key and page.is_made and post.front.render != "never":
                self.diagnostics.extend(index.add(post))
        for _, plural in self.config.taxonomies:
            parent = self.taxonomies[key, plural]
            found = {slug: term.title for (of, slug), term in index.terms.items() if of == plural}
            folder = rules.file(plural)
            for (spoken, path), branch in self._branches.items():
                if spoken == key and path.startswith(folder + "/"):
                    found.setdefault(path[len(folder) + 1 :], content_name(branch))
            for slug in sorted(found):
                path, title = f"{folder}/{slug}", list_title(found[slug], self.config)
                address = self._listed("term", key, path, (folder,), title)
                page = self._node(Kind.TERM, key, path, title, address=address, parent=parent)
                self.terms[key, plural, slug] = page

    def _add_subjects(self, language: Language) -> None:
        key = language.key
        years = sorted({release.date.year for release in self.registry.releases.values()})
        self._add_each(key, Kind.TIMELINE, Kind.YEAR, ((str(year), str(year)) for year in years))
        self._add_each(key, Kind.TIMELINE, Kind.SLICE, ((each, f"@slice_{each}") for each in self._slices))
        names = {model.id: model.names.of(key) or model.id for model in self.registry.models.values()}
        self._add_each(key, Kind.MODELS, Kind.MODEL, names.items())
        vendors = ((vendor.id, vendor.names.of(key) or vendor.id) for vendor in self.registry.vendors.values())
        self._add_each(key, Kind.VENDORS, Kind.VENDOR, vendors)
        pairs = ((subject, " vs ".join(names[each] for each in ids)) for subject, ids in self.comparisons.items())
        self._add_each(key, Kind.COMPARE, Kind.COMPARISON, pairs)

    def _add_each(self, language: str, above: Kind, kind: Kind, named: Iterable[tuple[str, str]]) -> None:
        parent = self.fixed.get((language, above))
        if parent is None:
            return
        for subject, name in named:
            path = f"{parent.subject}/{subject}"
            page = self._node(kind, language, path, name, parent=parent, subject=subject)
            self.subjects[language, kind, subject] = page

    def _add_not_found(self, language: Language) -> None:
        key, home = language.key, self.fixed[language.key, Kind.HOME]
        address = self.routes.not_found(key)
        self.pages.append(Page(Kind.NOT_FOUND, f"404:{key}", key, address, "@404", "", home))
        if key == self.config.default_language and address.path != "404.html":
            # Hosts look for it at the root only, which Hugo leaves empty when every language has a folder.
            self.pages.append(Page(Kind.NOT_FOUND, "404:", key, self.routes.at("404.html"), "@404", "", home))

    def _node(
        self,
        kind: Kind,
        language: str,
        path: str,
        label: str,
        *,
        address: Address | None = None,
        parent: Page | None = None,
        subject: str | None = None,
    ) -> Page:
        """A page that may list others, with title and introduction from the `_index.md` of its folder."""
        # Where a list of the site stands, ours will give way, and the `_index.md` is the site's.
        gives_way = kind in OURS and (language, path) in self._taken
        own = None if gives_way else self._branches.get((language, path))
        title = "" if label.startswith("@") or kind in _NAMED_IN_WORDS else label
        if own is not None and kind is not Kind.HOME:
            title = own.front.title or title
            label = own.front.link_title or title or label
        key = f"{kind.value}:{own.front.translation_key if own and own.front.translation_key else path}"
        address = address or self.routes.folder(language, path)
        subject = path if subject is None else subject
        page = Page(kind, key, language, address, label, title, parent, own, kind not in self._unmade, subject)
        self.pages.append(page)
        if not gives_way:
            self._nodes.setdefault((language, path), page)
        if own is not None:
            self.page_of[own.key] = page
        return page

    def _above(self, language: str, path: str) -> Page:
        while "/" in path:
            path = path.rpartition("/")[0]
            found = self._nodes.get((language, path))
            if found is not None:
                return found
        return self.fixed[language, Kind.HOME]

    def _folder(self, post: Post) -> str:
        raw = post.key.id.rpartition("/")[0]
        folder = self._folders.get(raw)
        if folder is None:
            folder = self._folders[raw] = self.routes.rules.file(raw)
        return folder

    def _is_overlay(self, language: str, path: str) -> bool:
        """Whether an `_index.md` belongs to a page that exists anyhow."""
        if (language, path) in self._nodes:
            return True
        above, name = self._above(language, path), path.rpartition("/")[2]
        if above.kind is Kind.TIMELINE:
            return name.isdigit() or name in self._slices
        known = {Kind.MODELS: self.registry.models, Kind.VENDORS: self.registry.vendors, Kind.COMPARE: self.comparisons}
        return above.kind is Kind.TAXONOMY or name in known.get(above.kind, ())

    def _check_climbing(self, post: Post, *, climbed: bool) -> None:
        if climbed:
            field = "url" if post.front.url else "slug"
            span = post.front.places.get(field, post.span)
            self.diagnostics.append(
                diagnose("LT503", f"`{field}` climbs out of the site", span, hint="leave out the `..`")
            )
