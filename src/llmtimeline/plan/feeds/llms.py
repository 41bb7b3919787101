"""llms.txt, and PaperMod's index.json: the posts of a language for programs that read or search them."""

from __future__ import annotations

from collections.abc import Iterator

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
from llmtimeline.values.views import LlmsContent, LlmsLink

_LAYOUTS = ("search", "archives")
_OURS = (Kind.TIMELINE, Kind.MODELS, Kind.VENDORS, Kind.DATA)


def plan_llms(edition: Edition) -> Iterator[Planned]:
    """`/llms.txt` of a language; Hugo writes one only where `outputs` ask for it."""
    site = edition.site
    sections: dict[Page, list[LlmsLink]] = {}
    for page, post in _shown(edition):
        if not is_set(post, "robotsnoindex"):
            above = page.ancestors()[-1]
            sections.setdefault(above, []).append(LlmsLink(page.label, page.permalink, _description(post)))
    content = LlmsContent(
        title=site.title,
        description=site.description,
        pages=tuple(_our_pages(edition)),
        sections=tuple((_title(edition, above), tuple(links)) for above, links in sections.items()),
    )
    address = edition.index.routes.llms(edition.key)
    output = Output(address.path, Rendered("feeds/llms.txt", content, edition.key), None, "llms.txt")
    yield Planned(output, Rank.OURS)


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


def _our_pages(edition: Edition) -> Iterator[LlmsLink]:
    for kind in _OURS:
        page = edition.page(kind)
        if page is not None and page in edition.of_kind(kind):
            own = page.post.front.description if page.post else ""
            yield LlmsLink(page.label, page.permalink, one_line(own) or f"@description_{kind.value}")


def _title(edition: Edition, above: Page) -> str:
    """Of a section; the only main one, where nobody has named it, has the word for posts."""
    is_named = above.label.startswith("@") or (above.post is not None and above.post.front.title)
    return "@posts" if not is_named and (above.subject,) == edition.index.main_sections else above.label


def _description(post: Post) -> str:
    return one_line(post.front.description) or shortened(post.body.summary_text)
