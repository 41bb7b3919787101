"""Links and images inside bodies: each hole gets the address in the page's own language, or is reported."""

from __future__ import annotations

import difflib
import posixpath
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from html import escape, unescape
from urllib.parse import quote, unquote

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Kind, Page
from llmtimeline.plan.pictures import Pictures, picture_element
from llmtimeline.plan.routing.routes import encode_fragment
from llmtimeline.plan.routing.sanitise import clean_path
from llmtimeline.plan.shortcodes import Shortcodes, joined
from llmtimeline.plan.targets import Target, Targets, content_folder, is_markdown, without_suffix
from llmtimeline.values.diagnostics import Diagnostic, diagnose
from llmtimeline.values.places import Span
from llmtimeline.values.posts import Image, Piece, Post, Ref, Shortcode
from llmtimeline.values.views import Html, HtmlPart, PictureView

_AS_WRITTEN = "/~-_.$&+,;=:@%!*()?"
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")
_MOST_ANCHORS = 100  # looked at for one suggestion
_LONGEST_ANCHOR = 200  # characters; to compare longer ones takes long
_TOP = frozenset({"", "top"})  # what every browser knows


class Links:
    """Fills the holes of bodies, and remembers what is wrong with them."""

    def __init__(self, index: SiteIndex, targets: Targets, pictures: Pictures) -> None:
        self.pictures = pictures
        self._index = index
        self._targets = targets
        self._filled: dict[tuple[Page, Ref], tuple[str, str]] = {}
        self._found: dict[Diagnostic, None] = {}
        self._shortcodes = Shortcodes(index)
        self._anchors: dict[Page, frozenset[str] | None] = {}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """LT201, LT202, LT203 and LT209, for all that was filled or checked so far."""
        return tuple(self._found)

    def fill(self, page: Page, pieces: Iterable[Piece]) -> Html:
        """HTML for a page of the site: addresses root-relative. Adds LT210 for shortcodes that nobody draws."""
        return self._fill(page, pieces, 0)

    def fill_absolute(self, page: Page, pieces: Iterable[Piece]) -> Html:
        """HTML for readers elsewhere, such as feeds: addresses absolute."""
        return self._fill(page, pieces, 1)

    def fill_text(self, page: Page, pieces: Iterable[Piece]) -> str:
        """HTML of a heading, in which no template draws a shortcode."""
        shown = (piece for piece in pieces if not isinstance(piece, Shortcode))
        return "".join(str(part) for piece in shown for part in self._part(page, piece, 0))

    def _fill(self, page: Page, pieces: Iterable[Piece], form: int) -> Html:
        parts: list[HtmlPart] = []
        for piece in pieces:
            parts += self._part(page, piece, form)
        return joined(parts)

    def _part(self, page: Page, piece: Piece, form: int) -> Iterable[HtmlPart]:
        match piece:
            case str():
                return (piece,)
            case Ref():
                return (self._resolved(page, piece)[form],)
            case Image():
                return (self._image(page, piece, form),)
            case Shortcode():
                return self._drawn(page, piece, form)

    def _image(self, page: Page, image: Image, form: int) -> str:
        """The element of a picture. Readers elsewhere get it without the smaller ones, which few of them understand."""
        if isinstance(image.source, str):
            view = PictureView(unescape(image.source))
        else:
            url, permalink = (unescape(address) for address in self._resolved(page, image.source))
            view = self.pictures.view(url, variants=not form)
            view = replace(view, url=permalink) if form else view
        return picture_element(view, alt=image.alt, title=image.title, lazy=not self.pictures.is_first(image, page))

    def _drawn(self, page: Page, hole: Shortcode, form: int) -> Iterable[HtmlPart]:
        unknown = self._shortcodes.check(hole)
        if unknown is not None:
            self._found[unknown] = None
        html = self._shortcodes.view(
            hole,
            page,
            lambda ref: self._resolved(page, ref)[form],
            lambda inner: self._fill(page, inner, form),
            lambda url: self.pictures.view(url, variants=not form),
        )
        return (html,) if isinstance(html, str) else html

    def check_own_addresses(self, page: Page, post: Post) -> None:
        """Checks links that name the site by its full address. Adds LT201 or LT203."""
        base = self._index.config.base_url
        for section in post.body.sections:
            for link in section.links:
                if link.url.startswith(base):
                    path = "/" + unquote(re.split("[?#]", link.url[len(base) :])[0])
                    if path != "/" and self._targets.at(clean_path(path)[0], page.language) is None:
                        self._tell_missing(path, link.span, f"`{link.url}`", page, image=False)

    def file(self, page: Page, target: str, span: Span | None, *, image: bool = True) -> str:
        """The absolute address of a file that the front matter names, such as a cover; "" when it is not there.

        Adds LT203 where a place is given.
        """
        found = self._lookup(page, unquote(target), None)
        if found is None:
            if span is not None:
                self._tell_missing(target, span, f"`{target}`", page, image=image)
            return ""
        return found.address.permalink

    def address(self, page: Page, target: str, span: Span) -> str:
        """The root-relative address of what a field names inside the site, seen from a page. Adds as `fill` does."""
        return unescape(self._resolved(page, Ref(target, image=False, span=span))[0])

    def _resolved(self, page: Page, ref: Ref) -> tuple[str, str]:
        filled = self._filled.get((page, ref))
        if filled is None:
            filled = self._filled[page, ref] = self._resolve(page, ref)
        return filled

    def _resolve(self, page: Page, ref: Ref) -> tuple[str, str]:
        path, query, fragment = _apart(ref.target)
        if not path and not query:
            tail = "#" + encode_fragment(self._check_anchor(Target(page.address, page), fragment, ref))
            return escape(tail), escape(page.permalink + tail)
        target = self._lookup(page, unquote(path), ref) if path else Target(page.address, page)
        if target is None:
            return self._as_written(ref.target)
        if fragment not in _TOP:
            fragment = self._check_anchor(target, fragment, ref)
        tail = query + (f"#{encode_fragment(fragment)}" if fragment else "")
        return escape(target.address.url + tail), escape(target.address.permalink + tail)

    def _as_written(self, target: str) -> tuple[str, str]:
        shown = quote(target, safe=_AS_WRITTEN + "#", errors="replace")
        if shown.startswith("/") and not shown.startswith("//"):
            shown = self._index.routes.base_path + shown.lstrip("/")
            return escape(shown), escape(self._index.routes.origin + shown)
        return escape(shown), escape(shown)

    def _lookup(self, page: Page, path: str, ref: Ref | None) -> Target | None:
        """The target of a path, percent-decoded, without query and fragment. Reports only for a `ref`."""
        path = unicodedata.normalize("NFC", path)
        if path.startswith("/"):
            found, climbs = self._rooted(page, path), False
        else:
            found, climbs = self._relative(page, path)
        if ref is not None and ref.by_name:
            found = self._named(found, path, ref.language or page.language)
        if found is None and ref is not None:
            if climbs:
                hint = "link to something inside the site, or give the full address"
                self._tell("LT209", f"`{ref.target}` climbs out of the site's folder", ref.span, hint)
            else:
                self._tell_missing(path, ref.span, f"`{ref.target}`", page, image=ref.image)
        return found

    def _rooted(self, page: Page, path: str) -> Target | None:
        base = self._index.config.base_path
        candidates = [path]
        if base != "/" and f"{path}/".startswith(base):
            candidates.append(path[len(base) :])
        for candidate in candidates:
            inner, _ = clean_path(candidate)
            found = self._targets.at(inner, page.language) or self._targets.content(inner, page.language)
            if found is not None:
                return found
        return None

    def _relative(self, page: Page, path: str) -> tuple[Target | None, bool]:
        """The target, and whether the path leads out of the site's folder."""
        post, config = page.post, self._index.config
        if post is None:
            return self._targets.at(clean_path(f"{page.address.folder}/{path}")[0], page.language), False
        inner, outside = clean_path(f"{content_folder(post)}/{path}")
        found = None if outside else self._targets.content(inner, page.language)
        if found is None:
            # As a browser would: from the page's address; and as an editor would: from the file's folder.
            beside, _ = clean_path(f"{page.address.folder}/{path}")
            found = self._targets.at(beside, page.language)
        if found is None:
            disk, climbs = clean_path(f"{posixpath.dirname(post.path)}/{path}")
            for folder in config.static_dirs:
                if disk.startswith(folder.strip("/") + "/"):
                    found = self._targets.at(disk[len(folder.strip("/")) + 1 :], page.language)
            return found, climbs
        return found, False

    def _named(self, found: Target | None, path: str, language: str) -> Target | None:
        """As `ref` looks for pages: also by a name that only one page has, and in another language."""
        if found is None:
            found = self._targets.by_name(path, language)
        if found is not None and found.page is not None and found.page.language != language:
            other = self._index.in_language(found.page, language)
            return Target(other.address, other) if other is not None else found
        return found

    def _check_anchor(self, target: Target, fragment: str, ref: Ref) -> str:
        """The anchor to link to: as written, or that of the same release in the other language's post. Adds LT202."""
        fragment = unquote(fragment)
        known = self._anchors_of(target.page) if target.page else None
        if known is None or fragment in known or fragment in _TOP or fragment.startswith(":~:"):
            return fragment
        moved = self._translated_anchor(target.page, fragment) if target.page else ""
        if moved:
            return moved
        place = "this page" if not _apart(ref.target)[0] else f"`{_apart(ref.target)[0]}`"
        self._tell("LT202", f"{place} has no anchor `{fragment}`", ref.span, _did_you_mean(fragment, known))
        return fragment

    def _anchors_of(self, page: Page) -> frozenset[str] | None:
        """The ids of a page; None where the templates alone know them."""
        if page not in self._anchors:
            self._anchors[page] = self._find_anchors(page)
        return self._anchors[page]

    def _find_anchors(self, page: Page) -> frozenset[str] | None:
        if page.kind is Kind.TIMELINE:
            return frozenset(self._index.registry.releases)
        if page.kind is not Kind.POST or page.post is None:
            return None
        short = self._index.short_anchors.get(page.post.key, {})
        return page.post.body.anchors | frozenset(short.values())

    def _translated_anchor(self, page: Page | None, fragment: str) -> str:
        if page is None or page.post is None:
            return ""
        for other in self._index.versions.get(page.key, {}).values():
            if other.post is None or other is page or fragment not in other.post.body.anchors:
                continue
            numbers = [
                number
                for number, section in enumerate(other.post.body.sections)
                if section.heading is not None and section.heading.id == fragment
            ]
            release = self._index.releases_in.get(other.post.key, {}).get(numbers[0]) if numbers else None
            for number, told in self._index.releases_in.get(page.post.key, {}).items():
                section = self._index.section(page.post.key, number)
                if told == release and section is not None and section.heading is not None:
                    return section.heading.id
        return ""

    def _tell_missing(self, path: str, span: Span, shown: str, page: Page, *, image: bool) -> None:
        inner = clean_path(path)[0]
        if page.post is not None and not path.startswith("/"):
            inner = clean_path(f"{content_folder(page.post)}/{path}")[0]
        if image or (_SUFFIX.search(inner) and not is_markdown(inner) and not inner.endswith((".html", ".htm"))):
            near = self._targets.nearest(inner, page.language)
            word = "image" if image else "file"
            self._tell("LT203", f"no {word} {shown} in the site", span, f"did you mean `/{near}`?" if near else "")
            return
        self._tell("LT201", f"nothing stands at {shown}", span, self._near_page(path, inner, page))

    def _near_page(self, written: str, inner: str, page: Page) -> str:
        """A hint in the way in which the author wrote the link."""
        if not is_markdown(inner):
            near = self._targets.nearest(inner, page.language)
            return f"did you mean `/{near}/`?" if near else ""
        near = self._targets.nearest_content(without_suffix(inner))
        if not near:
            return ""
        if written.startswith("/") or page.post is None:
            return f"did you mean `/{near}.md`?"
        relative = posixpath.relpath(near, content_folder(page.post) or ".")
        dot = "./" if written.startswith("./") and not relative.startswith(".") else ""
        return f"did you mean `{dot}{relative}.md`?"

    def _tell(self, code: str, message: str, span: Span, hint: str) -> None:
        self._found[diagnose(code, message, span, hint=hint)] = None


def _apart(target: str) -> tuple[str, str, str]:
    """Path, query with its "?", and fragment without its "#"."""
    before, _, fragment = target.partition("#")
    path, mark, query = before.partition("?")
    return path, quote(mark + query, safe=_AS_WRITTEN, errors="replace"), fragment


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    if len(name) > _LONGEST_ANCHOR:
        return ""
    close = difflib.get_close_matches(name, sorted(known)[:_MOST_ANCHORS], 1, 0.5)
    return f"did you mean `#{close[0]}`?" if close else ""
