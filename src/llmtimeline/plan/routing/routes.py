"""Every address of the site, in one place."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from llmtimeline.plan.routing.permalinks import Subject, expand_pattern, subject_of
from llmtimeline.plan.routing.sanitise import PathRules, clean_path
from llmtimeline.values.config import Config
from llmtimeline.values.posts import Node, Post

# What may stand in a path as it is (RFC 3986, section 3.3), less the characters that HTML or a shell may trip over.
_IN_PATH = "/~-_.$&+,;=:@"
_IN_FRAGMENT = _IN_PATH + "?!*()"
_PLAIN = re.compile(r"[A-Za-z0-9/._-]*\Z")
_FILE = re.compile(r"\.(?:x?html?|php|aspx?|txt|xml|json)\Z", re.IGNORECASE)
DATASET_VERSION = "v1"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file stands, on disk and on the web."""

    path: str  # below the output folder, raw UTF-8, NFC: "en/post/a/index.html"
    url: str  # root-relative, percent-encoded, with the base path: "/sub/en/post/a/"
    permalink: str

    @property
    def folder(self) -> str:
        """The folder in which its neighbours stand, without "/" at the end: "en/post/a"; "" for the root."""
        return self.path.rpartition("/")[0]


def encode_path(path: str) -> str:
    """A raw path percent-encoded, hexadecimal digits in upper case."""
    return path if _PLAIN.match(path) else quote(path, safe=_IN_PATH, errors="replace")


def encode_fragment(anchor: str) -> str:
    """An id percent-encoded, to stand after "#"."""
    return quote(anchor, safe=_IN_FRAGMENT, errors="replace")


class Routes:
    """The addresses that a config gives to everything."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.rules = PathRules(config.lower_paths, config.remove_accents)
        self.base_path = quote(config.base_path, safe=_IN_PATH + "%", errors="replace")
        self.origin = config.base_url.removesuffix(config.base_path)
        self._prefixes = {
            language.key: ""
            if language.key == config.default_language and not config.default_in_subdir
            else f"{language.key.lower()}/"
            for language in config.languages
        }

    def prefix(self, language: str) -> str:
        """What stands before every path of a language: "" or "en/"."""
        return self._prefixes[language]

    def at(self, path: str) -> Address:
        """The address of a file. A folder's index.html is addressed as the folder."""
        path = path if path.isascii() else unicodedata.normalize("NFC", path)
        shown = path[: -len("index.html")] if path == "index.html" or path.endswith("/index.html") else path
        url = self.base_path + encode_path(shown)
        return Address(path, url, self.origin + url)

    def folder(self, language: str, inner: str) -> Address:
        """A page that is a folder: home for "", sections, terms, all that is generated."""
        return self.at(f"{self._prefixes[language]}{inner}/index.html" if inner else self.home_path(language))

    def home_path(self, language: str) -> str:
        """The file of a language's home."""
        return f"{self._prefixes[language]}index.html"

    def post(self, post: Post, subject: Subject | None = None) -> tuple[Address, bool]:
        """A post's address by its `url`, the pattern of its section, its `slug` or its file name; and whether what
        the author wrote climbs out of the site. `subject` is the post with the sections that it is in."""
        subject = subject or subject_of(post, ())
        front, prefix = post.front, self._prefixes[post.key.language]
        if front.url:
            return self._written(front.url, subject, prefix)
        section = post.key.id.partition("/")[0] if "/" in post.key.id else ""
        pattern = self._pattern(self.config.permalinks, section)
        if pattern:
            return self._named(prefix, expand_pattern(pattern, subject, self.rules), post.key.language)
        folder, _, name = self.rules.file(post.key.id).rpartition("/")
        if front.slug:
            name = self.rules.path(front.slug).strip("/") or name
        return self._named(prefix, f"{folder}/{name}", post.key.language)

    def listed(self, kind: str, language: str, path: str, own: Post | None, subject: Subject) -> tuple[Address, bool]:
        """The address of a section, a taxonomy or a term (`kind`, in Hugo's words), and whether it climbs out of the
        site: by the `url` of its own file, the pattern of its kind, else its folder `path`, sanitised. Sections are
        folders also where posts are files."""
        if own is not None and own.front.url:
            return self._written(own.front.url, subject, self._prefixes[language])
        first = path.partition("/")[0]
        pattern = self._pattern(self.config.list_permalinks.get(kind, {}), first)
        at = self.term if kind == "term" else self.folder
        if not pattern:
            return at(language, path), False
        wanted, climbed = clean_path(expand_pattern(pattern, subject, self.rules))
        return at(language, wanted), climbed

    def term(self, language: str, inner: str) -> Address:
        """The address of a term's list: alone of all lists it is a file where posts are (measured in Hugo)."""
        if self.config.ugly_urls and inner:
            return self.at(f"{self._prefixes[language]}{inner}.html")
        return self.folder(language, inner)

    def aliases(self, post: Post, own: Address) -> list[tuple[str, str, bool]]:
        """Each alias of a post as written, its file, and whether it climbs out. Relative ones are beside the page."""
        prefix = self._prefixes[post.key.language]
        parent = posixpath.dirname(own.folder) if own.path.endswith("index.html") else own.folder
        found = []
        for alias in post.front.aliases:
            rooted = alias.startswith("/")
            file, climbed = _as_file(alias if rooted else f"{parent}/{alias}")
            climbed = climbed and rooted  # Hugo lets `../x` of a page at the root stay at the root
            file = prefix + file if rooted else file
            if self.config.ugly_urls and file.endswith("/index.html"):
                file = file[: -len("/index.html")] + ".html"
            found.append((alias, unicodedata.normalize("NFC", file), climbed))
        return found

    def pager(self, first: Address, number: int) -> Address:
        """The n-th page of a list, from 1; `/page/1/` is the redirect to the list."""
        stem, end = self._inside(first)
        return self.at(posixpath.join(stem, self.config.pager_path, f"{number}{end}"))

    def feed(self, page: Address, name: str = "index.xml") -> Address:
        """The feed of a list: in its folder, also where the list itself is a file. `name` is that of its format."""
        return self.at(posixpath.join(self._inside(page)[0], name))

    def markdown(self, page: Address) -> Address:
        """The page as Markdown, beside it."""
        return self.at(page.path.removesuffix(".html") + ".md")

    def resources(self, post: Post, own: Address) -> str:
        """The folder of a post's resources."""
        if own.path.endswith("index.html") or post.node is Node.LEAF:
            return own.folder
        return own.path.removesuffix(".html")

    def not_found(self, language: str) -> Address:
        """A language's 404 page."""
        return self.at(f"{self._prefixes[language]}404.html")

    def sitemap(self, language: str) -> Address:
        """A language's sitemap; with several languages also the default one's stands below its key (as in Hugo)."""
        name = self.config.sitemap.filename
        return self.at(name if len(self.config.languages) < 2 else f"{language.lower()}/{name}")

    def llms(self, language: str, name: str = "llms.txt") -> Address:
        """A language's overview for language models, or its full text."""
        return self.at(f"{self._prefixes[language]}{name}")

    def search_index(self, language: str) -> Address:
        """A language's posts as PaperMod's search loads them."""
        return self.at(f"{self._prefixes[language]}index.json")

    def search_data(self, language: str, shard: str = "") -> Address:
        """A file of a language's index for readers' searches."""
        return self.at(f"{self._prefixes[language]}search.{language.lower()}{'.' if shard else ''}{shard}.json")

    def dataset(self, name: str) -> Address:
        """A file of the dataset; shared by all languages."""
        return self.at(f"{(self.config.timeline.data or '').strip('/')}/{DATASET_VERSION}/{name}")

    def _inside(self, page: Address) -> tuple[str, str]:
        """The path below which a list's own files stand, and how those end that are pages."""
        if page.path == "index.html" or page.path.endswith("/index.html"):
            return page.folder, "/index.html"
        return page.path.removesuffix(".html"), ".html"

    def _pattern(self, patterns: Mapping[str, str], section: str) -> str:
        return patterns.get(section) or patterns.get(section.lower()) or patterns.get(self.rules.file(section)) or ""

    def _written(self, url: str, subject: Subject, prefix: str) -> tuple[Address, bool]:
        wanted = expand_pattern(url, subject, self.rules)
        # A leading "/" counts from the site's root, so that no language is put before it (measured in Hugo).
        path, climbed = _as_file(wanted)
        return self.at(path if wanted.startswith("/") else prefix + path), climbed

    def _named(self, prefix: str, path: str, language: str) -> tuple[Address, bool]:
        path, climbed = clean_path(path)
        if not path:
            return self.at(self.home_path(language)), climbed
        return self.at(prefix + path + (".html" if self.config.ugly_urls else "/index.html")), climbed


def _as_file(path: str) -> tuple[str, bool]:
    cleaned, climbed = clean_path(path)
    if _FILE.search(cleaned) and not path.endswith("/"):
        return cleaned, climbed
    return (f"{cleaned}/index.html" if cleaned else "index.html"), climbed
