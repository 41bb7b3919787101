"""llms.txt, llms-full.txt, and PaperMod's index.json: the posts of a language for programs that read or search them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from llmtimeline.plan.bodies import whole_text
from llmtimeline.plan.data.jsontext import json_file
from llmtimeline.plan.edition import Edition
from llmtimeline.plan.formats import wants_json
from llmtimeline.plan.frames import Planned
from llmtimeline.plan.listings import is_set
from llmtimeline.plan.pages import Kind, Page, Rank
from llmtimeline.plan.sentences import one_line, shortened
from llmtimeline.values.outputs import Output, Rendered, Text
from llmtimeline.values.posts import Post
from llmtimeline.values.views import FullTextContent, LlmsContent, LlmsLink, PageView, PlainContent

_LAYOUTS = ("search", "archives")
_OURS = (Kind.TIMELINE, Kind.MODELS, Kind.VENDORS, Kind.LINEAGE, Kind.CHARTS, Kind.COMPARE, Kind.DATA)
_BRIEF, _FULL = "llms.txt", "llms-full.txt"
MOST_TEXT = 400_000  # characters of posts in llms-full.txt: about as much as a program can take in at once


def plan_llms(edition: Edition, views: Mapping[str, PageView]) -> Iterator[Planned]:
    """`llms.txt` of a language, which names its pages as Markdown, and `llms-full.txt`, which holds its posts.

    Programs look for both at the root; where the default language stands in a folder, they are there as well. Hugo
    writes them only where `outputs` ask for it. `views` are the pages by their path.
    """
    site = edition.site
    sections: dict[Page, list[LlmsLink]] = {}
    posts: list[tuple[Page, Post]] = []
    for page, post in _shown(edition):
        if not is_set(post, "robotsnoindex"):
            above = page.ancestors()[-1]
            link = LlmsLink(page.label, _address(edition, page, views), _description(post))
            sections.setdefault(above, []).append(link)
            posts.append((page, post))
    content = LlmsContent(
        title=site.title,
        description=site.description,
        pages=tuple(_our_pages(edition, views)),
        sections=tuple((_title(edition, above), tuple(links)) for above, links in sections.items()),
        full_url=edition.index.routes.llms(edition.key, _FULL).permalink if posts else "",
    )
    yield from _planned(edition, _BRIEF, content)
    if posts:
        yield from _planned(edition, _FULL, _full_text(edition, posts, views))


def _planned(edition: Edition, name: str, content: PlainContent) -> Iterator[Planned]:
    address = edition.index.routes.llms(edition.key, name)
    output = Output(address.path, Rendered(f"feeds/{name}", content, edition.key), None, name)
    yield Planned(output, Rank.OURS)
    if edition.key == edition.index.config.default_language and address.path != name:
        yield Planned(replace(output, path=name), Rank.SPARE)


def _full_text(edition: Edition, posts: list[tuple[Page, Post]], views: Mapping[str, PageView]) -> FullTextContent:
    """The newest posts up to MOST_TEXT characters, at least one; of the others title and address."""
    shown: list[PageView] = []
    left_out: list[LlmsLink] = []
    room = MOST_TEXT
    dated = sorted(posts, key=lambda pair: (-_moment(pair[1]), pair[1].path))
    for page, post in dated:
        view = views.get(page.address.path)
        size = sum(len(section.text) for section in post.body.sections)
        if view is not None and (size <= room or not shown):
            shown.append(view)
            room -= size
        else:
            left_out.append(LlmsLink(page.label, _address(edition, page, views)))
            room = min(room, 0)
    return FullTextContent(edition.site.title, edition.site.description, tuple(shown), tuple(left_out))


def _moment(post: Post) -> float:
    return post.front.date.timestamp() if post.front.date else 0.0


def _address(edition: Edition, page: Page, views: Mapping[str, PageView]) -> str:
    """The page as Markdown where there is such a file, else the page."""
    view = views.get(page.address.path)
    return edition.index.routes.origin + view.markdown_url if view and view.markdown_url else page.permalink


def plan_search_index(edition: Edition) -> Iterator[Planned]:
    """`/index.json` of a language in PaperMod's form, where `outputs.home` holds JSON: a list of title, content,
    permalink and summary, all plain text."""
    if not wants_json(edition.index):
        return
    posts = [
        {
            "title": page.title,
            "content": whole_text(post.body),
            "permalink": page.permalink,
            "summary": one_line(post.body.summary_text),
        }
        for page, post in _shown(edition)
    ]
    address = edition.index.routes.search_index(edition.key)
    yield Planned(Output(address.path, Text(json_file(posts)), None, "search index"), Rank.OURS)


def _shown(edition: Edition) -> Iterator[tuple[Page, Post]]:
    """The listed posts and plain pages that are not kept from searches."""
    for page in edition.index.all_posts[edition.key]:
        post = page.post
        if post is None or page.kind is not Kind.POST:
            continue
        if post.front.layout not in _LAYOUTS and not is_set(post, "searchhidden"):
            yield page, post


def _our_pages(edition: Edition, views: Mapping[str, PageView]) -> Iterator[LlmsLink]:
    for kind in _OURS:
        page = edition.page(kind)
        if page is not None and page in edition.of_kind(kind):
            own = page.post.front.description if page.post else ""
            yield LlmsLink(page.label, _address(edition, page, views), one_line(own) or f"@description_{kind.value}")


def _title(edition: Edition, above: Page) -> str:
    """Of a section; the only main one, where nobody has named it, has the word for posts."""
    is_named = above.label.startswith("@") or (above.post is not None and above.post.front.title)
    return "@posts" if not is_named and (above.subject,) == edition.index.main_sections else above.label


def _description(post: Post) -> str:
    return one_line(post.front.description) or shortened(post.body.summary_text)
