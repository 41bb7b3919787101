"""Where a new post shall stand: the path that was asked for, read as an author types it."""

from __future__ import annotations

from dataclasses import dataclass

from llmtimeline.parse.notation.plain import shown
from llmtimeline.values.archetypes import Wish
from llmtimeline.values.codes import Severity
from llmtimeline.values.config import Config
from llmtimeline.values.diagnostics import Checked, Diagnostic, diagnose
from llmtimeline.values.sources import MARKDOWN_SUFFIXES

# Two-letter codes of ISO 639 that a name may end in by mistake; not every one, as `2023.is.md` may well be a name.
_CODES = (
    *("ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id"),
    *("it", "ja", "ko", "lt", "lv", "ms", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur"),
    *("vi", "zh"),
)


@dataclass(frozen=True, slots=True)
class NewPath:
    """What a typed path says. Its parts are below the content folder."""

    folder: str  # inside the section, without the name: "post", "post/x" of a bundle, ""
    stem: str  # "x", "index", "_index"; "" where the path is a folder's
    suffix: str  # ".md" as typed; "" where the path is a folder's
    language: str  # key told by the name or by the content folder; "" is the default language
    home: str = ""  # the content folder, where the author named one
    suffixed: bool = False  # the name told the language

    @property
    def section(self) -> str:
        """The section that it will belong to; "" for none. A folder with an index of its own, at the top, is a post."""
        first, slash, _ = self.folder.partition("/")
        return first if slash or self.stem not in ("index", "") else ""

    @property
    def name(self) -> str:
        """What the post is called: the file, or of an index its folder."""
        return self.folder.rpartition("/")[2] if self.stem in ("index", "_index", "") else self.stem


@dataclass(frozen=True, slots=True)
class Target:
    """One file to make."""

    home: str  # content folder
    inner: str  # path below it
    language: str  # key

    @property
    def path(self) -> str:
        """From the site's root, with "/"."""
        return f"{self.home}/{self.inner}"


def read_path(wish: Wish, config: Config, *, whole_config: bool) -> Checked[NewPath | None]:
    """What the path of a wish says; None where nothing can be made of it.

    May add LT007 for a path that ends in no suffix of Markdown, LT112, LT209 and LT503. Without a `whole_config` nobody
    knows the languages, and every one is believed.
    """
    typed = wish.path
    problem = _impossible(typed)
    if problem is not None:
        return Checked(None, (problem,))
    parts = [part for part in typed.split("/") if part not in ("", ".")]
    home, language, parts = _home_of(parts, config)
    if not parts:
        return Checked(None, (no_markdown(f"`{shown(typed)}` names no file", "name one, such as post/x.md"),))
    folder, stem, suffix = "/".join(parts[:-1]), parts[-1], ""
    for ending in MARKDOWN_SUFFIXES:
        if stem.lower().endswith(ending) and len(stem) > len(ending):
            stem, suffix = stem[: -len(ending)], stem[-len(ending) :]
            break
    if not suffix:
        return Checked(NewPath("/".join(parts), "", "", language, home))
    name, _, last = stem.rpartition(".")
    last = last.lower()
    allowed = {language} if language else {item.key for item in config.languages}
    if name and (last in allowed or (not whole_config and last in _CODES)):
        return Checked(NewPath(folder, name, suffix, last, home, suffixed=True))
    path = NewPath(folder, stem, suffix, language, home)
    return Checked(path, _odd_language(last, sorted(allowed)) if name else ())


def plan_targets(path: NewPath, wish: Wish, config: Config) -> Checked[tuple[Target, ...]]:
    """The files to make, by language in the order asked for; none, with LT112, for a language that the site lacks."""
    known = {language.key: language for language in config.languages}
    asked = tuple(known) if wish.all_languages else tuple(dict.fromkeys(key.lower() for key in wish.languages))
    strange = [key for key in asked if key not in known]
    if strange:
        return Checked((), tuple(_no_language(key, sorted(known)) for key in strange))
    if asked:
        return Checked(tuple(_in_language(path, key, config) for key in asked))
    language = path.language or config.default_language
    own = known[language].content_dir if language in known else ""
    if path.suffixed and own and not path.home:
        return Checked((_in_language(path, language, config),))  # the folder tells, so the name need not
    stem = f"{path.stem}.{path.language}" if path.suffixed else path.stem
    home = path.home or own or config.content_dir
    return Checked((Target(home, _joined(path.folder, stem + path.suffix), language),))


def rivals(target: Target, config: Config) -> tuple[str, ...]:
    """Paths of files that would be the same page in the same language, if they were there."""
    folder, _, file = target.inner.rpartition("/")
    stem, _, suffix = file.rpartition(".")
    stem = stem.removesuffix(f".{target.language}")
    stems: tuple[str, ...] = (_joined(folder, stem), _joined(folder, f"{stem}/index"))
    if stem == "index" and folder:
        stems = (f"{folder}/index", folder)
    elif stem == "_index":
        stems = stems[:1]
    own = any(item.content_dir == target.home for item in config.languages if item.key == target.language)
    ends = (
        (f".{target.language}", "") if own or target.language == config.default_language else (f".{target.language}",)
    )
    paths = (f"{target.home}/{each}{end}.{suffix}" for each in stems for end in ends)
    return tuple(path for path in paths if path != target.path)


def no_markdown(message: str, hint: str) -> Diagnostic:
    """LT007 as an error: what is not Markdown can be left out of a build, but not be begun."""
    return diagnose("LT007", message, hint=hint, severity=Severity.ERROR)


def _impossible(typed: str) -> Diagnostic | None:
    parts = typed.split("/")
    if any(not letter.isprintable() for letter in typed):
        return diagnose("LT503", f"`{shown(typed)}` holds characters that cannot be seen", hint="give another name")
    if typed.startswith(("/", "~")) or "\\" in typed or typed[1:3] == ":/":
        hint = "write it from the content folder on, such as post/x.md"
        return diagnose("LT209", f"`{shown(typed)}` is no path inside the content folder", hint=hint)
    if ".." in parts:
        hint = "write it from the content folder on, such as post/x.md"
        return diagnose("LT209", f"`{shown(typed)}` climbs out of its folder", hint=hint)
    hidden = next((part for part in parts if part.startswith(".") and part != "."), "")
    if hidden or typed.endswith("~"):
        message = f"`{shown(hidden or parts[-1])}` is a hidden file or a backup, which no build reads"
        return diagnose("LT503", message, hint="give another name")
    return None


def _home_of(parts: list[str], config: Config) -> tuple[str, str, list[str]]:
    """The content folder that a path begins with and its language, both "" for none; and the rest of the path.

    The site's own content folder may be left out before that of a language: `en/post/x.md` for `content/en/`.
    """
    folders = {language.content_dir: language.key for language in config.languages if language.content_dir}
    by_depth = sorted(folders, key=lambda folder: (-folder.count("/"), folder))
    for path in (parts, [*config.content_dir.split("/"), *parts]):
        for folder in by_depth:
            names = folder.split("/")
            if path[: len(names)] == names:
                return folder, folders[folder], path[len(names) :]
    names = config.content_dir.split("/")
    if parts[: len(names)] == names:
        # With a folder for each language, the site's own one holds nothing by itself.
        shared = all(language.content_dir for language in config.languages)
        return "" if shared else config.content_dir, "", parts[len(names) :]
    return "", "", parts


def _in_language(path: NewPath, key: str, config: Config) -> Target:
    own = config.language(key).content_dir
    stem = path.stem if own else f"{path.stem}.{key}"
    return Target(own or config.content_dir, _joined(path.folder, stem + path.suffix), key)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _odd_language(last: str, known: list[str]) -> tuple[Diagnostic, ...]:
    """A warning for a name that ends like a language which its place does not have."""
    if last.partition("-")[0] not in (*_CODES, *known):
        return ()
    hint = "languages are " if len(known) > 1 else "the language is "
    message = f"`{shown(last)}` is no language here, and is part of the post's name"
    return (diagnose("LT112", message, hint=hint + ", ".join(known), severity=Severity.WARNING),)


def _no_language(key: str, known: list[str]) -> Diagnostic:
    return diagnose("LT112", f"the site has no language `{shown(key)}`", hint=f"it has {', '.join(known)}")
