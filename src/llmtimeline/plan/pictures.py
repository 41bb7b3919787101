"""Pictures that pages show: their sizes, the smaller ones beside them, and the elements of those in bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape

from llmtimeline.plan.index import SiteIndex
from llmtimeline.plan.pages import Page
from llmtimeline.plan.params import as_flag
from llmtimeline.values.outputs import Copied, Output, Resized
from llmtimeline.values.params import find_param
from llmtimeline.values.pictures import ImageSettings, Picture
from llmtimeline.values.posts import Image, Post
from llmtimeline.values.sources import Asset
from llmtimeline.values.views import PictureView

_RECIPE = "1"  # of smaller pictures; part of their addresses, so that a new one makes them anew
_SMALLEST = 10_000  # bytes; below that there is little to win
_BYTES_PER_PIXEL = 0.04  # of a drawing as WebP; a file that has less is packed well already
_APART = 1.15  # by which two widths differ at least
_TALLEST = 16_383  # pixels of a side of WebP
_LONGEST_STEM = 40  # characters of a name that are kept; a file's name has 255 bytes on most systems


class Pictures:
    """What is known of every picture in the site, by its address; and which smaller ones pages asked for."""

    def __init__(self, index: SiteIndex, copied: Iterable[Output]) -> None:
        """`copied` are the files that the site publishes as they are."""
        self._index = index
        self._outputs: dict[str, tuple[Output, Asset]] = {}
        self._views: dict[str, PictureView] = {}
        self._wanted: dict[str, Output] = {}
        self._first: dict[Page, Image | None] = {}
        for output in copied:
            if isinstance(output.body, Copied) and output.body.asset.picture is not None:
                self._outputs.setdefault(index.routes.at(output.path).url, (output, output.body.asset))

    def size(self, url: str) -> Picture | None:
        """The size of the picture at an address, root-relative or absolute; None where nothing is known."""
        found = self._outputs.get(self._inner(url))
        return found[1].picture if found else None

    def view(self, url: str, *, variants: bool = True) -> PictureView:
        """The picture at an address, with its size and the smaller ones beside it, as far as there are any."""
        inner = self._inner(url)
        output, asset = self._outputs.get(inner, (None, None))
        picture = asset.picture if asset else None
        if output is None or asset is None or picture is None:
            return PictureView(inner)
        if not variants:
            return PictureView(inner, width=picture.width, height=picture.height)
        if inner not in self._views:
            self._views[inner] = PictureView(
                url=inner,
                width=picture.width,
                height=picture.height,
                srcset=", ".join(f"{address} {width}w" for address, width in self._smaller(output, asset, picture)),
            )
        return self._views[inner]

    def outputs(self) -> Iterator[Output]:
        """The smaller pictures that pages named so far."""
        yield from (output for _, output in sorted(self._wanted.items()))

    def is_first(self, image: Image, page: Page) -> bool:
        """Whether a reader sees this picture of a page soonest, so that it is not to wait for a scroll. Below a cover
        there is none."""
        if page not in self._first:
            sections = page.post.body.sections if page.post and not _is_covered(page.post) else ()
            pieces = (piece for section in sections for piece in section.pieces)
            self._first[page] = next((piece for piece in pieces if isinstance(piece, Image)), None)
        return self._first[page] is image

    def _inner(self, url: str) -> str:
        return url.removeprefix(self._index.routes.origin)

    def _smaller(self, output: Output, asset: Asset, picture: Picture) -> Iterator[tuple[str, int]]:
        settings = self._index.config.timeline.images
        if not self._index.tree.draws:
            return
        for width in _widths(picture, asset.size, settings):
            file = _variant(output.path, asset, width, settings)
            self._wanted[file] = Output(file, Resized(asset, width, settings.quality), output.origin, "smaller picture")
            yield self._index.routes.at(file).url, width


def _is_covered(post: Post) -> bool:
    """Whether a cover stands above the text."""
    image = find_param(post.front.params, "cover.image")
    hidden = (find_param(post.front.params, f"cover.{name}") for name in ("hidden", "hiddenInSingle"))
    return isinstance(image, str) and bool(image) and "<" not in image and not any(map(as_flag, hidden))


def _widths(picture: Picture, size: int, settings: ImageSettings) -> tuple[int, ...]:
    """Ascending. The picture's own width is among them unless it is larger than all: WebP alone saves most."""
    if not settings.may_shrink(picture) or size < _SMALLEST:
        return ()
    ratio = picture.height / picture.width
    widths = [width for width in settings.widths if width * _APART < picture.width]
    if picture.width <= max(settings.widths):
        widths.append(picture.width)
    return tuple(
        width for width in widths if width * ratio <= _TALLEST and width * width * ratio * _BYTES_PER_PIXEL < size
    )


def _variant(path: str, asset: Asset, width: int, settings: ImageSettings) -> str:
    """Where a smaller picture stands: beside the picture, under a name that changes with everything it is made of."""
    made_of = f"{asset.digest} {width} {settings.quality} {_RECIPE}"
    digest = sha256(made_of.encode()).hexdigest()[:8]
    folder, slash, name = path.rpartition("/")
    stem = name.rpartition(".")[0][:_LONGEST_STEM]
    return f"{folder}{slash}{stem}.{width}w.{digest}.webp"


def picture_element(view: PictureView, *, alt: str, title: str = "", lazy: bool = True) -> str:
    """The element of a picture in a body, as `macros/pictures.html` writes that of a cover."""
    size = f' width="{view.width}" height="{view.height}"' if view.width and view.height else ""
    named = f' title="{_attribute(title)}"' if title else ""
    loading = ' loading="lazy"' if lazy else ""
    image = f'<img src="{_attribute(view.url)}" alt="{_attribute(alt)}"{named}{size}{loading} decoding="async">'
    if not view.srcset:
        return image
    source = f'<source type="image/webp" srcset="{_attribute(view.srcset)}" sizes="{view.sizes}">'
    return f"<picture>{source}{image}</picture>"


def _attribute(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")
