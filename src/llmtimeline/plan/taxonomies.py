"""Taxonomies and their terms: one page a term, with one spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from llmtimeline.plan.routing.sanitise import PathRules
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.posts import Post


@dataclass(slots=True)
class Term:
    """A term of one language while its posts are gathered."""

    taxonomy: str  # plural
    slug: str
    spellings: Counter[str] = field(default_factory=Counter)
    former: dict[str, None] = field(default_factory=dict)  # paths that Hugo gives it, where they are others

    @property
    def title(self) -> str:
        """The spelling of most posts; of equals the first by code point. (Hugo takes whichever file it reads first.)"""
        return min(self.spellings, key=lambda spelling: (-self.spellings[spelling], spelling))


class TermIndex:
    """Which terms the posts of one language have."""

    def __init__(self, taxonomies: Iterable[tuple[str, str]], rules: PathRules) -> None:
        self._plurals = frozenset(plural for _, plural in taxonomies)
        self._rules = rules
        self._slugs: dict[str, tuple[str, str]] = {}
        self.terms: dict[tuple[str, str], Term] = {}  # (plural, slug)

    def add(self, post: Post) -> Iterator[Diagnostic]:
        """Counts a post's terms. Adds LT503 for a term of which no address is left."""
        for plural, name, number in self._of(post):
            slug, former = self._addresses(name)
            spelling = " ".join(name.split())
            if not slug:
                span = post.front.places.get(f"{plural}.{number}", post.span)
                hint = "a term needs at least one letter or digit"
                yield diagnose("LT503", f"nothing of `{spelling}` can stand in an address", span, hint=hint)
                continue
            term = self.terms.setdefault((plural, slug), Term(plural, slug))
            term.spellings[spelling] += 1
            if former:
                term.former[former] = None

    def slugs_of(self, post: Post) -> list[tuple[str, list[str]]]:
        """A post's terms by taxonomy, each once, in the order of the front matter."""
        found: dict[str, dict[str, None]] = {}
        for plural, name, _ in self._of(post):
            slug, _ = self._addresses(name)
            if slug:
                found.setdefault(plural, {})[slug] = None
        return [(plural, list(slugs)) for plural, slugs in found.items()]

    def _of(self, post: Post) -> Iterator[tuple[str, str, int]]:
        """Taxonomy, term as written, and its place in the list; of spellings of one term the first."""
        for plural, names in post.front.terms:
            if plural not in self._plurals:
                continue
            seen: set[str] = set()
            for number, name in enumerate(names):
                slug, _ = self._addresses(name)
                if name.strip() and slug not in seen:
                    seen.add(slug)
                    yield plural, name, number

    def _addresses(self, name: str) -> tuple[str, str]:
        """A term's slug, and the path that Hugo gives it where that is another one."""
        found = self._slugs.get(name)
        if found is None:
            slug = self._rules.term(" ".join(name.split()))
            former = self._rules.hugo_term(name)
            found = self._slugs[name] = (slug, "" if former == slug else former)
        return found
