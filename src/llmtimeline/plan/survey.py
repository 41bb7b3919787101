"""Content and registry to the list of all pages, each with its address."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.permalinks import content_name
from llmtimeline.plan.routes import Address, Routes
from llmtimeline.plan.taxonomies import TermIndex
from llmtimeline.plan.titles import section_title
from llmtimeline.values.config import Config, Language
from llmtimeline.values.diagnostics import Diagnostic, Related, Severity, diagnose
from llmtimeline.values.posts import Node, Post, PostKey
from llmtimeline.values.registry import Registry


class Survey:
    """Gathers the pages. Made once, read once; nothing of it outlives the indexing."""

    def __init__(self, posts: Sequence[Post], registry: Registry, config: Config, routes: Routes) -> None:
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
        self.term_indexes: dict[str, TermIndex] = {}
        self.diagnostics: list[Diagnostic] = []
        self._nodes: dict[tuple[str, str], Page] = {}  # (language, folder) -> the page that lists it
        self._branches: dict[tuple[str, str], Post] = {}
        self._folders: dict[str, str] = {}
        self._disabled = {kind.lower() for kind in config.disabled_kinds}

    def run(self) -> None:
        """Fills everything."""
        self._gather_branches()
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
            if "404" not in self._disabled:
                self._add_not_found(language)

    def _gather_branches(self) -> None:
        for post in self.posts:
            if post.node is not Node.BRANCH:
                continue
            place = (post.key.language, self.routes.rules.path(post.key.id))
            first = self._branches.setdefault(place, post)
            if first is not post:
                related = (Related(first.span, "the other file"), Related(post.span, "this file"))
                message = f"two files are the `_index.md` of `/{place[1]}/`"
                self.diagnostics.append(diagnose("LT501", message, post.span, related=related))

    def _add_fixed(self, language: Language) -> None:
        key = language.key
        home = self._node(Kind.HOME, key, "", "@home")
        self.fixed[key, Kind.HOME] = home
        settings = self.config.timeline
        for kind, address in (
            (Kind.TIMELINE, settings.timeline),
            (Kind.MODELS, settings.models),
            (Kind.VENDORS, settings.vendors),
            (Kind.ARCHIVES, settings.archives),
            (Kind.DATA, settings.data),
        ):
            path = self.routes.rules.path((address or "").strip("/"))
            if path:
                page = self._node(kind, key, path, f"@{kind.value}", parent=home)
                self.fixed[key, kind] = page

    def _add_taxonomies(self, language: Language) -> None:
        key, rules = language.key, self.routes.rules
        self.term_indexes[key] = TermIndex(self.config.taxonomies, rules)
        if "taxonomy" in self._disabled:
            return
        for _, plural in self.config.taxonomies:
            path = rules.path(plural)
            word = "" if plural in ("tags", "categories") else section_title(plural, self.config)
            home = self.fixed[key, Kind.HOME]
            page = self._node(Kind.TAXONOMY, key, path, word or f"@{plural}", parent=home, subject=plural)
            self.taxonomies[key, plural] = page

    def _add_sections(self) -> None:
        """First folders always are sections, deeper ones with an `_index.md` (measured in Hugo)."""
        wanted: set[tuple[str, str]] = {place for place in self._branches if not self._is_overlay(*place)}
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
        address = self.routes.folder(language, path)
        if own is not None:
            address, climbed = self.routes.branch(own, path)
            self._check_climbing(own, climbed=climbed)
        title = section_title(path.rpartition("/")[2], self.config)
        above = self._above(language, path)
        if own is not None and above.kind in (Kind.MODELS, Kind.VENDORS):
            word, name = above.kind.value[:-1], path.rpartition("/")[2]
            message = f"no {word} `{name}` that this file could introduce"
            self.diagnostics.append(diagnose("LT309", message, own.span, severity=Severity.WARNING))
        self._node(Kind.SECTION, language, path, title, address=address, parent=above)

    def _add_post(self, post: Post) -> None:
        language = post.key.language
        parent = self._above(language, self._folder(post) + "/x")
        sections = parent.subject if parent.kind is Kind.SECTION else ""
        address, climbed = self.routes.post(post, sections)
        self._check_climbing(post, climbed=climbed)
        front = post.front
        title = front.title or content_name(post)
        kind = Kind.ARCHIVES if front.layout == "archives" else Kind.POST
        key = f"post:{front.translation_key or post.key.id}"
        label = front.link_title or title or "@home"
        page = Page(kind, key, language, address, label, title, parent, post)
        self.pages.append(page)
        self.page_of.setdefault(post.key, page)
        if front.list != "never":
            self.diagnostics.extend(self.term_indexes[language].add(post))

    def _add_terms(self, language: Language) -> None:
        if "term" in self._disabled or "taxonomy" in self._disabled:
            return
        key, index = language.key, self.term_indexes[language.key]
        for _, plural in self.config.taxonomies:
            parent = self.taxonomies[key, plural]
            found = {slug: term.title for (of, slug), term in index.terms.items() if of == plural}
            folder = self.routes.rules.path(plural) + "/"
            for (spoken, path), branch in self._branches.items():
                if spoken == key and path.startswith(folder):
                    found.setdefault(path.removeprefix(folder), content_name(branch))
            for slug in sorted(found):
                path = folder + slug
                page = self._node(Kind.TERM, key, path, found[slug], parent=parent)
                self.terms[key, plural, slug] = page

    def _add_subjects(self, language: Language) -> None:
        key = language.key
        years = sorted({release.date.year for release in self.registry.releases.values()})
        self._add_each(key, Kind.TIMELINE, Kind.YEAR, ((str(year), str(year)) for year in years))
        models = ((model.id, model.names.of(key) or model.id) for model in self.registry.models.values())
        self._add_each(key, Kind.MODELS, Kind.MODEL, models)
        vendors = ((vendor.id, vendor.names.of(key) or vendor.id) for vendor in self.registry.vendors.values())
        self._add_each(key, Kind.VENDORS, Kind.VENDOR, vendors)

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
        own = self._branches.get((language, path))
        title = "" if label.startswith("@") or kind is Kind.YEAR else label
        if own is not None and kind is not Kind.HOME:
            title = own.front.title or title
            label = own.front.link_title or title or label
        key = f"{kind.value}:{own.front.translation_key if own and own.front.translation_key else path}"
        address = address or self.routes.folder(language, path)
        page = Page(kind, key, language, address, label, title, parent, own, path if subject is None else subject)
        self.pages.append(page)
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
            folder = self._folders[raw] = self.routes.rules.path(raw)
        return folder

    def _is_overlay(self, language: str, path: str) -> bool:
        """Whether an `_index.md` belongs to a page that exists anyhow."""
        if (language, path) in self._nodes:
            return True
        above, name = self._above(language, path), path.rpartition("/")[2]
        if above.kind is Kind.MODELS:
            return name in self.registry.models
        if above.kind is Kind.VENDORS:
            return name in self.registry.vendors
        return above.kind is Kind.TAXONOMY or (above.kind is Kind.TIMELINE and name.isdigit())

    def _check_climbing(self, post: Post, *, climbed: bool) -> None:
        if climbed:
            field = "url" if post.front.url else "slug"
            span = post.front.places.get(field, post.span)
            self.diagnostics.append(
                diagnose("LT503", f"`{field}` climbs out of the site", span, hint="leave out the `..`")
            )
