"""What the pages' views are looked up in. Everything is indexed once; nothing is searched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.routing.routes import Routes
from llmtimeline.values.config import Config, Language
from llmtimeline.values.posts import Post, PostKey, Section
from llmtimeline.values.registry import Claim, Registry
from llmtimeline.values.sources import Tree


@dataclass(frozen=True, slots=True, eq=False)
class SiteIndex:
    """The site's pages and what belongs to what."""

    config: Config
    registry: Registry
    tree: Tree
    routes: Routes
    posts: Mapping[PostKey, Post]
    pages: tuple[Page, ...]  # that stand: of two with one address only one
    groups: Mapping[tuple[str, Kind], tuple[Page, ...]]  # `pages` by language and kind
    versions: Mapping[str, Mapping[str, Page]]  # key -> language -> page
    replaced: Mapping[Page, str]  # an own page -> the key of the generated one in whose place it stands
    stand_ins: Mapping[Page, Page | None]  # a generated page that gave way -> what stands there; None for a file
    page_of: Mapping[PostKey, Page]  # posts and sections' own files; also those that are not rendered
    fixed: Mapping[tuple[str, Kind], Page]  # (language, kind): home; and timeline, models, … where they stand
    taxonomies: Mapping[tuple[str, str], Page]  # (language, plural)
    terms: Mapping[tuple[str, str, str], Page]  # (language, plural, slug)
    former_terms: Mapping[Page, tuple[str, ...]]  # of terms: the files that Hugo gives them, where they are others
    subjects: Mapping[tuple[str, Kind, str], Page]  # (language, kind, id): years, models, vendors, comparisons
    comparisons: Mapping[str, tuple[str, ...]]  # subject of a comparison -> its models, oldest first
    members: Mapping[Page, tuple[Page, ...]]  # of home, sections and terms: their posts in list order
    children: Mapping[Page, tuple[Page, ...]]  # of sections: the sections in it
    main_posts: Mapping[str, tuple[Page, ...]]  # language -> posts of the main sections, in list order
    all_posts: Mapping[str, tuple[Page, ...]]  # language -> every listed post
    terms_of: Mapping[PostKey, tuple[tuple[str, tuple[Page, ...]], ...]]
    main_sections: tuple[str, ...]
    releases_in: Mapping[PostKey, Mapping[int, str]]  # section of the post -> release
    claims_in: Mapping[tuple[str, PostKey], tuple[Claim, ...]]  # (release, post)
    short_anchors: Mapping[PostKey, Mapping[int, str]]  # section of the post -> id beside the heading's
    pages_of_files: Mapping[str, Page]  # path of a content file -> the page that it makes, rendered or not
    languages: Mapping[str, Language]  # by key, and by primary subtag where that is free

    def has_no(self, kind: str) -> bool:
        """Whether the config turns a kind of Hugo's off, such as `rss` (`disableKinds`)."""
        return kind in (disabled.lower() for disabled in self.config.disabled_kinds)

    def of_kind(self, language: str, kind: Kind) -> tuple[Page, ...]:
        """All pages of a kind that stand, in one language."""
        return self.groups.get((language, kind), ())

    def pages_in(self, language: str) -> Iterator[Page]:
        """All pages that stand, in one language."""
        return (page for (spoken, _), pages in self.groups.items() if spoken == language for page in pages)

    def section(self, key: PostKey, number: int) -> Section | None:
        """A section of a post; None when the post is not of this build."""
        post = self.posts.get(key)
        if post is None or not 0 <= number < len(post.body.sections):
            return None
        return post.body.sections[number]

    def language_of(self, key: PostKey, number: int) -> str:
        """The language in which a section is written: its own `{lang=…}`, else the post's."""
        section = self.section(key, number)
        given = section.language.lower() if section else ""
        known = self.languages.get(given) or self.languages.get(given.partition("-")[0])
        return known.key if known else key.language

    def in_language(self, page: Page, language: str) -> Page | None:
        """The exact version of a page in a language, or None."""
        if page.language == language:
            return page
        found = self.versions.get(page.key, {}).get(language)
        if found is None and page in self.replaced:
            found = self.versions.get(self.replaced[page], {}).get(language)
        return found

    def nearest(self, page: Page, language: str) -> tuple[Page, bool]:
        """The version of a page in a language and True, else that of the nearest page above it and False."""
        exact = self.in_language(page, language)
        if exact is not None and exact.is_rendered:
            return exact, True
        for ancestor in reversed(page.ancestors()):
            found = self.in_language(ancestor, language)
            standing = self.standing(found) if found is not None else None
            if standing is not None:
                return standing, False
        return self.fixed[language, Kind.HOME], False

    def standing(self, page: Page) -> Page | None:
        """The page, or the one that stands in its place; None when nothing does."""
        found = self.stand_ins.get(page, page)
        return found if found is not None and found.is_rendered else None

    def told_page(self, key: PostKey) -> Page | None:
        """The page of a post, when there is one to link to."""
        page = self.page_of.get(key)
        return page if page is not None and page.is_rendered else None
