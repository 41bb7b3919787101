"""Which posts are out, seen from the moment of the build."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from llmtimeline.values.config import Config
from llmtimeline.values.posts import FrontMatter, Node, Post
from llmtimeline.values.request import Request


def select_published(posts: Sequence[Post], request: Request, config: Config) -> tuple[Post, ...]:
    """The posts to show, in the order given; all later rooms see only these.

    Drafts, posts of the future and expired ones need leave from the request or the config. A post of the future is told
    by its publishDate, else by its date; one whose expiryDate is this moment has expired. A Markdown file inside the
    folder of a bundle is part of the bundle, and no page (measured in Hugo).
    """
    drafts = request.drafts or config.build_drafts
    future = request.future or config.build_future
    expired = request.expired or config.build_expired
    bundles = frozenset(post.key.id for post in posts if post.node is Node.BUNDLE)
    return tuple(
        post
        for post in posts
        if (drafts or not post.front.draft)
        and (future or not _is_future(post.front, request.now))
        and (expired or not _is_expired(post.front, request.now))
        and not _is_inside(post, bundles)
    )


def has_a_file(post: Post) -> bool:
    """Whether the post's own page is written, so that what it tells can be linked to. A section stays a section."""
    return post.node is Node.BRANCH or post.front.render == "always"


def _is_inside(post: Post, bundles: frozenset[str]) -> bool:
    folder = post.key.id.rpartition("/")[0]
    while folder and bundles:
        if folder in bundles:
            return True
        folder = folder.rpartition("/")[0]
    return False


def _is_future(front: FrontMatter, now: datetime) -> bool:
    date = front.publish_date or front.date
    return date is not None and date > now


def _is_expired(front: FrontMatter, now: datetime) -> bool:
    return front.expiry_date is not None and front.expiry_date <= now
