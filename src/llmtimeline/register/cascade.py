"""Front matter that sections and the config give to the pages below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from llmtimeline.values.config import Config
from llmtimeline.values.posts import Cascade, CascadeTarget, FrontMatter, Node, Post

_TOKEN = re.compile(r"\*\*/?|\*|\?|\[!?[^\]]*\]|\{|\}|,|[^*?\[{},]+|.")
_BUILD = ("build", "_build", "headless")


def apply_cascades(posts: Sequence[Post], config: Config) -> tuple[Post, ...]:
    """The posts with what is cascaded to them: each key that a post does not give itself is the nearest one's above.

    Nearest is the post's own file where that is a section's, then the section, then those above it up to the home page,
    all in its language, and last the config. Of several in one list the first that fits counts (measured in Hugo).
    """
    given = {
        (post.key.language, post.key.id.lower()): post.front.cascade
        for post in posts
        if post.node is Node.BRANCH and post.front.cascade
    }
    if not given and not config.cascade:
        return tuple(posts)
    taxonomies = frozenset(plural for _, plural in config.taxonomies)
    found = []
    for post in posts:
        front = post.front
        for cascade in _above(post, given, config):
            if _fits(cascade.target, post, taxonomies, config):
                front = _filled(front, cascade.front)
        found.append(post if front is post.front else replace(post, front=front))
    return tuple(found)


def _above(post: Post, given: dict[tuple[str, str], tuple[Cascade, ...]], config: Config) -> Iterator[Cascade]:
    folder = post.key.id.lower()
    if post.node is not Node.BRANCH:
        folder = folder.rpartition("/")[0]
    while True:
        yield from given.get((post.key.language, folder), ())
        if not folder:
            break
        folder = folder.rpartition("/")[0]
    yield from config.cascade


def _fits(target: CascadeTarget, post: Post, taxonomies: frozenset[str], config: Config) -> bool:
    path = "/" + post.key.id.lower().replace(" ", "-")
    return (
        _matches(target.path, path)
        and _matches(target.kind, _kind(post, taxonomies))
        and _matches(target.language, post.key.language)
        and _matches(target.environment, config.environment)
    )


def _kind(post: Post, taxonomies: frozenset[str]) -> str:
    if post.node is not Node.BRANCH:
        return "page"
    first, _, rest = post.key.id.lower().partition("/")
    if first in taxonomies:
        return "term" if rest else "taxonomy"
    return "section" if first else "home"


def _matches(pattern: str, text: str) -> bool:
    return not pattern or _compiled(pattern.lower()).fullmatch(text) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of paths as an expression: `*` stays in its folder, `**` goes on, `{a,b}` is either."""
    parts: list[str] = []
    depth = 0
    for token in _TOKEN.findall(pattern):
        if token.startswith("**"):
            parts.append(".*")
        elif token in ("*", "?"):
            parts.append("[^/]*" if token == "*" else "[^/]")
        elif token == "{":
            depth += 1
            parts.append("(?:")
        elif token == "}" and depth:
            depth -= 1
            parts.append(")")
        elif token == "," and depth:
            parts.append("|")
        elif token.startswith("[") and len(token) > 2:
            inner = token[1:-1].replace("\\", "\\\\")
            parts.append(f"[^{re.escape(inner[1:])}]" if inner.startswith("!") else f"[{_range(inner)}]")
        else:
            parts.append(re.escape(token))
    return re.compile("".join(parts) + ")" * depth, re.DOTALL)


def _range(inner: str) -> str:
    return re.escape(inner).replace(r"\-", "-") if re.fullmatch(r"\w-\w", inner) else re.escape(inner)


def _filled(front: FrontMatter, cascade: FrontMatter) -> FrontMatter:
    """The front matter with every key of the cascade that it lacks."""

    def lacks(*keys: str) -> bool:
        return not any(key in front.places for key in keys) and any(key in cascade.places for key in keys)

    changes: dict[str, object] = {
        name: getattr(cascade, name)
        for name, key in _BY_KEY.items()
        if lacks(key) and getattr(front, name) != getattr(cascade, name)
    }
    for name in ("date", "lastmod", "publish_date", "expiry_date"):
        if getattr(front, name) is None and getattr(cascade, name) is not None:
            changes[name] = getattr(cascade, name)
    if lacks(*_BUILD):
        changes.update(render=cascade.render, list=cascade.list, publish_resources=cascade.publish_resources)
    terms = dict(front.terms)
    terms.update((plural, names) for plural, names in cascade.terms if lacks(plural))
    if len(terms) > len(front.terms):
        changes["terms"] = tuple(terms.items())
    params = {**cascade.params, **front.params}
    if len(params) > len(front.params):
        changes["params"] = params
    if not changes:
        return front
    return replace(front, **changes, places={**cascade.places, **front.places})  # type: ignore[arg-type]


# What is cascaded of the program's own fields. Not the summary, which is cut from the body, nor what tells one page
# from another.
_BY_KEY = {
    "title": "title",
    "link_title": "linktitle",
    "description": "description",
    "draft": "draft",
    "weight": "weight",
    "slug": "slug",
    "url": "url",
    "layout": "layout",
    "type": "type",
    "authors": "authors",
    "keywords": "keywords",
    "images": "images",
}
