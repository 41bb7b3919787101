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
    by its publishDate, else by its date; one whose expiryDate is this moment has expired. Posts that ask for no file
    (`build: {render: never}` or `link`) are left out, because nothing could link to what they tell; branches stay, so
    that no automatic page takes their place.
    """
    drafts = request.drafts or config.build_drafts
    future = request.future or config.build_future
    expired = request.expired or config.build_expired
    return tuple(
        post
        for post in posts
        if (drafts or not post.front.draft)
        and (future or not _is_future(post.front, request.now))
        and (expired or not _is_expired(post.front, request.now))
        and (post.node is Node.BRANCH or post.front.render == "always")
    )


def _is_future(front: FrontMatter, now: datetime) -> bool:
    date = front.publish_date or front.date
    return date is not None and date > now


def _is_expired(front: FrontMatter, now: datetime) -> bool:
    return front.expiry_date is not None and front.expiry_date <= now
