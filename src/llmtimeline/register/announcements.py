"""Every heading that announces a release, with its place among the posts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from llmtimeline.register.identity import primary
from llmtimeline.values.config import Config
from llmtimeline.values.dates import PartialDate
from llmtimeline.values.diagnostics import Diagnostic, Related, diagnose
from llmtimeline.values.facts import ReleaseBlock, ReleaseHeading
from llmtimeline.values.posts import Post, Section
from llmtimeline.values.registry import Coverage

_NEVER = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One release heading with its blocks, before it is known who and what it means."""

    post: Post
    index: int  # of the section
    section: Section
    heading: ReleaseHeading
    blocks: tuple[ReleaseBlock, ...]  # those on the announced model itself
    language: str  # key of a language of the site; the section's own where it has one
    group: str  # the same for all translations of a post
    date: PartialDate  # the heading's, or the block's where it lies within
    rank: int  # place among all announcements: newest post first, then by language and position
    age: int  # place among all announcements: oldest post first

    @property
    def event(self) -> str:
        """The event that a block names, or ""."""
        return next((block.event for block in self.blocks if block.event), "")

    @property
    def coverage(self) -> Coverage:
        """The section, to link to."""
        heading = self.section.heading
        line = heading.span.line if heading else self.section.first_line
        own = "" if self.language == self.post.key.language else self.language
        return Coverage(self.post.key, self.index, heading.id if heading else "", self.post.path, line, own)


def newest_first(posts: Iterable[Post], config: Config) -> tuple[Post, ...]:
    """Posts by date descending, undated last; those of one moment by id, then in the order of the site's languages."""
    ranks = language_ranks(config)
    return tuple(sorted(posts, key=lambda post: (post.front.date is None, -_moment(post), *_place(post, ranks))))


def _moment(post: Post) -> float:
    return ((post.front.date or _NEVER) - _NEVER).total_seconds()


def _place(post: Post, ranks: Mapping[str, int]) -> tuple[str, int, str, str]:
    language = post.key.language
    return post.key.id, ranks.get(language, len(ranks)), language, post.path


def language_ranks(config: Config) -> dict[str, int]:
    """The place of each language of the site, by key."""
    return {language.key: rank for rank, language in enumerate(config.languages)}


def find_announcements(posts: Sequence[Post], config: Config, found: list[Diagnostic]) -> tuple[Announcement, ...]:
    """All announcements, the oldest post's first, so that what is said later never renames what was said before.

    May add LT315 to `found`.
    """
    keys = {primary(language.key): language.key for language in reversed(config.languages)}
    places = language_ranks(config)
    drafts = [
        (post, index, section, section.release)
        for post in newest_first(posts, config)
        for index, section in enumerate(post.body.sections)
        if section.release is not None
    ]

    def by_age(rank: int) -> tuple[bool, float, tuple[str, int, str, str], int]:
        post, index, _, _ = drafts[rank]
        return post.front.date is None, _moment(post), _place(post, places), index

    made = []
    for age, rank in enumerate(sorted(range(len(drafts)), key=by_age)):
        post, index, section, heading = drafts[rank]
        blocks = tuple(block for block in section.blocks if block.about is None)
        language = _language(post, section, keys)
        date = _date(heading, blocks, found)
        made.append(Announcement(post, index, section, heading, blocks, language, _group(post), date, rank, age))
    return tuple(made)


def _language(post: Post, section: Section, keys: Mapping[str, str]) -> str:
    if not section.language:
        return post.key.language
    return keys.get(primary(section.language), section.language)


def _group(post: Post) -> str:
    key = post.front.translation_key
    return f"key {key}" if key else f"id {post.key.id}"


def _date(heading: ReleaseHeading, blocks: Sequence[ReleaseBlock], found: list[Diagnostic]) -> PartialDate:
    """The block's date where it refines the heading's; one that is only about right sets no bounds."""
    loose = heading.date.approximate or heading.date.uncertain
    for block in blocks:
        if block.date is None:
            continue
        if loose or heading.date.contains(block.date):
            return block.date
        found.append(
            diagnose(
                "LT315",
                f"`{block.date.edtf()}` is not within the heading's `{heading.date.edtf()}`",
                block.date_span or block.span,
                hint="a block may only make the date finer: change one of the two",
                related=(Related(heading.date_span, "the heading's date"),),
            )
        )
    return heading.date
